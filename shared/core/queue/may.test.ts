import { expect, test } from 'vitest'
import { clerkAt, given, li, ticket, time } from './cast.ts'
import { Command, clockOnly } from './command.ts'
import { may } from './may.ts'
import type { Who } from './who.ts'

const { state } = given(li.opens())
const ticketId = ticket(1)
const counterId = 'c1'

/** Everybody there is, by the word the table below uses. */
const everybody: Record<string, Who> = {
  'the clerk here': li.who,
  'another clerk': clerkAt('wang', 'c2').who,
  supervisor: clerkAt('chief', 'c2', ['supervisor']).who,
  administrator: clerkAt('root', 'c1', ['administrator']).who,
  auditor: clerkAt('eye', 'c1', ['auditor']).who,
  kiosk: { as: 'kiosk', stationId: 'k' },
  'window here': { as: 'window', stationId: 'w', counterIds: ['c1'] },
  'window elsewhere': { as: 'window', stationId: 'w', counterIds: ['c2'] },
  evaluator: { as: 'evaluator', stationId: 'e', counterId: 'c1' },
  display: { as: 'display', stationId: 'd', zoneId: 'ground' },
  taker: { as: 'program', stationId: 'p', may: ['take'] },
  caller: { as: 'program', stationId: 'p', may: ['call'] },
  reader: { as: 'program', stationId: 'p', may: ['read'] },
  'own phone': { as: 'phone', ticketId },
  'other phone': { as: 'phone', ticketId: ticket(2) },
  anybody: { as: 'public' },
  clock: { as: 'clock' },
}

const works = ['the clerk here', 'another clerk', 'supervisor']
const atCounter = ['the clerk here', 'window here', 'caller']

const allowed: Record<Command['command'], string[]> = {
  takeTicket: [...works, 'kiosk', 'taker'],
  mergeOffline: ['kiosk'],
  reportPrint: [...works, 'kiosk', 'taker'],
  confirmNumber: [...works, 'kiosk', 'taker'],
  reprint: [...works, 'kiosk', 'taker'],
  cancel: [...works, 'kiosk', 'taker', 'own phone'],
  changeNeeds: [...works, 'kiosk', 'taker', 'own phone'],
  printChecklist: ['kiosk', 'taker'],
  reportHandout: ['kiosk', 'taker'],
  bookAppointment: [...works, 'kiosk', 'taker', 'anybody'],
  changeAppointment: [...works, 'kiosk', 'taker', 'anybody'],
  cancelAppointment: [...works, 'kiosk', 'taker', 'anybody'],
  checkIn: [...works, 'kiosk', 'taker'],
  openCounter: works,
  closeCounter: [...atCounter, 'supervisor'],
  pauseCounter: atCounter,
  resumeCounter: atCounter,
  callNext: atCounter,
  callTicket: atCounter,
  recall: atCounter,
  start: atCounter,
  finish: atCounter,
  miss: atCounter,
  undoMiss: atCounter,
  returnTicket: [...works, 'caller'],
  hold: atCounter,
  resume: atCounter,
  transfer: atCounter,
  rate: ['evaluator', 'window here', 'window elsewhere', 'own phone'],
  explainRating: ['evaluator', 'window here', 'window elsewhere', 'own phone'],
  reportShown: ['display', 'window here', 'window elsewhere'],
  reportSpoken: ['display'],
  askHelp: atCounter,
  endHelp: [...atCounter, 'supervisor'],
  pauseHall: ['supervisor'],
  evacuate: ['supervisor'],
  resumeHall: ['supervisor'],
  turnDay: ['clock'],
  lapseAppointments: ['clock'],
  voidTicket: ['clock'],
  loseReport: ['clock'],
  loseHandout: ['clock'],
  shutRating: ['clock'],
}

for (const command of Command.options.map((option) => option.shape.command.value)) {
  test(`${command} may be asked by ${allowed[command].join(', ')} and nobody else`, () => {
    const asking = { command, counterId, ticketId } as unknown as Command
    const who = Object.keys(everybody).filter((name) => may(state, asking, everybody[name] as Who))
    expect(who.sort()).toEqual([...allowed[command]].sort())
  })
}

test('a closed counter obeys any clerk, so that a miss can still be undone after closing', () => {
  const closed = given(li.opens(), li.closes()).state
  const undo: Command = { command: 'undoMiss', counterId, ticketId }
  expect(may(closed, undo, everybody['another clerk'] as Who)).toBe(true)
  expect(may(closed, undo, everybody.auditor as Who)).toBe(false)
})

test('what only time may bring is what the clock brings', () => {
  const brought = [
    time.turnsDay(),
    time.lapses(),
    time.voids(1),
    time.losesReport(1),
    time.losesHandout(1),
    time.shutsRating('c1'),
  ]
  expect(brought.map(({ ask }) => (typeof ask === 'function' ? '' : ask.command)).sort()).toEqual(
    [...clockOnly].sort(),
  )
})

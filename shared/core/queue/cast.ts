import type * as z from 'zod'
import type { PastLeg } from './asked.ts'
import type { Booking } from './bookings.ts'
import type { Command, HoldKind, Target } from './command.ts'
import { type Ask, type Given, givenIn, type Step, seconds } from './given.ts'
import { Hall } from './hall.ts'
import { emptyLane, waitersIn } from './lane.ts'
import { values } from './sorted.ts'
import { type HallState, type Leg, type Level, type Ticket, ticketOf } from './state.ts'
import type { Role, Scope, Who } from './who.ts'

/** Who and what the tests' stories play with: one small hall on Monday 2026-11-23, its people and devices. */
export const hall: Hall = Hall.parse({
  id: 'east',
  name: '东区政务服务大厅',
  zones: [{ id: 'ground', name: '一楼' }],
  services: [
    {
      id: 'social',
      name: '社保',
      prefix: 'A',
      zoneId: 'ground',
      slots: [
        { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', everyMinutes: 30, capacity: 2 },
        { weekdays: [1, 2, 3, 4, 5], from: '14:00', to: '17:00', everyMinutes: 60, capacity: 2 },
      ],
    },
    { id: 'household', name: '户籍', prefix: 'B', zoneId: 'ground' },
    { id: 'tax', name: '税务', prefix: 'C', zoneId: 'ground' },
    { id: 'closed', name: '停办', prefix: 'D', zoneId: 'ground', open: false },
    { id: 'orphan', name: '无窗口', prefix: 'E', zoneId: 'ground' },
  ],
  counters: [
    { id: 'c1', no: '1', zoneId: 'ground', serviceIds: ['social'] },
    { id: 'c2', no: '2', zoneId: 'ground', serviceIds: ['social', 'household'] },
    { id: 'c3', no: '3', zoneId: 'ground', serviceIds: ['household'] },
    { id: 'c4', no: '4', zoneId: 'ground', serviceIds: ['tax'] },
  ],
  journeys: [
    { id: 'newborn', name: '新生儿出生一件事', prefix: 'N', stages: [['household'], ['social', 'tax']] },
  ],
  clerks: [
    { id: 'li', name: '李', no: '001' },
    { id: 'wang', name: '王', no: '002' },
    { id: 'zhao', name: '赵', no: '003' },
    { id: 'sun', name: '孙', no: '004' },
  ],
  policy: {
    priorityClasses: [
      { id: 'soldier', name: '军人' },
      { id: 'elderly', name: '老年人' },
      { id: 'pregnant', name: '孕妇', rank: 2 },
    ],
  },
})

const midnightMs = Date.UTC(2026, 10, 22, 16)

export const today = '2026-11-23'

/** The id of the day's nth ticket. */
export const ticket = (n: number): string => `${today}-${n}`

/** `08:05` on the hall's clock that Monday, as an instant; `seconds` more. */
export const clockMs = (time: string, seconds = 0): number =>
  midnightMs + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000 + seconds * 1_000

export const at = (time: string, seconds = 0): Step => ({ atMs: clockMs(time, seconds) })

/** What happened since the hall's day opened at nine. */
export const given = (...steps: Step[]): Given => givenIn(hall, at('09:00'), time.turnsDay(), ...steps)

type Asking = z.input<typeof Command>
type TakeAsking = Partial<Omit<Extract<Asking, { command: 'takeTicket' }>, 'command' | 'serviceId'>>
type TransferAsking = Partial<Extract<Asking, { command: 'transfer' }>>

/** Anybody asking for anything. */
export const asks = (by: Who, ask: Ask['ask'], past?: PastLeg): Ask => ({ by, ask, ...(past && { past }) })

const identityOf = (person: string) => ({ hash: `${person}-of-their-card-number`, masked: `${person}*` })

/** Who may book and check in. A booking is named by its place in the day's story: the first made is 1. */
const bookings = (by: Who) => ({
  books: (serviceId: string, fromMs: number, person?: string) =>
    asks(by, {
      command: 'bookAppointment',
      serviceId,
      fromMs,
      ...(person !== undefined && { identity: identityOf(person) }),
    }),
  changesBooking: (which: number, fromMs: number) =>
    asks(by, (state) => ({ command: 'changeAppointment', code: codeOf(state, which), fromMs })),
  cancelsBooking: (which: number) =>
    asks(by, (state) => ({ command: 'cancelAppointment', code: codeOf(state, which) })),
  checksIn: (which: number, paper = false) =>
    asks(by, (state) => ({ command: 'checkIn', by: { is: 'code', code: codeOf(state, which) }, paper })),
  checksInByCard: (person: string) =>
    asks(by, { command: 'checkIn', by: { is: 'card', hash: identityOf(person).hash }, paper: false }),
})

const paperwork = (by: Who) => ({
  takes: (serviceId: string, more: TakeAsking = {}) =>
    asks(by, { command: 'takeTicket', serviceId, paper: false, ...more }),
  prints: (n: number) => asks(by, { command: 'reportPrint', ticketId: ticket(n), outcome: 'printed' }),
  fails: (n: number, outcome: 'failed' | 'unknown' = 'failed') =>
    asks(by, { command: 'reportPrint', ticketId: ticket(n), outcome, why: 'paperOut' }),
  confirms: (n: number) => asks(by, { command: 'confirmNumber', ticketId: ticket(n) }),
  reprints: (n: number) => asks(by, { command: 'reprint', ticketId: ticket(n) }),
  cancels: (n: number) => asks(by, { command: 'cancel', ticketId: ticket(n) }),
})

const deskwork = (by: Who, counterId: string) => ({
  opens: () => asks(by, { command: 'openCounter', counterId }),
  closes: () => asks(by, { command: 'closeCounter', counterId }),
  frees: (reason = '临时离岗') => asks(by, { command: 'closeCounter', counterId, reason }),
  pauses: (reason = '午餐') => asks(by, { command: 'pauseCounter', counterId, reason }),
  resumesWork: () => asks(by, { command: 'resumeCounter', counterId }),
  callsNext: (finishCurrent = false) => asks(by, { command: 'callNext', counterId, finishCurrent }),
  calls: (n: number) => asks(by, { command: 'callTicket', counterId, ticketId: ticket(n) }),
  recalls: () => asks(by, { command: 'recall', counterId }),
  starts: () => asks(by, { command: 'start', counterId }),
  finishes: (wrapUp = false) => asks(by, { command: 'finish', counterId, wrapUp }),
  misses: () => asks(by, { command: 'miss', counterId }),
  undoesMiss: (n: number) => asks(by, { command: 'undoMiss', counterId, ticketId: ticket(n) }),
  returns: (n: number) => asks(by, { command: 'returnTicket', ticketId: ticket(n) }),
  holds: (kind: HoldKind = 'withPapers', note = '') => asks(by, { command: 'hold', counterId, kind, note }),
  resumes: (n: number) => asks(by, { command: 'resume', counterId, ticketId: ticket(n) }),
  transfers: (target: Target, more: TransferAsking = {}) =>
    asks(by, { command: 'transfer', counterId, target, reason: '材料在别处', ...more } as Asking),
})

export const clerkAt = (staffId: string, counterId: string, roles: Role[] = ['clerk']) => {
  const who: Who = { as: 'staff', staffId, roles }
  return { who, ...paperwork(who), ...bookings(who), ...deskwork(who, counterId) }
}

export const kioskAt = (stationId: string) => {
  const who: Who = { as: 'kiosk', stationId }
  return { who, ...paperwork(who), ...bookings(who) }
}

export const programThat = (...may: Scope[]) => {
  const who: Who = { as: 'program', stationId: 'robot', may }
  return { who, ...paperwork(who), ...bookings(who), ...deskwork(who, 'c1') }
}

/** The evaluator on a counter's desk; it rates what it is asking for, unless told otherwise. */
export const evaluatorAt = (
  counterId: string,
  who: Who = { as: 'evaluator', stationId: `e-${counterId}`, counterId },
) => ({
  who,
  presses: (level: Level, instead: { n?: number; leg?: number; nonce?: string } = {}) =>
    asks(who, (state) => {
      const asking = state.counters[counterId]?.asking ?? { n: 1, leg: 0, nonce: '' }
      const { n, leg, nonce } = { ...asking, ...instead }
      return { command: 'rate', ticketId: ticket(n), leg, level, nonce }
    }),
  explains: (n: number, codes: string[], text = '', nonce?: string) =>
    asks(who, (state) => ({
      command: 'explainRating',
      ticketId: ticket(n),
      leg: 0,
      nonce: nonce ?? nonceOf(state, n),
      codes,
      text,
    })),
})

export const phoneOf = (ticketId: string) => {
  const who: Who = { as: 'phone', ticketId }
  return {
    who,
    cancels: () => asks(who, { command: 'cancel', ticketId }),
    rates: (level: Level, leg = 0, past?: PastLeg) =>
      asks(who, { command: 'rate', ticketId, leg, level, nonce: '' }, past),
    explains: (codes: string[], text = '', past?: PastLeg) =>
      asks(who, { command: 'explainRating', ticketId, leg: 0, nonce: '', codes, text }, past),
  }
}

export const displayAt = (stationId: string) => {
  const who: Who = { as: 'display', stationId, zoneId: 'ground' }
  return {
    who,
    shows: (callSeq: number) => asks(who, { command: 'reportShown', callSeq }),
    speaks: (callSeq: number) => asks(who, { command: 'reportSpoken', callSeq }),
  }
}

const clock: Who = { as: 'clock' }
export const time = {
  turnsDay: () => asks(clock, { command: 'turnDay' }),
  voids: (n: number) => asks(clock, { command: 'voidTicket', ticketId: ticket(n) }),
  losesReport: (n: number) => asks(clock, { command: 'loseReport', ticketId: ticket(n) }),
  losesHandout: (n: number) => asks(clock, { command: 'loseHandout', handoutId: `${today}-h${n}` }),
  lapses: () => asks(clock, { command: 'lapseAppointments' }),
  shutsRating: (counterId: string) => asks(clock, { command: 'shutRating', counterId }),
}

/** Anybody with a phone, at home. */
export const anybody = { who: { as: 'public' } as const, ...bookings({ as: 'public' }) }

export const kiosk = kioskAt('kiosk')
export const li = clerkAt('li', 'c1')
export const wang = clerkAt('wang', 'c2')
export const zhao = clerkAt('zhao', 'c3')
export const sun = clerkAt('sun', 'c4')
export const chief = clerkAt('chief', 'c1', ['supervisor'])
export const evaluator = evaluatorAt('c1')
export const board = displayAt('board')

/** The counter is taken out of the hall's set-up. */
export const without = (counterId: string): Step => ({
  setUp: (before) => ({ ...before, counters: before.counters.filter(({ id }) => id !== counterId) }),
})

export const elderly = { priority: { classId: 'elderly', ground: '老年人优待证' } }

export const pregnant = { priority: { classId: 'pregnant', ground: '孕产妇保健手册' } }

/** Called three times, twenty seconds apart, and nobody came. */
export const missedBy = ({ recalls, misses }: Pick<typeof li, 'recalls' | 'misses'>): Step[] => [
  seconds(20),
  recalls(),
  seconds(20),
  recalls(),
  seconds(20),
  misses(),
]

/** Called, met and served for a minute. */
export const servedBy = ({
  callsNext,
  starts,
  finishes,
}: Pick<typeof li, 'callsNext' | 'starts' | 'finishes'>): Step[] => [
  callsNext(),
  starts(),
  seconds(60),
  finishes(),
]

/** One ticket as it now is. */
export const visit = (state: HallState, n: number): Ticket => ticketOf(state, ticket(n)) as Ticket

/** The nth booking that is known, as it now is. */
export const appointment = (state: HallState, which: number): Booking =>
  values(state.bookings.all)[which - 1] as Booking

const codeOf = (state: HallState, which: number): string => appointment(state, which)?.code ?? '33333333'

/** The numbers waiting for a target, first to last, priority line first. */
export const waiting = (state: HallState, lane: string): string[] =>
  waitersIn(state.lanes[lane] ?? emptyLane).map(({ n }) => visit(state, n).number)

const nonceOf = (state: HallState, n: number): string => {
  const { rating } = visit(state, n).legs[0] as Leg
  return rating.is === 'none' ? '' : rating.nonce
}

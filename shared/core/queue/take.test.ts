import { expect, test } from 'vitest'
import { hallItems } from '../items/hall-items.ts'
import {
  at,
  elderly,
  given,
  kiosk,
  kioskAt,
  li,
  missedBy,
  phoneOf,
  programThat,
  servedBy,
  ticket,
  time,
  visit,
  waiting,
} from './cast.ts'
import { type Step, seconds, under } from './given.ts'
import { lastLeg } from './state.ts'

test('a number is the prefix of its service and the next of its series', () => {
  given(kiosk.takes('social'), kiosk.takes('household'))
    .when(kiosk.takes('social'))
    .follows({
      type: 'ticketTaken',
      ticketId: ticket(3),
      n: 3,
      number: 'A002',
      prefix: 'A',
      sequence: 2,
      serviceId: 'social',
      takenAt: 'kiosk:kiosk',
      priority: null,
      appointment: null,
      language: 'zh-CN',
    })
})

test('services with one prefix share one series', () => {
  const onePrefix: Step = {
    setUp: (hall) => ({ ...hall, services: hall.services.map((each) => ({ ...each, prefix: 'A' })) }),
  }
  given(onePrefix, kiosk.takes('social'))
    .when(kiosk.takes('tax'))
    .follows({ type: 'ticketTaken', number: 'A002' })
})

test('the thousandth number has four digits', () => {
  const { state } = given(...Array.from({ length: 1_000 }, () => kiosk.takes('social')))
  expect(visit(state, 1_000).number).toBe('A1000')
})

test('a number cancelled or void is never given again that day', () => {
  given(
    kiosk.takes('social'),
    kiosk.cancels(1),
    kiosk.takes('social', { paper: true }),
    kiosk.fails(2),
    seconds(20),
    time.voids(2),
  )
    .when(kiosk.takes('social'))
    .follows({ type: 'ticketTaken', number: 'A003' })
})

test('the next hall day begins again at 001', () => {
  given(kiosk.takes('social'), at('24:00'), time.turnsDay())
    .when(kiosk.takes('social'))
    .follows({ type: 'ticketTaken', ticketId: '2026-11-24-1', number: 'A001' })
})

test('without paper a number waits at once, with paper only when it is printed', () => {
  expect(visit(given(kiosk.takes('social')).state, 1).status).toEqual({ at: 'waiting' })
  const printing = given(kiosk.takes('social', { paper: true }))
  expect(visit(printing.state, 1).status).toEqual({ at: 'issuing', slip: 'underWay' })
  expect(waiting(printing.state, 'service:social')).toEqual([])
})

test('a number printed late keeps the place of its issue', () => {
  const { state } = given(
    kiosk.takes('social', { paper: true }),
    seconds(5),
    kiosk.takes('social'),
    kiosk.prints(1),
  )
  expect(waiting(state, 'service:social')).toEqual(['A001', 'A002'])
  expect(lastLeg(visit(state, 1)).queuedAtMs).toBe(visit(state, 1).issuedAtMs + 5_000)
})

test('priority needs a published class', () => {
  given().when(kiosk.takes('social', elderly)).follows({ type: 'ticketTaken', priority: elderly.priority })
  given()
    .when(kiosk.takes('social', { priority: { classId: 'cousin', ground: '熟人' } }))
    .isRefused('unknownClass')
})

test('no number for a service that is unknown, closed or worked at no counter', () => {
  given().when(kiosk.takes('cinema')).isRefused('unknownService')
  given().when(kiosk.takes('closed')).isRefused('serviceClosed')
  given().when(kiosk.takes('orphan')).isRefused('noCounterServes')
})

test('numbers are given in the sessions alone: from their first minute, not in their last', () => {
  const sessions = under({
    sessions: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
  })
  const takenAt = (clock: string, second = 0) =>
    given(sessions, at(clock, second)).when(kiosk.takes('social'))
  takenAt('08:29', 59).isRefused('outsideSessions')
  takenAt('08:30').follows('ticketTaken')
  takenAt('11:59', 59).follows('ticketTaken')
  takenAt('12:00').isRefused('outsideSessions')
  takenAt('13:30').follows('ticketTaken')
  takenAt('17:30').isRefused('outsideSessions')
})

test('a full queue gives no number until one has gone', () => {
  const full = given(
    under({ mostWaitingPerService: 2 }),
    kiosk.takes('social'),
    kiosk.takes('social', elderly),
  )
  full.when(kiosk.takes('social')).isRefused('queueFull')
  full.when(kiosk.takes('household')).follows('ticketTaken')
  full.when(li.opens(), li.callsNext(), kiosk.takes('social')).follows('ticketTaken')
})

test('kiosks, clerks and programs that may take give numbers; nobody else does', () => {
  given().when(li.takes('social')).follows({ type: 'ticketTaken', takenAt: 'staff:li' })
  given().when(programThat('take').takes('social')).follows('ticketTaken')
  given().when(programThat('call', 'read').takes('social')).isRefused('notAllowed')
  given()
    .when({ by: phoneOf(ticket(1)).who, ask: { command: 'takeTicket', serviceId: 'social', paper: false } })
    .isRefused('notAllowed')
})

test('a citizen gives a number back while printing, waiting or missed', () => {
  given(kiosk.takes('social', { paper: true }))
    .when(kiosk.cancels(1))
    .follows('ticketCancelled')
  given(kiosk.takes('social'))
    .when(phoneOf(ticket(1)).cancels())
    .follows('ticketCancelled')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), ...missedBy(li))
    .when(li.cancels(1))
    .follows({ type: 'ticketCancelled', ticketId: ticket(1) })
})

test('a cancelled number is in no line, no list and under no printer', () => {
  const { state } = given(
    kiosk.takes('social', { paper: true }),
    kiosk.cancels(1),
    kiosk.takes('social'),
    kiosk.reprints(2),
    kiosk.cancels(2),
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    kiosk.cancels(3),
  )
  expect(waiting(state, 'service:social')).toEqual([])
  expect(state.papers).toEqual([])
  expect(state.missed).toEqual([])
  expect(visit(state, 2).reprint).toBeNull()
})

test('cancelling twice is cancelling once', () => {
  given(kiosk.takes('social'), kiosk.cancels(1)).when(kiosk.cancels(1)).follows()
})

test('a number called, served, held or finished is not given back', () => {
  const called = given(kiosk.takes('social'), li.opens(), li.callsNext())
  called.when(kiosk.cancels(1)).isRefused('ticketNotWaiting')
  called.when(li.starts(), kiosk.cancels(1)).isRefused('ticketNotWaiting')
  called.when(li.starts(), li.holds(), kiosk.cancels(1)).isRefused('ticketNotWaiting')
  called.when(li.finishes(), kiosk.cancels(1)).isRefused('ticketNotWaiting')
  called.when(kiosk.cancels(2)).isRefused('unknownTicket')
})

test('a phone gives back its own number alone', () => {
  given(kiosk.takes('social'), kiosk.takes('social'))
    .when({ by: phoneOf(ticket(2)).who, ask: { command: 'cancel', ticketId: ticket(1) } })
    .isRefused('notAllowed')
})

test('twenty kiosks in turn give every number once, without a gap', () => {
  const { state } = given(
    ...Array.from({ length: 400 }, (_, i) => kioskAt(`k${i % 20}`).takes(i % 3 ? 'social' : 'tax')),
  )
  const numbers = Array.from({ length: 400 }, (_, i) => visit(state, i + 1).number)
  expect(new Set(numbers).size).toBe(400)
  expect(state.series).toEqual({ A: 266, C: 134 })
})

test('served numbers leave their mark on the day: taken, called, finished, rateable', () => {
  const { state } = given(kiosk.takes('social'), li.opens(), ...servedBy(li))
  expect(state.counts).toEqual({ taken: 1, called: 1, finished: 1, missed: 0, rated: 0, rateable: 1 })
})

const published: Step = {
  setUp: (hall) => ({
    ...hall,
    items: hallItems(
      (['social', 'household', 'tax'] as const).map((serviceId) => ({
        id: `for-${serviceId}`,
        version: 1,
        name: serviceId,
        nameEn: '',
        serviceId,
        materials: [],
        promised: null,
        fee: '',
      })),
    ),
  }),
}

test('a number carries what it was taken for, each once', () => {
  const { state } = given(published)
    .when(kiosk.takes('social', { itemIds: ['for-social', 'for-household', 'for-social'] }))
    .follows({ type: 'ticketTaken', itemIds: ['for-social', 'for-household'] })
  expect(visit(state, 1).itemIds).toEqual(['for-social', 'for-household'])
  expect(visit(given(kiosk.takes('social')).state, 1).itemIds).toEqual([])
})

test('an item that is not published, whatever its name, is unknown', () => {
  for (const itemId of ['gone', 'constructor', '__proto__']) {
    given(published)
      .when(kiosk.takes('social', { itemIds: [itemId] }))
      .isRefused('unknownItem')
  }
})

test('items no one counter works together need a number each', () => {
  given(published)
    .when(kiosk.takes('social', { itemIds: ['for-social', 'for-tax'] }))
    .isRefused('itemsOfDifferentServices')
  given(published)
    .when(kiosk.takes('tax', { itemIds: ['for-social'] }))
    .isRefused('itemsOfDifferentServices')
})

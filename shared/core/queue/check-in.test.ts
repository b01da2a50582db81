import { expect, test } from 'vitest'
import {
  anybody,
  appointment,
  at,
  clockMs,
  given,
  kiosk,
  li,
  servedBy,
  ticket,
  time,
  visit,
  waiting,
} from './cast.ts'
import { due } from './due.ts'
import { replay } from './evolve.ts'
import { type Step, seconds, under } from './given.ts'
import { lastLeg } from './state.ts'

const ten = clockMs('10:00')
const booked: Step[] = [at('08:00'), anybody.books('social', ten)]

test('a check-in makes one ticket of the series, placed at the beginning of the slot', () => {
  given(...booked, at('09:45'), kiosk.takes('social'))
    .when(kiosk.checksIn(1))
    .follows(
      { type: 'ticketTaken', number: 'A002', appointment: { fromMs: ten, toMs: ten + 1_800_000 } },
      { type: 'appointmentCheckedIn', ticketId: ticket(2), late: false },
    )
  const { state } = given(...booked, at('09:45'), kiosk.checksIn(1))
  expect(lastLeg(visit(state, 1)).place.atMs).toBe(ten)
})

test('those who checked in are called by their slots, not by when they came', () => {
  const { state } = given(
    at('08:00'),
    anybody.books('social', clockMs('10:30')),
    anybody.books('social', ten),
    at('10:00'),
    kiosk.checksIn(1),
    at('10:10'),
    kiosk.takes('social'),
    kiosk.checksIn(2),
  )
  expect(waiting(state, 'service:social')).toEqual(['A003', 'A002', 'A001'])
})

test('shown again, a booking gives the same number and never queues twice', () => {
  const here = given(...booked, at('09:45'), kiosk.checksIn(1))
  here.when(kiosk.checksIn(1)).follows()
  here.when(li.checksIn(1)).follows()
  given(...booked, at('09:45'), li.opens(), kiosk.checksIn(1), ...servedBy(li))
    .when(kiosk.checksIn(1))
    .follows()
  given(...booked, at('09:45'), kiosk.checksIn(1), kiosk.cancels(1))
    .when(kiosk.checksIn(1))
    .isRefused('alreadyCheckedIn')
})

test('a number that became void never queued, so its booking still gives one', () => {
  given(...booked, at('09:45'), kiosk.checksIn(1, true), kiosk.fails(1), seconds(20), time.voids(1))
    .when(kiosk.checksIn(1))
    .follows({ type: 'ticketTaken', number: 'A002' }, { type: 'appointmentCheckedIn', ticketId: ticket(2) })
})

test('too early is told with the time from which it is allowed', () => {
  const at930 = clockMs('09:30')
  given(...booked, at('09:29', 59))
    .when(kiosk.checksIn(1))
    .isRefused('tooEarly', { atMs: at930 })
  given(...booked, at('09:30'))
    .when(kiosk.checksIn(1))
    .follows('ticketTaken', 'appointmentCheckedIn')
  given(...booked, under({ appointmentEarlyMinutes: 90 }), at('08:31'))
    .when(kiosk.checksIn(1))
    .follows('ticketTaken', 'appointmentCheckedIn')
})

test('another day is told with that day', () => {
  const tomorrow = ten + 86_400_000
  given(at('08:00'), anybody.books('social', tomorrow))
    .when(kiosk.checksIn(1))
    .isRefused('notToday', { atMs: tomorrow })
})

test('by the end of the grace the place is that of the slot, later that of the check-in, and marked late', () => {
  const onTime = given(...booked, at('10:45'), kiosk.checksIn(1))
  expect(lastLeg(visit(onTime.state, 1)).place.atMs).toBe(ten)
  const late = given(...booked, at('10:45', 1), time.lapses(), kiosk.checksIn(1))
  expect(lastLeg(visit(late.state, 1)).place.atMs).toBe(clockMs('10:45', 1))
  expect(appointment(late.state, 1).status).toEqual({ is: 'checkedIn', ticketId: ticket(1), late: true })
})

test('nothing else stops a booking that is let in: not the sessions, not a full queue', () => {
  const sessions = under({ sessions: [{ from: '10:00', to: '12:00' }], mostWaitingPerService: 1 })
  given(sessions, ...booked, at('09:45'))
    .when(kiosk.takes('social'))
    .isRefused('outsideSessions')
  given(sessions, ...booked, at('09:45'))
    .when(kiosk.checksIn(1))
    .follows('ticketTaken', 'appointmentCheckedIn')
})

test('a service closed or left without counters lets nobody in', () => {
  const shut: Step = {
    setUp: (hall) => ({ ...hall, services: hall.services.map((each) => ({ ...each, open: false })) }),
  }
  const empty: Step = { setUp: (hall) => ({ ...hall, counters: [] }) }
  const gone: Step = { setUp: (hall) => ({ ...hall, services: [] }) }
  given(...booked, at('10:00'), shut)
    .when(kiosk.checksIn(1))
    .isRefused('serviceClosed')
  given(...booked, at('10:00'), empty)
    .when(kiosk.checksIn(1))
    .isRefused('noCounterServes')
  given(...booked, at('10:00'), gone)
    .when(kiosk.checksIn(1))
    .isRefused('unknownService')
})

test('a cancelled booking and an unknown code are not let in', () => {
  given(...booked, anybody.cancelsBooking(1), at('10:00'))
    .when(kiosk.checksIn(1))
    .isRefused('appointmentOver')
  given(at('10:00')).when(kiosk.checksIn(1)).isRefused('unknownAppointment')
})

test('nobody checks in from home', () => {
  given(...booked, at('10:00'))
    .when(anybody.checksIn(1))
    .isRefused('notAllowed')
})

test('the card it was booked with checks in; of two the one that is let in, and one number per service', () => {
  const two = given(
    at('08:00'),
    li.books('social', clockMs('14:00'), 'zhang'),
    li.books('social', ten, 'zhang'),
    at('09:45'),
  )
  two.when(kiosk.checksInByCard('qian')).isRefused('unknownAppointment')
  const here = two.when(kiosk.checksInByCard('zhang')).follows('ticketTaken', {
    type: 'appointmentCheckedIn',
    appointment: appointment(two.state, 2).n,
  })
  here.when(kiosk.checksInByCard('zhang')).follows()
  here
    .when(at('13:45'), kiosk.checksIn(1))
    .follows({ type: 'appointmentCheckedIn', appointment: appointment(two.state, 1).n, ticketId: ticket(1) })
})

test('a booking nobody came for lapses when the grace is over, and the clock knows when', () => {
  const story = given(...booked)
  expect(due(story.hall, story.state, story.atMs)).toEqual({
    atMs: clockMs('10:45') + 1,
    command: { command: 'lapseAppointments' },
  })
  story.when(at('10:45'), time.lapses()).follows()
  const lapsed = story.when(at('10:45', 1), time.lapses()).follows('appointmentLapsed')
  expect(appointment(lapsed.state, 1).status).toEqual({ is: 'lapsed' })
  lapsed.when(time.lapses()).follows()
})

test('midnight carries what is booked for later days, and today alone gives the state again', () => {
  const story = given(
    at('08:00'),
    anybody.books('social', ten),
    anybody.books('social', ten + 86_400_000, 'zhang'),
    anybody.books('social', ten + 86_400_000),
    anybody.cancelsBooking(3),
  )
  const next = story
    .when(at('24:00'), time.turnsDay())
    .follows('appointmentLapsed', 'dayClosed', 'dayOpened', 'appointmentsCarried')
  expect(appointment(next.state, 1)).toEqual(appointment(story.state, 2))
  const opened = next.recorded.findIndex(
    ({ event }) => event.type === 'dayOpened' && event.day === '2026-11-24',
  )
  expect(replay(next.recorded.slice(opened))).toEqual(next.state)
  next
    .when({ atMs: ten + 86_400_000 }, kiosk.checksInByCard('zhang'))
    .follows('ticketTaken', 'appointmentCheckedIn')
})

test('a hub that slept over a booked day counts it as missed', () => {
  given(at('08:00'), anybody.books('social', ten + 86_400_000), at('72:00'))
    .when(time.turnsDay())
    .follows('appointmentLapsed', 'dayClosed', { type: 'dayOpened', day: '2026-11-26' })
})

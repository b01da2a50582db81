import { expect, test } from 'vitest'
import { codeLetters } from './booking-code.ts'
import { takenIn } from './bookings.ts'
import { anybody, appointment, at, clockMs, given, kiosk, li, programThat, time } from './cast.ts'
import { type Step, under } from './given.ts'

const nine = clockMs('09:00')
const ten = clockMs('10:00')
const half = clockMs('10:30')
const two = clockMs('14:00')
const tomorrow = (ms: number) => ms + 86_400_000
const wide = under({ appointmentCutOffMinutes: 60 })

test('anybody books a free slot: eight letters nobody confuses, a secret, no name', () => {
  const { state } = given(at('08:00'), anybody.books('social', ten))
  expect(appointment(state, 1)).toMatchObject({
    serviceId: 'social',
    day: '2026-11-23',
    slot: { fromMs: ten, toMs: half },
    identity: null,
    bookedBy: 'public',
    status: { is: 'booked' },
  })
  const { code, secret } = appointment(state, 1)
  expect(code).toMatch(new RegExp(`^[${codeLetters}]{8}$`))
  expect(code).not.toMatch(/[0O1IL2Z5S8BU]/)
  expect(secret).not.toBe('')
})

test('a slot has as many places as the plan says, and a cancelled booking gives its own back', () => {
  const full = given(at('08:00'), anybody.books('social', ten), kiosk.books('social', ten))
  full.when(anybody.books('social', ten)).isRefused('slotFull')
  full.when(li.books('social', ten)).isRefused('slotFull')
  full.when(anybody.cancelsBooking(1), programThat('take').books('social', ten)).follows('appointmentBooked')
  expect(takenIn(full.state.bookings, 'social', ten)).toBe(2)
})

test('only what the plan has can be booked', () => {
  const eight = given(at('08:00'))
  eight.when(anybody.books('cinema', ten)).isRefused('unknownService')
  eight.when(anybody.books('tax', ten)).isRefused('notBookable')
  eight.when(anybody.books('closed', ten)).isRefused('serviceClosed')
  eight.when(anybody.books('social', ten + 60_000)).isRefused('unknownSlot')
  eight.when(anybody.books('social', clockMs('13:00'))).isRefused('unknownSlot')
})

test('neither the past nor too far ahead nor, within the cut-off, too soon', () => {
  given(at('10:01')).when(anybody.books('social', nine)).isRefused('slotInThePast')
  given(at('10:01'))
    .when(anybody.books('social', nine - 86_400_000))
    .isRefused('slotInThePast')
  given(wide, at('09:01')).when(anybody.books('social', ten)).isRefused('tooLateToChange')
  given(wide, at('09:00')).when(anybody.books('social', ten)).follows('appointmentBooked')
  const days = (count: number) => ten + count * 86_400_000
  given(under({ appointmentDaysAhead: 2 }))
    .when(anybody.books('social', days(2)))
    .follows('appointmentBooked')
  given(under({ appointmentDaysAhead: 2 }))
    .when(anybody.books('social', days(3)))
    .isRefused('tooFarAhead')
})

test('without a cut-off a slot can be booked while it lasts', () => {
  const open = under({ appointmentCutOffMinutes: 0 })
  given(open, at('10:29')).when(anybody.books('social', ten)).follows('appointmentBooked')
  given(open, at('10:30')).when(anybody.books('social', ten)).isRefused('slotInThePast')
})

test('a card has so many appointments a day and no more; without one nobody is counted', () => {
  const one = given(under({ mostAppointmentsPerPerson: 1 }), at('08:00'), li.books('social', ten, 'zhang'))
  one.when(li.books('social', two, 'zhang')).isRefused('tooManyAppointments')
  one.when(li.books('social', tomorrow(two), 'zhang')).follows('appointmentBooked')
  one.when(li.books('social', two, 'qian')).follows('appointmentBooked')
  one.when(li.cancelsBooking(1), li.books('social', two, 'zhang')).follows('appointmentBooked')
  one.when(anybody.books('social', two)).follows('appointmentBooked')
})

test('a booking moves to another slot and keeps its code; the old place is free again', () => {
  const story = given(at('08:00'), anybody.books('social', ten))
    .when(anybody.changesBooking(1, tomorrow(two)))
    .follows({ type: 'appointmentChanged', day: '2026-11-24' })
  expect(appointment(story.state, 1).slot.fromMs).toBe(tomorrow(two))
  expect(takenIn(story.state.bookings, 'social', ten)).toBe(0)
  expect(takenIn(story.state.bookings, 'social', tomorrow(two))).toBe(1)
})

test('a change is refused where a booking would be, and changes nothing when it is the same slot', () => {
  const story = given(
    under({ mostAppointmentsPerPerson: 1 }),
    at('08:00'),
    li.books('social', ten, 'zhang'),
    li.books('social', tomorrow(ten), 'zhang'),
    li.books('social', two),
    li.books('social', two),
  )
  story.when(anybody.changesBooking(1, ten)).follows()
  story.when(anybody.changesBooking(1, two)).isRefused('slotFull')
  story.when(anybody.changesBooking(1, tomorrow(two))).isRefused('tooManyAppointments')
  story.when(anybody.changesBooking(1, nine - 1)).isRefused('unknownSlot')
})

test('within the cut-off only staff move a booking; a citizen can still give it back until it begins', () => {
  const booked: Step[] = [wide, at('08:00'), anybody.books('social', ten)]
  given(...booked, at('09:01'))
    .when(anybody.changesBooking(1, two))
    .isRefused('tooLateToChange')
  given(...booked, at('09:01'))
    .when(li.changesBooking(1, two))
    .follows('appointmentChanged')
  given(...booked, at('09:59', 59))
    .when(anybody.cancelsBooking(1))
    .follows('appointmentCancelled')
  given(...booked, at('10:00'))
    .when(anybody.cancelsBooking(1))
    .isRefused('tooLateToChange')
  given(...booked, at('10:00'))
    .when(li.cancelsBooking(1))
    .follows('appointmentCancelled')
})

test('what is cancelled, over or checked in is neither moved nor given back', () => {
  const booked: Step[] = [at('08:00'), anybody.books('social', ten)]
  const gone = given(...booked, anybody.cancelsBooking(1))
  gone.when(anybody.cancelsBooking(1)).follows()
  gone.when(anybody.changesBooking(1, two)).isRefused('appointmentOver')
  const lapsed = given(...booked, at('10:45', 1), time.lapses())
  lapsed.when(li.cancelsBooking(1)).isRefused('appointmentOver')
  lapsed.when(li.changesBooking(1, two)).isRefused('appointmentOver')
  const here = given(...booked, at('09:45'), kiosk.checksIn(1))
  here.when(li.cancelsBooking(1)).isRefused('alreadyCheckedIn')
  here.when(li.changesBooking(1, two)).isRefused('alreadyCheckedIn')
})

test('a code nobody was given, or a right code with a wrong secret, is no appointment', () => {
  const { state } = given(at('08:00'), anybody.books('social', ten))
  const { code, secret } = appointment(state, 1)
  const shows = (more: object) => ({
    by: anybody.who,
    ask: { command: 'cancelAppointment' as const, code, ...more },
  })
  given().when(anybody.cancelsBooking(1)).isRefused('unknownAppointment')
  const story = given(at('08:00'), anybody.books('social', ten))
  story.when(shows({ secret: 'guessed' })).isRefused('unknownAppointment')
  story.when(shows({ secret })).follows('appointmentCancelled')
})

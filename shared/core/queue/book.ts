import { plusDays } from '../calendar/day-arithmetic.ts'
import type { Asked } from './asked.ts'
import { codeFrom } from './booking-code.ts'
import { type Booking, bookingOf, bookingsOf, howMany, takenIn } from './bookings.ts'
import type { Identity } from './citizen.ts'
import type { CommandOf } from './command.ts'
import { dayOf } from './day.ts'
import type { Event } from './event.ts'
import type { Hall, Service } from './hall.ts'
import { type Refused, refused } from './refused.ts'
import { type OpenSlot, slotsOn } from './slots.ts'
import type { HallState } from './state.ts'
import { nameOf, type Who } from './who.ts'

const mostBookings = 50_000

/** A citizen books a time 预约; neither an account nor a name is needed. */
export function bookAppointment(
  hall: Hall,
  state: HallState,
  { serviceId, fromMs, identity, language }: CommandOf<'bookAppointment'>,
  { by, atMs, secret }: Asked,
): Event[] | Refused {
  const service = hall.services.find((each) => each.id === serviceId)
  if (!service) return refused('unknownService')
  if (howMany(state.bookings) >= mostBookings) return refused('tooMuch')
  const slot = freeSlot(hall, state, service, fromMs, atMs)
  if ('refused' in slot) return slot
  const day = dayOf(fromMs, hall.timeZone)
  if (identity && sameDay(state, identity, day, null) >= hall.policy.mostAppointmentsPerPerson)
    return refused('tooManyAppointments')
  const booking = {
    n: state.seq + 1,
    code: codeFrom(secret, (code) => bookingOf(state.bookings, code) !== undefined),
    secret,
    serviceId,
    day,
    slot: { fromMs, toMs: slot.toMs },
    identity: identity ?? null,
    language,
    bookedAtMs: atMs,
    bookedBy: nameOf(by),
  }
  return [{ type: 'appointmentBooked', booking }]
}

/** Another time for the same service; the code stays. */
export function changeAppointment(
  hall: Hall,
  state: HallState,
  command: CommandOf<'changeAppointment'>,
  { by, atMs }: Asked,
): Event[] | Refused {
  const { fromMs } = command
  const booking = bookingShown(state, command)
  if (!booking) return refused('unknownAppointment')
  const over = overBecause(booking)
  if (over) return over
  if (fromMs === booking.slot.fromMs) return []
  if (!isStaff(by) && atMs > bookableUntilMs(hall, booking.slot)) return refused('tooLateToChange')
  const service = hall.services.find(({ id }) => id === booking.serviceId)
  if (!service) return refused('unknownService')
  const slot = freeSlot(hall, state, service, fromMs, atMs)
  if ('refused' in slot) return slot
  const day = dayOf(fromMs, hall.timeZone)
  const { identity } = booking
  if (identity && sameDay(state, identity, day, booking.n) >= hall.policy.mostAppointmentsPerPerson)
    return refused('tooManyAppointments')
  return [{ type: 'appointmentChanged', appointment: booking.n, day, slot: { fromMs, toMs: slot.toMs } }]
}

/** The place is free for somebody else; citizens may until the slot begins, staff until it lapses. */
export function cancelAppointment(
  state: HallState,
  command: CommandOf<'cancelAppointment'>,
  { by, atMs }: Asked,
): Event[] | Refused {
  const booking = bookingShown(state, command)
  if (!booking) return refused('unknownAppointment')
  if (booking.status.is === 'cancelled') return []
  const over = overBecause(booking)
  if (over) return over
  if (!isStaff(by) && atMs >= booking.slot.fromMs) return refused('tooLateToChange')
  return [{ type: 'appointmentCancelled', appointment: booking.n }]
}

/** The booking with this code; with a wrong secret there is none. */
export function bookingShown(
  { bookings }: Pick<HallState, 'bookings'>,
  { code, secret }: { code: string; secret?: string | undefined },
): Booking | undefined {
  const booking = bookingOf(bookings, code)
  return secret === undefined || secret === booking?.secret ? booking : undefined
}

/** Until when a slot can still be booked, and a booking of it changed. */
export function bookableUntilMs(
  { policy }: Hall,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): number {
  return policy.appointmentCutOffMinutes === 0 ? toMs - 1 : fromMs - policy.appointmentCutOffMinutes * 60_000
}

/** The last day that can be booked now. */
export const lastBookableDay = (hall: Hall, atMs: number): string =>
  plusDays(dayOf(atMs, hall.timeZone), hall.policy.appointmentDaysAhead)

function freeSlot(
  hall: Hall,
  state: HallState,
  service: Service,
  fromMs: number,
  atMs: number,
): OpenSlot | Refused {
  if (!service.open) return refused('serviceClosed')
  if (service.slots.length === 0) return refused('notBookable')
  const day = dayOf(fromMs, hall.timeZone)
  if (day > lastBookableDay(hall, atMs)) return refused('tooFarAhead')
  if (day < dayOf(atMs, hall.timeZone)) return refused('slotInThePast')
  const slot = slotsOn(hall, service, day).find((each) => each.fromMs === fromMs)
  if (!slot) return refused('unknownSlot')
  if (atMs > bookableUntilMs(hall, slot)) return refused(atMs >= fromMs ? 'slotInThePast' : 'tooLateToChange')
  return takenIn(state.bookings, service.id, fromMs) < slot.capacity ? slot : refused('slotFull')
}

function overBecause({ status }: Booking): Refused | null {
  if (status.is === 'booked') return null
  return refused(status.is === 'checkedIn' ? 'alreadyCheckedIn' : 'appointmentOver')
}

/** How many bookings this person has on that day, without the one that is being changed. */
function sameDay(state: HallState, { hash }: Identity, day: string, but: number | null): number {
  return bookingsOf(state.bookings, hash).filter(
    (each) => each.day === day && each.n !== but && each.status.is !== 'cancelled',
  ).length
}

const isStaff = (by: Who): boolean => by.as === 'staff'

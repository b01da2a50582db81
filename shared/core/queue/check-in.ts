import { shutBecause } from './admission.ts'
import type { Asked } from './asked.ts'
import { bookingShown } from './book.ts'
import { awaitedIn, type Booking, bookingsOf } from './bookings.ts'
import type { Identity } from './citizen.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { keptUntilMs, newTicket, type Wanted } from './new-ticket.ts'
import { type Reason, type Refused, refused } from './refused.ts'
import { get } from './sorted.ts'
import { type HallState, lastLeg, type Ticket, ticketOf } from './state.ts'

/** What else a number is wanted with, whichever way its booking is shown. */
type With = Pick<Wanted, 'paper' | 'priority' | 'needs' | 'itemIds'> & { language?: string | undefined }

/** 签到: a booking becomes a waiting ticket, once; a booking never queues twice, however often it is shown (T2). */
export function checkIn(
  hall: Hall,
  state: HallState,
  command: CommandOf<'checkIn'>,
  asked: Asked,
): Event[] | Refused {
  const booking = bookingFor(hall, state, command.by, asked.atMs)
  return booking ? letIn(hall, state, booking, command, asked) : refused('unknownAppointment')
}

/** The number a booking gives now, or the one it gave before. */
export function letIn(
  hall: Hall,
  state: HallState,
  booking: Booking,
  shown: With,
  asked: Asked,
): Event[] | Refused {
  const { n: appointment, status, slot, identity } = booking
  const { atMs } = asked
  if (booking.day !== state.day) return refused('notToday', { atMs: slot.fromMs })
  if (status.is === 'cancelled') return refused('appointmentOver')
  const ticket = ticketBy(state, booking)
  if (ticket) return ticket.status.at === 'cancelled' ? refused('alreadyCheckedIn') : []
  const service = hall.services.find(({ id }) => id === booking.serviceId)
  if (!service) return refused('unknownService')
  const shut = shutBecause(hall, state, service, atMs, true)
  if (shut && !isPromised.has(shut.refused)) return shut
  const opensAtMs = opensForMs(hall, booking)
  if (atMs < opensAtMs) return refused('tooEarly', { atMs: opensAtMs })
  const late = atMs > keptUntilMs(hall, slot)
  const known = liveTicketOf(state, booking)
  if (known) return [{ type: 'appointmentCheckedIn', appointment, ticketId: known.id, late }]
  const wanted: Wanted = {
    ...shown,
    service,
    prefix: service.prefix,
    language: shown.language ?? booking.language,
    appointment: slot,
    identity: identity ?? undefined,
  }
  const taken = newTicket(hall, state, wanted, asked)
  return [taken, { type: 'appointmentCheckedIn', appointment, ticketId: taken.ticketId, late }]
}

/** Somebody early waits for the session to begin, and a booked place is kept however many wait. */
const isPromised: ReadonlySet<Reason> = new Set(['outsideSessions', 'queueFull'])

/** The booking this card's holder could check in for this service now: taking a number is then the check-in. */
export function promisedTo(
  hall: Hall,
  state: HallState,
  { hash }: Identity,
  serviceId: string,
  atMs: number,
): Booking | undefined {
  return bookingsOf(state.bookings, hash).find(
    (each) =>
      each.serviceId === serviceId &&
      each.day === state.day &&
      each.status.is !== 'cancelled' &&
      ticketBy(state, each) === undefined &&
      atMs >= opensForMs(hall, each),
  )
}

/** What of a booking already waits, or has waited; a number that became void never did, so it does not count. */
export function ticketBy(state: HallState, { status }: Booking): Ticket | undefined {
  const ticket = status.is === 'checkedIn' ? ticketOf(state, status.ticketId) : undefined
  return ticket?.status.at === 'void' ? undefined : ticket
}

/** The number with which this person waits for the same service already: one is enough (T9). */
function liveTicketOf(state: HallState, { identity, serviceId }: Booking): Ticket | undefined {
  if (!identity) return undefined
  const booked = bookingsOf(state.bookings, identity.hash).map((each) => ticketBy(state, each))
  const taken = (get(state.holders, identity.hash) ?? []).map((n) => get(state.tickets, n))
  return [...booked, ...taken].find(
    (ticket) => stands(ticket) && ticket && lastLeg(ticket).serviceId === serviceId,
  )
}

/** Nobody came in time: counted as a no-show, and let in later only by the time of the check-in. */
export function lapseAppointments(hall: Hall, state: HallState, { atMs }: Asked): Event[] {
  const events: Event[] = []
  for (const { n, slot } of awaitedIn(state.bookings, mostAtOnce)) {
    if (atMs <= keptUntilMs(hall, slot)) break
    events.push({ type: 'appointmentLapsed', appointment: n })
  }
  return events
}

const mostAtOnce = 500

/** When the next booking lapses, or null while none is awaited. */
export function lapsesAtMs(hall: Hall, state: HallState): number | null {
  const [first] = awaitedIn(state.bookings, 1)
  return first ? keptUntilMs(hall, first.slot) + 1 : null
}

/** From when on a booking is let in. */
export const opensForMs = ({ policy }: Hall, { slot }: Pick<Booking, 'slot'>): number =>
  slot.fromMs - policy.appointmentEarlyMinutes * 60_000

/** By card, of several today: the one that is let in now, else the one whose number still lives, else the next. */
function bookingFor(
  hall: Hall,
  state: HallState,
  by: CommandOf<'checkIn'>['by'],
  atMs: number,
): Booking | undefined {
  if (by.is === 'code') return bookingShown(state, by)
  const mine = bookingsOf(state.bookings, by.hash)
    .filter(({ status }) => status.is !== 'cancelled')
    .sort((a, b) => a.slot.fromMs - b.slot.fromMs || a.n - b.n)
  const today = mine.filter(({ day }) => day === state.day)
  const waits = (each: Booking) => stands(ticketBy(state, each))
  const isDone = (each: Booking) => ticketBy(state, each) !== undefined
  return (
    today.find((each) => !isDone(each) && !liveTicketOf(state, each) && atMs >= opensForMs(hall, each)) ??
    today.find(waits) ??
    today.find((each) => !isDone(each)) ??
    today.at(-1) ??
    mine[0]
  )
}

/** A missed number may come back, so it still stands. */
const stands = (ticket: Ticket | undefined): boolean =>
  ticket !== undefined && !['finished', 'cancelled', 'expired', 'void'].includes(ticket.status.at)

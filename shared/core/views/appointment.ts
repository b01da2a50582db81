import { plusDays } from '../calendar/day-arithmetic.ts'
import { isOpenDay } from '../calendar/sessions-on.ts'
import type { Appointment, AppointmentRow } from '../contract/appointment-routes.ts'
import { bookableUntilMs, lastBookableDay } from '../queue/book.ts'
import { type Booking, takenIn } from '../queue/bookings.ts'
import { opensForMs, ticketBy } from '../queue/check-in.ts'
import { dayOf } from '../queue/day.ts'
import type { Hall, Service } from '../queue/hall.ts'
import { keptUntilMs } from '../queue/new-ticket.ts'
import { slotsOn } from '../queue/slots.ts'
import { values } from '../queue/sorted.ts'
import type { HallState } from '../queue/state.ts'
import { phoneUrl, serviceOf, zoneName } from './parts.ts'

/** One booking for whoever holds its code: their own and nobody else's. */
export function appointmentView(hall: Hall, state: HallState, booking: Booking): Appointment {
  const { code, secret, serviceId, slot } = booking
  const service = serviceOf(hall, serviceId)
  const ticket = ticketBy(state, booking)
  return {
    code,
    secret,
    serviceId,
    serviceName: service?.name ?? '',
    serviceNameEn: service?.nameEn ?? '',
    where: zoneName(hall, service?.zoneId ?? ''),
    bring: service?.bring ?? [],
    fromMs: slot.fromMs,
    toMs: slot.toMs,
    status: booking.status.is,
    changeUntilMs: bookableUntilMs(hall, slot),
    cancelUntilMs: slot.fromMs - 1,
    checkInFromMs: opensForMs(hall, booking),
    keptUntilMs: keptUntilMs(hall, slot),
    open: service !== undefined && isOpenDay(hall, booking.day, service) === true,
    qr: qrOf(hall, booking),
    ticket: ticket ? { number: ticket.number, url: phoneUrl(hall, ticket) } : null,
  }
}

/** The secret stands behind `#`, so no server or proxy log ever holds it. */
const qrOf = ({ phoneUrl }: Hall, { code, secret }: Booking): string =>
  phoneUrl === '' ? `${code}.${secret}` : `${phoneUrl}/book#${code}.${secret}`

/** The days that can be booked from now on, with what is left of each slot; full slots are named too. */
export function slotDays(
  hall: Hall,
  state: HallState,
  service: Service,
  nowMs: number,
): { day: string; slots: { fromMs: number; toMs: number; left: number }[] }[] {
  const last = lastBookableDay(hall, nowMs)
  const days = []
  for (let day = dayOf(nowMs, hall.timeZone); day <= last; day = plusDays(day, 1)) {
    const slots = slotsOn(hall, service, day)
      .filter((slot) => nowMs <= bookableUntilMs(hall, slot))
      .map(({ fromMs, toMs, capacity }) => ({
        fromMs,
        toMs,
        left: Math.max(0, capacity - takenIn(state.bookings, service.id, fromMs)),
      }))
    days.push({ day, slots })
  }
  return days
}

/** A day's bookings as staff see them, by time and then by when they were made; who may not act on one sees half its code. */
export function appointmentRows(state: HallState, day: string, mayAct: boolean): AppointmentRow[] {
  return values(state.bookings.all)
    .filter((booking) => booking.day === day)
    .sort((a, b) => a.slot.fromMs - b.slot.fromMs || a.n - b.n)
    .map((booking) => ({
      n: booking.n,
      code: mayAct ? booking.code : `${booking.code.slice(0, 4)}····`,
      serviceId: booking.serviceId,
      fromMs: booking.slot.fromMs,
      toMs: booking.slot.toMs,
      status: booking.status.is,
      late: booking.status.is === 'checkedIn' && booking.status.late,
      number: ticketBy(state, booking)?.number ?? null,
      masked: booking.identity?.masked ?? '',
      bookedBy: booking.bookedBy,
    }))
}

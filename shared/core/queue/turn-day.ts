import type { Asked } from './asked.ts'
import { awaitedIn } from './bookings.ts'
import { dayOf } from './day.ts'
import { carriedOver } from './emergency.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { type Refused, refused } from './refused.ts'
import { values } from './sorted.ts'
import type { HallState } from './state.ts'

/** The hall's midnight: whatever still waits expires, counters close, numbers begin again. Nothing is deleted (T1). */
export function turnDay(hall: Hall, state: HallState, { atMs }: Asked): Event[] | Refused {
  const day = dayOf(atMs, hall.timeZone)
  if (state.day === day) return []
  if (state.day !== null && day < state.day) return refused('clockBack')
  return state.day === null
    ? [{ type: 'dayOpened', day }]
    : [
        ...endOfDay(state),
        ...pastBookings(state, day),
        { type: 'dayClosed', day: state.day },
        { type: 'dayOpened', day },
        ...carriedOver(state),
        ...carriedBookings(state, day),
      ]
}

function endOfDay(state: HallState): Event[] {
  const left = values(state.tickets).filter(({ status: { at } }) => !over.has(at))
  return [
    ...left.map(({ id }): Event => ({ type: 'ticketExpired', ticketId: id })),
    ...Object.entries(state.counters)
      .filter(([, counter]) => counter.at === 'open')
      .map(([counterId]): Event => ({ type: 'counterClosed', counterId })),
  ]
}

/** Nobody can come any more for a day that is over, not even for one the hub slept through. */
function pastBookings(state: HallState, day: string): Event[] {
  return awaitedIn(state.bookings)
    .filter((booking) => booking.day < day)
    .map(({ n }) => ({ type: 'appointmentLapsed', appointment: n }))
}

/** A booking of this day or a later one is written again, so that start-up reads one day whatever lies before it. */
function carriedBookings(state: HallState, day: string): Event[] {
  const standing = awaitedIn(state.bookings).filter((booking) => booking.day >= day)
  const events: Event[] = []
  for (let at = 0; at < standing.length; at += mostInOneEvent) {
    const bookings = standing.slice(at, at + mostInOneEvent).map(({ status: _, ...booking }) => booking)
    events.push({ type: 'appointmentsCarried', bookings })
  }
  return events
}

const mostInOneEvent = 500

const over: ReadonlySet<string> = new Set(['finished', 'missed', 'cancelled', 'expired', 'void'])

import type { Asked } from './asked.ts'
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
    : [...endOfDay(state, state.day), { type: 'dayOpened', day }, ...carriedOver(state)]
}

function endOfDay(state: HallState, day: string): Event[] {
  const left = values(state.tickets).filter(({ status: { at } }) => !over.has(at))
  return [
    ...left.map(({ id }): Event => ({ type: 'ticketExpired', ticketId: id })),
    ...Object.entries(state.counters)
      .filter(([, counter]) => counter.at === 'open')
      .map(([counterId]): Event => ({ type: 'counterClosed', counterId })),
    { type: 'dayClosed', day },
  ]
}

const over: ReadonlySet<string> = new Set(['finished', 'missed', 'cancelled', 'expired', 'void'])

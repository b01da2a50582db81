import { plusDays } from './day-arithmetic.ts'
import { type HallTimes, type Place, sessionsOn } from './sessions-on.ts'

/** When numbers are given again, on the hall's calendar. */
export interface Opening {
  day: string
  /** `08:30` */
  from: string
}

/** Longer than any closure a citizen would note down. */
const mostDays = 60

/**
 * The first session that begins after this moment, or numbers going on at it with `atOrAfter`; null where none is
 * known, as in a year not loaded.
 */
export function nextOpening(
  hall: HallTimes,
  { day: today, time }: { day: string; time: string },
  service?: Place,
  when: 'after' | 'atOrAfter' = 'after',
): Opening | null {
  for (let day = today, i = 0; i < mostDays; day = plusDays(day, 1), i++) {
    const sessions = sessionsOn(hall, day, service)
    if ('refused' in sessions) return null
    const next = sessions.find(
      ({ from, to }) => day > today || from > time || (when === 'atOrAfter' && to > time),
    )
    if (next) return { day, from: day === today && next.from < time ? time : next.from }
  }
  return null
}

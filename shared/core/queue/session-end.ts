import { sessionsOn } from '../calendar/sessions-on.ts'
import { dayOf, minuteOfDay, minutesIn } from './day.ts'
import type { Hall } from './hall.ts'

/** When the session under way ends, or undefined between the sessions and on a day off. */
export function sessionEndMs(hall: Hall, atMs: number): number | undefined {
  const sessions = sessionsOn(hall, dayOf(atMs, hall.timeZone))
  if ('refused' in sessions) return undefined
  const minute = minuteOfDay(atMs, hall.timeZone)
  const now = sessions.find(({ from, to }) => minutesIn(from) <= minute && minute < minutesIn(to))
  return now && atMs - (atMs % 60_000) + (minutesIn(now.to) - minute) * 60_000
}

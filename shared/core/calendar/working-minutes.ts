import { minutesIn } from '../queue/day.ts'
import { plusDays } from './day-arithmetic.ts'
import { type HallTimes, type Session, workingTimesOn } from './sessions-on.ts'
import type { YearNotLoaded } from './working-day.ts'

/** An instant on the hall's own calendar and clock. */
export interface Moment {
  day: string
  /** `09:00` */
  time: string
}

/**
 * So many working minutes later (policy A: half a working day is 225). Working time is the calendar's: a closure
 * of the hall extends nobody's deadline, and service on a weekend shortens none.
 */
export function addWorkingMinutes(hall: HallTimes, start: Moment, minutes: number): Moment | YearNotLoaded {
  let left = minutes
  if (left <= 0) return start
  for (const at of workingTimesFrom(hall, start)) {
    if ('refused' in at) return at
    const [from, to] = [minutesIn(at.from), minutesIn(at.to)]
    if (left <= to - from) return { day: at.day, time: timeAt(from + left) }
    left -= to - from
  }
  return neverWorks()
}

/** The end of the session after the one under way, or of the first one to come (policy B). */
export function endOfNextSession(hall: HallTimes, start: Moment): Moment | YearNotLoaded {
  for (const at of workingTimesFrom(hall, start)) {
    if ('refused' in at) return at
    if (at.underWay) continue
    return { day: at.day, time: at.to }
  }
  return neverWorks()
}

/** No hall waits longer than this for its next working minute. */
const mostDays = 5_000

/** What is left of working time from this moment on; the first span may be cut, because it is under way. */
function* workingTimesFrom(
  hall: HallTimes,
  { day: first, time }: Moment,
): Generator<(Session & { day: string; underWay: boolean }) | YearNotLoaded> {
  for (let day = first, i = 0; i < mostDays; day = plusDays(day, 1), i++) {
    const sessions = workingTimesOn(hall, day)
    if ('refused' in sessions) {
      yield sessions
      return
    }
    for (const { from, to } of sessions) {
      if (day === first && to <= time) continue
      const underWay = day === first && from <= time
      yield { day, from: underWay ? time : from, to, underWay }
    }
  }
}

const timeAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function neverWorks(): never {
  throw new Error('a hall whose sessions never come has no working minutes')
}

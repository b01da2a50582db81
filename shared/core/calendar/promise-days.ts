import { plusDays } from './day-arithmetic.ts'
import type { HallCalendar } from './hall-calendar.ts'
import { isWorkingDay, type YearNotLoaded } from './working-day.ts'

type Years = Pick<HallCalendar, 'years'>

/** The day a promise of so many working days ends; the start day is not counted. */
export function promiseDays(calendar: Years, start: string, workingDays: number): string | YearNotLoaded {
  let day = start
  for (let left = workingDays; left > 0; left--) {
    const next = rollForward(calendar, plusDays(day, 1))
    if (typeof next !== 'string') return next
    day = next
  }
  return day
}

/** A deadline that falls on a day off moves to the next working day. */
export function rollForward(calendar: Years, deadline: string): string | YearNotLoaded {
  for (let day = deadline; ; day = plusDays(day, 1)) {
    const works = isWorkingDay(calendar, day)
    if (typeof works !== 'boolean') return works
    if (works) return day
  }
}

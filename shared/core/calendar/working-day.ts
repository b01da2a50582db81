import { isWeekend, yearOf } from './day-arithmetic.ts'
import type { CalendarYear, HallCalendar } from './hall-calendar.ts'

/** Nobody has signed this year's calendar, so nothing is said about its days. */
export interface YearNotLoaded {
  refused: 'yearNotLoaded'
  year: number
}

/** Never a guess: a year that is not loaded is refused, not taken for plain weekends. */
export function isWorkingDay(calendar: Pick<HallCalendar, 'years'>, day: string): boolean | YearNotLoaded {
  const year = calendar.years.find((each) => each.year === yearOf(day))
  return year ? worksOn(year, day) : { refused: 'yearNotLoaded', year: yearOf(day) }
}

/** What the year's table makes of a day: worked weekends and days off first, the weekly rhythm otherwise. */
function worksOn(year: CalendarYear, day: string): boolean {
  if (year.work.some((each) => each.day === day)) return true
  if (year.rest.some((each) => each.day === day)) return false
  return !isWeekend(day)
}

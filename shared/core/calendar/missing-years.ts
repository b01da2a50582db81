import type { Hall } from '../queue/hall.ts'
import { plusDays, yearOf } from './day-arithmetic.ts'

/** Long enough to get the State Council's order, enter it and have it signed. */
const warnDaysAhead = 42

/** The years a hall that opens by its calendar needs today or within six weeks, and nobody has signed. */
export function missingYears(
  { policy, calendar }: Pick<Hall, 'policy' | 'calendar'>,
  today: string,
): number[] {
  if (!policy.useCalendar) return []
  const needed = new Set([yearOf(today), yearOf(plusDays(today, warnDaysAhead))])
  return [...needed].filter((year) => !calendar.years.some((each) => each.year === year))
}

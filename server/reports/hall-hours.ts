import { dayOf, minuteOfDay } from '@jiaohao/core/queue/day.ts'

const quarterMs = 900_000

/**
 * Days and hours on the hall's clock for very many instants. Every time zone in use keeps whole quarter hours,
 * so one look at the calendar serves all instants of the same quarter.
 */
export function hallHours(timeZone: string) {
  const known = new Map<number, { day: string; hour: number }>()
  return (atMs: number): { day: string; hour: number } => {
    const quarter = Math.floor(atMs / quarterMs)
    let found = known.get(quarter)
    if (!found) {
      const fromMs = quarter * quarterMs
      found = { day: dayOf(fromMs, timeZone), hour: Math.floor(minuteOfDay(fromMs, timeZone) / 60) }
      known.set(quarter, found)
    }
    return found
  }
}

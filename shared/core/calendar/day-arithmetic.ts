const dayMs = 86_400_000

/** `2026-02-28` and 1 → `2026-03-01`; calendar days alone, no clock and no zone. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7

export const isWeekend = (day: string): boolean => weekdayOf(day) > 5

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** How many days `later` lies after `day`. */
export const daysBetween = (day: string, later: string): number =>
  Math.round((Date.parse(later) - Date.parse(day)) / dayMs)

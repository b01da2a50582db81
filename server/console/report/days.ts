/** A stretch of hall days, both ends included. */
export interface Range {
  from: string
  to: string
}

/** The range with another first day; a day after its end makes it that one day. */
export const beginOn = ({ to }: Range, from: string): Range =>
  from.localeCompare(to) > 0 ? { from, to: from } : { from, to }

/** The range with another last day; a day before its beginning makes it that one day. */
export const endOn = ({ from }: Range, to: string): Range =>
  to.localeCompare(from) < 0 ? { from: to, to } : { from, to }

/** `2026-03-01` + −1 → `2026-02-28`. A day here is a date on the hall's calendar, so UTC arithmetic is exact. */
export function shiftDay(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + by)
  return at.toISOString().slice(0, 10)
}

export const quickRanges = ['today', 'yesterday', 'week', 'month'] as const
export type QuickRange = (typeof quickRanges)[number]

/** Today, yesterday, the last seven days with today, or this month so far. */
export function quickRange(name: QuickRange, today: string): Range {
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: shiftDay(today, -1), to: shiftDay(today, -1) }
    case 'week':
      return { from: shiftDay(today, -6), to: today }
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today }
  }
}

export const quickNameOf = (range: Range, today: string): QuickRange | undefined =>
  quickRanges.find((name) => {
    const { from, to } = quickRange(name, today)
    return from === range.from && to === range.to
  })

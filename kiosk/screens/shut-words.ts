import { weekdayOf } from '@jiaohao/core/calendar/day-arithmetic.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { KioskService } from '@jiaohao/core/views/kiosk.ts'

type T = (key: string, facts?: Record<string, string | number>) => string

/** Reasons with words of their own: what happened, and when to come back. */
const worded: ReadonlySet<Reason> = new Set([
  'outsideSessions',
  'restDay',
  'closure',
  'quotaUsed',
  'closingSoon',
])

/** Why this service gives no number now, in as few words as a tile has room for. */
export function shutWords(
  { shut, opens, because }: Pick<KioskService, 'shut' | 'opens' | 'because'>,
  t: T,
  refusal: (reason: Reason) => string,
): string {
  if (!shut) return ''
  if (opens && worded.has(shut)) return t(`kiosk.shut.${shut}`, { when: whenWords(opens, t), because })
  return because === '' ? refusal(shut) : t('kiosk.shut.because', { reason: refusal(shut), because })
}

/** `13:30`, `明天 8:30`, `11 月 30 日（周一）8:30`. */
export function whenWords({ day, from, inDays }: NonNullable<KioskService['opens']>, t: T): string {
  const time = from.replace(/^0/, '')
  if (inDays === 0) return t('kiosk.when.today', { time })
  if (inDays === 1) return t('kiosk.when.tomorrow', { time })
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
  return t('kiosk.when.later', { month, date, time, weekday: t(`kiosk.weekdays.${weekdayOf(day)}`) })
}

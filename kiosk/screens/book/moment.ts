import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { Language } from '@jiaohao/core/text/language.ts'

/** `3月12日 周四` on the hall's calendar. */
export function dayWords(atMs: number, timeZone: string, language: Language): string {
  const format = { timeZone, month: 'short', day: 'numeric', weekday: 'short' } as const
  return new Intl.DateTimeFormat(language, format).format(atMs)
}

/** `09:30–10:00` on the hall's clock. */
export const slotWords = ({ fromMs, toMs }: { fromMs: number; toMs: number }, timeZone: string): string =>
  `${timeOfDay(fromMs, timeZone)}–${timeOfDay(toMs, timeZone)}`

/** `7KHQ 3MWA`: how people read it to each other. */
export const codeWords = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

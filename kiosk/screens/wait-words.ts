import type { WaitMinutes } from '@jiaohao/core/estimate/waits.ts'

const longMinutes = 120

/** A range of minutes in words: `约 10–20 分钟`; minutes past two hours would pretend to know. */
export function waitWords(
  { low, high }: WaitMinutes,
  t: (key: string, facts: Record<string, number>) => string,
): string {
  if (low < 1) return t('wait.within', { high: Math.max(high, 1) })
  if (low >= longMinutes) return t('wait.hours', { hours: Math.floor(low / 60) })
  return low === high ? t('wait.about', { low }) : t('wait.range', { low, high })
}

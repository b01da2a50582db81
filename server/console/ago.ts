import { useTexts } from '@jiaohao/screen/texts.tsx'
import { ago } from './elapsed.ts'

/** "3 分钟前" for a span in ms. */
export function useAgo(): (ms: number) => string {
  const { t } = useTexts()
  return (ms) => {
    const { unit, count } = ago(ms)
    return unit === 'seconds' ? t('ago.justNow') : t(`ago.${unit}`, { n: count })
  }
}

import type { HallFace } from '@jiaohao/core/views/parts.ts'
import { useTexts } from './texts.tsx'
import './hall-paused.css'

/** One strip over a screen that otherwise stays as it is: the hall pauses, why, and what becomes of the numbers. */
export function HallPaused({ standing }: { standing: HallFace['standing'] }) {
  const { t } = useTexts()
  if (standing.is !== 'paused') return null
  return (
    <p className="hall-paused" role="status">
      <strong>{t('standing.paused.because', { reason: standing.reason })}</strong>
      <span>{t('standing.paused.stay')}</span>
    </p>
  )
}

import { AlertFilled } from '@ant-design/icons'
import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './standing-line.css'

/** The hall is stopped, or this counter has called for help: said above everything else, until it is over. */
export function StandingLine({ view, onEmergency }: { view: CounterView; onEmergency(): void }) {
  const { t } = useTexts()
  const { standing, helpSinceMs } = view
  if (standing.is === 'open' && helpSinceMs === null) return null
  return (
    <div className="standing-line" role="alert" data-standing={standing.is}>
      <AlertFilled aria-hidden />
      <span>
        {standing.is === 'evacuated' && t('counter.emergency.standing.evacuated')}
        {standing.is === 'paused' && t('counter.emergency.standing.paused', { reason: standing.reason })}
        {standing.is === 'open' && t('counter.emergency.standing.help')}
      </span>
      <button type="button" onClick={onEmergency}>
        {t('counter.emergency.button')}
      </button>
    </div>
  )
}

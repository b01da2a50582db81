import type { Level } from '@jiaohao/core/queue/state.ts'
import type { AskingNow } from '@jiaohao/core/views/window.ts'
import { FiveFaces } from '@jiaohao/screen/five-faces.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './asked-screen.css'

interface Asked {
  asking: AskingNow
  sending: boolean
  nowMs: number
  onPress(level: Level): void
}

/** One neutral sentence, five equal faces, and how long there is, said calmly (E6). */
export function AskedScreen({ asking, sending, nowMs, onPress }: Asked) {
  const { t } = useTexts()
  const leftMs = Math.max(0, asking.untilMs - nowMs)
  const share = Math.min(1, leftMs / Math.max(1, asking.untilMs - asking.openedAtMs))
  return (
    <section className="asked">
      <h1>
        {t('evaluator.ask')}
        <small>{t('evaluator.forNumber', { number: asking.number })}</small>
      </h1>
      <FiveFaces onPress={onPress} disabled={sending} />
      <div className="asked-left">
        <span role="status">{sending && t('evaluator.sending')}</span>
        {!sending && <span>{t('evaluator.left', { seconds: Math.ceil(leftMs / 1_000) })}</span>}
        <div className="asked-bar">
          <div style={{ width: `${share * 100}%` }} />
        </div>
      </div>
    </section>
  )
}

import type { Level } from '@jiaohao/core/queue/state.ts'
import type { EvaluatorView } from '@jiaohao/core/views/evaluator.ts'
import { AccessibleSwitch } from '@jiaohao/screen/accessible-switch.tsx'
import { HallPaused } from '@jiaohao/screen/hall-paused.tsx'
import { LanguageButtons } from '@jiaohao/screen/language-buttons.tsx'
import { LeaveNow } from '@jiaohao/screen/leave-now.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { AskedScreen } from './asked-screen.tsx'
import { ExplainScreen } from './explain-screen.tsx'
import type { Rating } from './rating.ts'
import { RestingScreen } from './resting-screen.tsx'
import { SaidScreen } from './said-screen.tsx'
import './evaluator.css'

export interface EvaluatorProps {
  /** Null until the hub has told; then it stays, also when the hub is away. */
  view: EvaluatorView | null
  rating: Rating
  nowMs: number
  away: boolean
  onPress(level: Level): void
  onExplain(codes: string[], text: string): void
  onSkip(): void
}

/** The evaluator 评价器 on the citizen's side of the counter. */
export function EvaluatorScreen(props: EvaluatorProps) {
  const { view, away } = props
  const { t, nameOf } = useTexts()
  if (!view) {
    return (
      <main className="evaluator evaluator-blank">
        <p role="status">{t(away ? 'evaluator.away' : 'evaluator.loading')}</p>
      </main>
    )
  }
  if (view.hall.standing.is === 'evacuated') return <LeaveNow />
  return (
    <main className="evaluator">
      <header>
        <strong>{t('evaluator.counterNo', { no: view.sign.no })}</strong>
        <span>{nameOf(view.hall)}</span>
        {away && <em role="status">{t('evaluator.away')}</em>}
        <LanguageButtons />
        <AccessibleSwitch />
      </header>
      <HallPaused standing={view.hall.standing} />
      <Step {...props} view={view} />
    </main>
  )
}

function Step({ view, rating, nowMs, onPress, onExplain, onSkip }: EvaluatorProps & { view: EvaluatorView }) {
  switch (rating.is) {
    case 'resting':
      return <RestingScreen view={view} />
    case 'asked':
    case 'sending':
      return (
        <AskedScreen
          asking={rating.asking}
          sending={rating.is === 'sending'}
          nowMs={nowMs}
          onPress={onPress}
        />
      )
    case 'explain':
      return (
        <ExplainScreen level={rating.level} problem={rating.problem} onExplain={onExplain} onSkip={onSkip} />
      )
    case 'said':
      return <SaidScreen said={rating.said} />
  }
}

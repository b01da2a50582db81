import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { useTexts } from './texts.tsx'
import './pairing-screen.css'

/** How far this browser has come towards a key of its own. */
export type PairingStage =
  | { is: 'asking' }
  | { is: 'shown'; code: string }
  | { is: 'paired' }
  | { is: 'away' }
  | { is: 'refused'; reason: Reason }

type Props = { kind: StationKind; stage: PairingStage | { is: 'otherVersion' } }

/** What a screen without a key shows: its code, large, and what an administrator does with it. */
export function PairingScreen({ kind, stage }: Props) {
  const { t } = useTexts()
  if (stage.is === 'otherVersion') {
    return (
      <main className="pairing">
        <section className="pairing-card" role="status">
          <h1>{t('pairing.otherVersion.title')}</h1>
          <p className="pairing-lead">{t('pairing.otherVersion.lead')}</p>
        </section>
      </main>
    )
  }
  return (
    <main className="pairing">
      <section className="pairing-card">
        <p className="pairing-kind">{t(`pairing.kinds.${kind}`)}</p>
        <h1>{t('pairing.title')}</h1>
        <p className="pairing-lead">{t('pairing.lead')}</p>
        <div className="pairing-code">
          <span className="pairing-code-label">{t('pairing.code')}</span>
          <span className="pairing-code-letters">
            {stage.is === 'shown' ? inGroups(stage.code) : '· · ·'}
          </span>
        </div>
        <Stage stage={stage} />
        <ol className="pairing-steps">
          <li>{t('pairing.steps.open')}</li>
          <li>{t('pairing.steps.find')}</li>
          <li>{t('pairing.steps.confirm')}</li>
        </ol>
        <p className="pairing-origin">{location.origin}</p>
      </section>
    </main>
  )
}

function Stage({ stage }: { stage: PairingStage }) {
  const { t, refusal } = useTexts()
  const wrong = stage.is === 'away' || stage.is === 'refused'
  return (
    <p className={wrong ? 'pairing-stage pairing-stage-wrong' : 'pairing-stage'} role="status">
      {stage.is === 'refused'
        ? t('pairing.refused', { reason: refusal(stage.reason) })
        : t(stage.is === 'shown' ? 'pairing.waiting' : `pairing.${stage.is}`)}
    </p>
  )
}

/** Halves are easier to read out over a telephone. */
function inGroups(code: string): string {
  const half = Math.ceil(code.length / 2)
  return code.length < 6 ? code : `${code.slice(0, half)} ${code.slice(half)}`
}

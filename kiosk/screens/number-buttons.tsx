import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { TakenHere } from '@jiaohao/core/views/kiosk.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { CountdownRing } from './countdown-ring.tsx'
import type { Phase } from './step.ts'
import { useIdle } from './use-idle.ts'
import './number-buttons.css'

interface Props {
  phase: Phase
  taken: TakenHere | undefined
  nowMs: number
  carries: 'paper' | 'screen'
  /** A number given before may be printed again. */
  mayReprint: boolean
  onWritten(): Promise<Answer>
  onReprint(): Promise<Answer>
  onAgain(): void
  onBegin(): void
}

const slowPrintMs = 12_000
const confirmWithinSeconds = 20
/** A number on screen only needs time to be noted or scanned. */
const backSeconds = { paper: 12, screen: 20 }

/** What the citizen can do about the number, and the ring that counts to the end of it. */
export function NumberButtons(props: Props) {
  const { phase, taken, nowMs, carries, mayReprint, onWritten, onReprint, onAgain, onBegin } = props
  const { t, refusal } = useTexts()
  const [asking, setAsking] = useState(false)
  const [no, setNo] = useState<Reason | null>(null)
  const over = phase === 'take' || phase === 'remember' || phase === 'void'
  const backAfter = backSeconds[carries]
  const left = useIdle(over ? backAfter : null, phase, onBegin)
  const printsSlowly = phase === 'printing' && taken !== undefined && nowMs - taken.issuedAtMs > slowPrintMs

  const ask = async (send: () => Promise<Answer>) => {
    setAsking(true)
    const answer = await send()
    setNo('refused' in answer ? answer.refused : null)
    setAsking(false)
  }

  if (over) {
    return (
      <div className="taken-buttons">
        <CountdownRing left={left} of={backAfter} label={t('kiosk.number.backIn', { seconds: left })} />
        <span className="taken-back-in">{t('kiosk.number.backIn', { seconds: left })}</span>
        {phase === 'void' && (
          <button type="button" className="taken-main" onClick={onAgain}>
            {t('kiosk.number.again')}
          </button>
        )}
        {mayReprint && phase === 'remember' && (
          <button type="button" disabled={asking} onClick={() => void ask(onReprint)}>
            {t('kiosk.number.reprint')}
          </button>
        )}
        <button type="button" onClick={onBegin}>
          {t('kiosk.number.done')}
        </button>
      </div>
    )
  }
  if (phase !== 'confirm' && !printsSlowly) return <div className="taken-buttons" />
  const seconds = Math.max(0, Math.floor(((taken?.confirmByMs ?? nowMs) - nowMs) / 1_000))
  return (
    <div className="taken-confirm">
      <p className="taken-todo" role="alert">
        {no ? refusal(no) : t(phase === 'confirm' ? 'kiosk.number.todo' : 'kiosk.number.printingSlow')}
      </p>
      <div className="taken-buttons">
        {phase === 'confirm' && (
          <>
            <CountdownRing
              left={seconds}
              of={confirmWithinSeconds}
              label={t('kiosk.number.within', { seconds })}
            />
            <span className="taken-back-in">{t('kiosk.number.within', { seconds })}</span>
            <button type="button" disabled={asking} onClick={() => void ask(onReprint)}>
              {t('kiosk.number.reprint')}
            </button>
          </>
        )}
        <button type="button" className="taken-main" disabled={asking} onClick={() => void ask(onWritten)}>
          {t('kiosk.number.written')}
        </button>
      </div>
    </div>
  )
}

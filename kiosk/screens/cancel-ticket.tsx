import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'

type Stage = { is: 'offered' } | { is: 'sure'; refused: Reason | null } | { is: 'asking' }

/** Gives a number back, after one question. */
export function CancelTicket({ number, onCancel }: { number: string; onCancel(): Promise<Answer> }) {
  const { t, refusal } = useTexts()
  const [stage, setStage] = useState<Stage>({ is: 'offered' })
  const cancel = async () => {
    setStage({ is: 'asking' })
    const answer = await onCancel()
    setStage('refused' in answer ? { is: 'sure', refused: answer.refused } : { is: 'offered' })
  }
  if (stage.is === 'offered') {
    return (
      <button type="button" className="phone-plain" onClick={() => setStage({ is: 'sure', refused: null })}>
        {t('phone.cancel.offer')}
      </button>
    )
  }
  const asking = stage.is === 'asking'
  return (
    <section className="phone-cancel">
      <h2>{t('phone.cancel.sure', { number })}</h2>
      <p>{t('phone.cancel.means')}</p>
      {stage.is === 'sure' && stage.refused && (
        <p className="phone-refused" role="alert">
          {t('phone.cancel.refused', { reason: refusal(stage.refused) })}
        </p>
      )}
      <div className="phone-buttons">
        <button type="button" disabled={asking} onClick={() => void cancel()}>
          {t(asking ? 'phone.cancel.asking' : 'phone.cancel.confirm')}
        </button>
        <button
          type="button"
          className="phone-main"
          disabled={asking}
          onClick={() => setStage({ is: 'offered' })}
        >
          {t('phone.cancel.keep')}
        </button>
      </div>
    </section>
  )
}

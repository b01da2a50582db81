import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { Level } from '@jiaohao/core/queue/state.ts'
import type { PhoneLeg } from '@jiaohao/core/views/phone.ts'
import { FiveFaces } from '@jiaohao/screen/five-faces.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { WhyThisMark } from './why-this-mark.tsx'
import './rate-leg.css'

type Stage =
  | { is: 'asked'; refused: Reason | null }
  | { is: 'sending'; level: Level }
  | { is: 'rated'; level: Level; explained: boolean }

interface Props {
  leg: PhoneLeg
  onRate(level: Level): Promise<Answer>
  onExplain(codes: string[], text: string): Promise<Answer>
}

const lowMark = 2
/** Asking again would be refused again. */
const final: readonly Reason[] = ['ratingClosed', 'notRateable', 'alreadyRated']

/** Rates one finished leg; the press counts at once, and a low one may be explained (E8, E9). */
export function RateLeg({ leg, onRate, onExplain }: Props) {
  const { t, refusal } = useTexts()
  const [stage, setStage] = useState<Stage>({ is: 'asked', refused: null })
  const rate = async (level: Level) => {
    setStage({ is: 'sending', level })
    const answer = await onRate(level)
    const refused = 'refused' in answer ? answer.refused : null
    setStage(refused ? { is: 'asked', refused } : { is: 'rated', level, explained: false })
  }
  const nameOf = (level: Level) => t(`levels.${level}`)
  const closed = stage.is === 'asked' && stage.refused !== null && final.includes(stage.refused)
  const ratedBefore = leg.rated && stage.is === 'asked'
  return (
    <section className="phone-rate">
      <h2>{t(ratedBefore || stage.is === 'rated' ? 'phone.rate.thanks' : 'phone.rate.ask')}</h2>
      <p className="phone-rate-where">
        {t('phone.rate.where', { counter: leg.counterNo, service: leg.serviceName })}
      </p>
      {stage.is === 'rated' && (
        <p className="phone-rate-kept" role="status">
          {t(stage.explained ? 'phone.rate.explained' : 'phone.rate.kept', { level: nameOf(stage.level) })}
        </p>
      )}
      {stage.is === 'rated' && stage.level <= lowMark && !stage.explained && (
        <WhyThisMark
          level={stage.level}
          onExplain={onExplain}
          onDone={() => setStage({ ...stage, explained: true })}
        />
      )}
      {!ratedBefore && stage.is !== 'rated' && (
        <>
          {stage.is === 'sending' ? (
            <p className="phone-rate-kept" role="status">
              {t('phone.rate.sending', { level: nameOf(stage.level) })}
            </p>
          ) : stage.refused ? (
            <p className="phone-refused" role="alert">
              {t('phone.rate.refused', { reason: refusal(stage.refused) })}
            </p>
          ) : null}
          {!closed && (
            <>
              <FiveFaces
                layout="column"
                disabled={stage.is === 'sending'}
                onPress={(level) => void rate(level)}
              />
              <p className="phone-rate-where">{t('phone.rate.anonymous')}</p>
            </>
          )}
        </>
      )}
    </section>
  )
}

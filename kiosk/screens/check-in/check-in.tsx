import { codeLength } from '@jiaohao/core/queue/booking-code.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { Refused } from '@jiaohao/core/queue/refused.ts'
import type { Language } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useRef, useState } from 'react'
import { CountdownRing } from '../countdown-ring.tsx'
import { useIdle } from '../use-idle.ts'
import { useSpoken } from '../use-spoken.ts'
import { CodeKeys } from './code-keys.tsx'
import './check-in.css'

interface Props {
  timeZone: string
  asking: boolean
  refused: Refused | null
  onCode(code: string): void
  /** The citizen begins anew: what was said no longer stands. */
  onTyping(): void
  onTake(): void
  onBack(): void
}

const idleSeconds = 60
const ringFromSeconds = 20

/** 预约签到: eight letters by touch; a QR code or a card held to the machine does it without a touch. */
export function CheckIn({ timeZone, asking, refused, onCode, onTyping, onTake, onBack }: Props) {
  const { t, language, refusal } = useTexts()
  const [typed, setTyped] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const left = useIdle(asking ? null : idleSeconds, `${typed} ${refused?.refused}`, onBack)
  const todo = refused && todoWords(refused, timeZone, language, t)
  useSpoken(refused ? `${refusal(refused.refused)}。${todo}` : t('checkIn.spoken'))

  const type = (next: string) => {
    setTyped(next)
    if (refused) onTyping()
    if (next.length === codeLength) onCode(next)
  }
  const walksIn = refused?.refused === 'appointmentOver' || refused?.refused === 'alreadyCheckedIn'

  return (
    <section className="check-in">
      <h2 tabIndex={-1} ref={title}>
        {t('checkIn.title')}
      </h2>
      {refused ? (
        <div className="check-in-no" role="alert">
          <p>
            <strong>{refusal(refused.refused)}</strong>
          </p>
          <p>{todo}</p>
          {walksIn && (
            <button type="button" onClick={onTake}>
              {t('checkIn.takeNumber')}
            </button>
          )}
        </div>
      ) : (
        <ul className="check-in-ways">
          <li>{t('checkIn.ways.code')}</li>
          <li>{t('checkIn.ways.scan')}</li>
          <li>{t('checkIn.ways.card')}</li>
        </ul>
      )}
      <p className="check-in-code" role="status" aria-label={`${t('checkIn.code')} ${[...typed].join(' ')}`}>
        {Array.from({ length: codeLength }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place in the code
          <span key={i} className={i === typed.length ? 'check-in-next' : ''}>
            {typed[i] ?? ''}
          </span>
        ))}
      </p>
      {asking ? (
        <p className="check-in-asking" role="status">
          {t('checkIn.asking')}
        </p>
      ) : (
        <CodeKeys typed={typed} onType={type} />
      )}
      <div className="check-in-end">
        <button type="button" disabled={asking} onClick={onBack}>
          {t('checkIn.back')}
        </button>
        {left <= ringFromSeconds && !asking && (
          <span className="check-in-left">
            <CountdownRing left={left} of={ringFromSeconds} label={t('checkIn.backIn', { seconds: left })} />
            {t('checkIn.backIn', { seconds: left })}
          </span>
        )}
      </div>
    </section>
  )
}

/** What to do now, said of every refusal. */
function todoWords(
  { refused, atMs }: Refused,
  timeZone: string,
  language: Language,
  t: (key: string, facts?: Record<string, string | number>) => string,
): string {
  const day = new Intl.DateTimeFormat(language, { timeZone, month: 'numeric', day: 'numeric' })
  const facts = atMs === undefined ? {} : { time: timeOfDay(atMs, timeZone), day: day.format(atMs) }
  return t(`checkIn.todo.${told.has(refused) ? refused : 'other'}`, facts)
}

const told: ReadonlySet<string> = new Set([
  'unknownAppointment',
  'tooEarly',
  'notToday',
  'appointmentOver',
  'alreadyCheckedIn',
  'tooManyTries',
])

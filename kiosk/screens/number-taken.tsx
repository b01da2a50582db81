import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { KioskView, TakenHere } from '@jiaohao/core/views/kiosk.ts'
import { QrCode } from '@jiaohao/screen/qr-code.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { useRef, useState } from 'react'
import { NumberButtons } from './number-buttons.tsx'
import { PaperSlip } from './paper-slip.tsx'
import { type Phase, phaseOf, type Step } from './step.ts'
import { useSpoken } from './use-spoken.ts'
import { waitWords } from './wait-words.ts'
import './number-taken.css'

interface Props {
  view: KioskView
  step: Extract<Step, { is: 'number' }>
  nowMs: number
  onStep(step: Step): void
  onSend(command: Command): Promise<Answer>
  onBegin(): void
}

/** The number, as large as the screen allows, and what has become of its paper. */
export function NumberTaken({ view, step, nowMs, onStep, onSend, onBegin }: Props) {
  const { t } = useTexts()
  const [hand, setHand] = useState(step.hand)
  const [confirmed, setConfirmed] = useState(false)
  const seen = useRef<TakenHere>(undefined)
  const taken = view.taken.find(({ ticketId }) => ticketId === step.ticketId) ?? seen.current
  seen.current = taken
  const phase = phaseOf(view, taken, hand)
  const where = taken?.where ? t('kiosk.number.where', { where: taken.where }) : ''
  const spoken =
    phase === 'printing' || phase === 'reprinting'
      ? ''
      : phase === 'void'
        ? t('kiosk.number.voided')
        : t('kiosk.spoken.number', { number: [...step.number].join(' '), where })
  useSpoken(spoken)

  return (
    <section className={`taken taken-is-${phase}`}>
      <h2 className="taken-say" role="status">
        {step.told && step.told !== 'late' && phase === 'remember'
          ? t(step.told === 'held' ? 'kiosk.number.held' : 'checkIn.again')
          : titleOf(phase, confirmed, taken, t)}
      </h2>
      <div className="taken-number">
        <span className="taken-yours">{t('kiosk.number.yours')}</span>
        <TicketNumber number={step.number} size={sizeOf(step.number)} />
      </div>
      {phase === 'void' ? (
        <p className="taken-voided">{t('kiosk.number.voidedWhy')}</p>
      ) : (
        <div className="taken-facts">
          {taken && <p className="taken-service">{taken.serviceName}</p>}
          {taken?.appointment && (
            <p className="taken-booked">
              {t('checkIn.booked', {
                from: timeOfDay(taken.appointment.fromMs, view.hall.timeZone),
                to: timeOfDay(taken.appointment.toMs, view.hall.timeZone),
              })}
            </p>
          )}
          {(step.told === 'late' || taken?.appointment?.late) && (
            <p className="taken-late">{t('checkIn.late')}</p>
          )}
          {where !== '' && <p className="taken-where">{where}</p>}
          {taken?.ahead === null && <p className="taken-ahead">{t('kiosk.giving.number')}</p>}
          {taken && taken.ahead !== null && (
            <p className="taken-ahead">
              {t('kiosk.sheet.ahead')} {t('kiosk.sheet.people', { count: taken.ahead })}
              {taken.wait && ` · ${waitWords(taken.wait, t)}`}
            </p>
          )}
          <p className="taken-listen">{t('kiosk.number.listen')}</p>
        </div>
      )}
      <div className="taken-carry">
        {(phase === 'printing' || phase === 'reprinting' || phase === 'take') && (
          <PaperSlip number={step.number} out={phase === 'take'} />
        )}
        {taken && taken.url !== '' && phase !== 'void' && (
          <figure className="taken-qr">
            <QrCode data={taken.url} label={t('kiosk.number.scan')} />
            <figcaption>{t(taken.ahead === null ? 'kiosk.giving.scan' : 'kiosk.number.scan')}</figcaption>
          </figure>
        )}
      </div>
      <NumberButtons
        phase={phase}
        taken={taken}
        nowMs={nowMs}
        carries={hand}
        mayReprint={step.told === 'held' || (step.told === 'again' && taken !== undefined)}
        onWritten={() => {
          setHand('screen')
          setConfirmed(true)
          return onSend({ command: 'confirmNumber', ticketId: step.ticketId })
        }}
        onReprint={async () => {
          const answer = await onSend({ command: 'reprint', ticketId: step.ticketId })
          if ('done' in answer) setHand('paper')
          return answer
        }}
        onAgain={() => onStep({ is: 'choose' })}
        onBegin={onBegin}
      />
    </section>
  )
}

function titleOf(
  phase: Phase,
  confirmed: boolean,
  taken: TakenHere | undefined,
  t: (key: string) => string,
): string {
  switch (phase) {
    case 'confirm':
      return t(taken?.slip === 'unknown' ? 'kiosk.number.unknown' : 'kiosk.number.failed')
    case 'remember':
      return t(confirmed ? 'kiosk.number.confirmed' : 'kiosk.number.remember')
    case 'void':
      return t('kiosk.number.voided')
    default:
      return t(`kiosk.number.${phase}`)
  }
}

/** As wide as the place, whatever the number's length; the stylesheet says how wide and high that is. */
const sizeOf = (number: string): string =>
  `min(calc(var(--number-width) / ${(number.length * 0.66).toFixed(2)}), var(--number-height))`

import type { Appointment } from '@jiaohao/core/contract/appointment-routes.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { QrCode } from '@jiaohao/screen/qr-code.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { calendarFile } from './calendar-file.ts'
import { codeWords, dayWords, slotWords } from './moment.ts'
import { No } from './no.tsx'
import type { Offer } from './step.ts'

interface Props {
  offer: Offer
  appointment: Appointment
  asking: boolean
  refused: Reason | null
  nowMs: number
  onChange(): void
  onCancel(): void
  onAnother(): void
}

/** One booking: its code and QR code, when and where, and what can still be done about it. */
export function MyAppointment(props: Props) {
  const { offer, appointment, asking, refused, nowMs, onChange, onCancel, onAnother } = props
  const { t, language, nameOf } = useTexts()
  const [sure, setSure] = useState(false)
  const { timeZone } = offer.hall
  const { status, code, ticket, open } = appointment
  const name = nameOf({ name: appointment.serviceName, nameEn: appointment.serviceNameEn })
  const stands = status === 'booked'
  const state = stands && !open ? 'closed' : status
  const time = (atMs: number) => timeOfDay(atMs, timeZone)

  return (
    <>
      <section className={`book-mine book-mine-${state}`}>
        <p className="book-state" role="status">
          {t(`book.states.${state}`)}
        </p>
        <p className="book-when">
          {dayWords(appointment.fromMs, timeZone, language)}
          <strong>{slotWords(appointment, timeZone)}</strong>
        </p>
        <p className="book-name">{name}</p>
        {(stands || status === 'lapsed') && (
          <>
            <p className="book-code" role="img" aria-label={`${t('book.code')} ${[...code].join(' ')}`}>
              <span>{t('book.code')}</span>
              <strong>{codeWords(code)}</strong>
            </p>
            <figure className="book-qr">
              <QrCode data={appointment.qr} label={t('book.qr')} />
              <figcaption>{t('book.qr')}</figcaption>
            </figure>
          </>
        )}
        <p className="book-todo">
          {t(`book.next.${state}`, {
            from: time(appointment.checkInFromMs),
            until: time(appointment.keptUntilMs),
            number: ticket?.number ?? '',
          })}
        </p>
        {ticket && ticket.url !== '' && (
          <a className="book-main" href={ticket.url}>
            {t('book.follow', { number: ticket.number })}
          </a>
        )}
      </section>
      {refused && <No reason={refused} />}
      {stands && (
        <dl className="book-facts">
          {appointment.where !== '' && (
            <div>
              <dt>{t('book.where')}</dt>
              <dd>{`${nameOf(offer.hall)} · ${appointment.where}`}</dd>
            </div>
          )}
          {appointment.bring.length > 0 && (
            <div>
              <dt>{t('book.bring')}</dt>
              <dd>{appointment.bring.join(t('book.comma'))}</dd>
            </div>
          )}
        </dl>
      )}
      {stands && !sure && (
        <div className="book-acts">
          <button type="button" className="book-second" onClick={() => saveInCalendar(props, name, t)}>
            {t('book.calendar')}
          </button>
          {nowMs <= appointment.changeUntilMs && (
            <button type="button" className="book-second" disabled={asking} onClick={onChange}>
              {t('book.change')}
            </button>
          )}
          {nowMs <= appointment.cancelUntilMs && (
            <button type="button" className="book-second" disabled={asking} onClick={() => setSure(true)}>
              {t('book.cancel')}
            </button>
          )}
        </div>
      )}
      {stands && sure && (
        <div className="book-sure" role="alertdialog" aria-label={t('book.sure')}>
          <strong>{t('book.sure')}</strong>
          <p>{t('book.cancelMeans')}</p>
          <button type="button" className="book-second" disabled={asking} onClick={() => setSure(false)}>
            {t('book.keep')}
          </button>
          <button type="button" className="book-danger" disabled={asking} onClick={onCancel}>
            {t(asking ? 'book.asking' : 'book.cancelYes')}
          </button>
        </div>
      )}
      {stands ? (
        <p className="book-note">{t('book.keepLink')}</p>
      ) : (
        <button type="button" className="book-second" onClick={onAnother}>
          {t('book.another')}
        </button>
      )}
    </>
  )
}

/** As a file the phone's own calendar opens: no other site has to know. */
function saveInCalendar(
  { offer, appointment, nowMs }: Props,
  name: string,
  t: (key: string, facts?: Record<string, string | number>) => string,
): void {
  const { code, bring, where, fromMs, toMs } = appointment
  const lines = [
    `${t('book.code')} ${codeWords(code)}`,
    ...(bring.length > 0 ? [`${t('book.bring')} ${bring.join('、')}`] : []),
    location.href,
  ]
  const file = calendarFile({
    code,
    fromMs,
    toMs,
    title: t('book.entry', { name }),
    where: `${offer.hall.name} ${where}`,
    text: lines.join('\n'),
    writtenAtMs: nowMs,
  })
  const url = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `${code}.ics` })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

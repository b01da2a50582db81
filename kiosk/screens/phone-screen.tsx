import type { Answer } from '@jiaohao/core/contract/socket.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { Need } from '@jiaohao/core/queue/need.ts'
import type { Level } from '@jiaohao/core/queue/state.ts'
import type { PhoneView } from '@jiaohao/core/views/phone.ts'
import { AccessibleSwitch } from '@jiaohao/screen/accessible-switch.tsx'
import { HallPaused } from '@jiaohao/screen/hall-paused.tsx'
import { LanguageButtons } from '@jiaohao/screen/language-buttons.tsx'
import { LeaveNow } from '@jiaohao/screen/leave-now.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { CancelTicket } from './cancel-ticket.tsx'
import { PhoneCalled } from './phone-called.tsx'
import { PhoneNeeds } from './phone-needs.tsx'
import { PhoneWaiting } from './phone-waiting.tsx'
import { RateLeg } from './rate-leg.tsx'
import './phone-screen.css'

export interface PhoneProps {
  view: PhoneView | null
  /** The address names no ticket the hall knows. */
  lost: boolean
  awaySinceMs: number | null
  onCancel(): Promise<Answer>
  onNeeds(needs: Need[]): Promise<Answer>
  onRate(leg: number, level: Level): Promise<Answer>
  onExplain(leg: number, codes: string[], text: string): Promise<Answer>
}

/** One citizen's number, wherever they are: what state, how long, where, and afterwards a mark. */
export function PhoneScreen(props: PhoneProps) {
  const { view, lost, awaySinceMs } = props
  const { t, nameOf } = useTexts()
  const called = view?.at === 'called'
  const away = awaySinceMs !== null && (
    <p className="phone-away" role="status">
      {t('phone.away', { time: timeOfDay(awaySinceMs, view?.hall.timeZone ?? 'Asia/Shanghai') })}
    </p>
  )
  if (view?.hall.standing.is === 'evacuated') {
    return (
      <LeaveNow>
        <p>{t('phone.kept', { number: view.number })}</p>
      </LeaveNow>
    )
  }
  if (view && called) {
    return (
      <div className="phone phone-is-called">
        {away}
        <PhoneCalled view={view} />
      </div>
    )
  }
  return (
    <div className="phone">
      <header className="phone-bar">
        <h1>{view && nameOf(view.hall)}</h1>
        <div className="phone-choices">
          <LanguageButtons />
          <AccessibleSwitch />
        </div>
      </header>
      {away}
      {view && <HallPaused standing={view.hall.standing} />}
      <main>{lost ? <Nothing /> : view ? <Ticket {...props} view={view} /> : <Loading />}</main>
    </div>
  )
}

function Ticket({ view, onCancel, onNeeds, onRate, onExplain }: PhoneProps & { view: PhoneView }) {
  const { t } = useTexts()
  const { at, counterNo } = view
  const over = at === 'cancelled' || at === 'expired' || at === 'void'
  const state = at === 'serving' && counterNo !== null ? 'servingAt' : at
  const rates = at === 'finished' && view.toRate.length > 0
  return (
    <>
      <section className={`phone-ticket phone-ticket-${over ? 'over' : rates ? 'small' : at}`}>
        <p className="phone-state" role="status">
          {t(`phone.states.${state}`, { no: counterNo ?? '' })}
        </p>
        <p className="phone-number">
          <span className="phone-yours">{t('phone.yours')}</span>
          <TicketNumber
            number={view.number}
            size={`min(${((rates ? 60 : 126) / view.number.length).toFixed(1)}vw, 9rem)`}
          />
        </p>
        {hasTodo(at) && <p className="phone-todo">{t(`phone.todo.${at}`)}</p>}
        {at === 'waiting' && <PhoneWaiting view={view} />}
        {(at === 'waiting' || at === 'issuing' || at === 'held') && (
          <PhoneNeeds view={view} onNeeds={onNeeds} />
        )}
        {!rates && (
          <dl className="phone-facts">
            <Fact name={t('phone.service')}>{view.serviceName}</Fact>
            {view.journey && (
              <Fact name={view.journey.name}>
                {view.journey.left.length > 0
                  ? t('phone.journeyLeft', { services: view.journey.left.join('、') })
                  : t('phone.journeyLast')}
              </Fact>
            )}
            {(at === 'waiting' || at === 'issuing' || at === 'held') && view.where !== '' && (
              <Fact name={t('phone.where')}>{view.where}</Fact>
            )}
            <Fact name={t('phone.taken')}>{timeOfDay(view.issuedAtMs, view.hall.timeZone)}</Fact>
          </dl>
        )}
      </section>
      {view.toRate.map((leg) => (
        <RateLeg
          key={leg.leg}
          leg={leg}
          onRate={(level) => onRate(leg.leg, level)}
          onExplain={(codes, text) => onExplain(leg.leg, codes, text)}
        />
      ))}
      {view.hall.notice !== '' && <p className="phone-notice">{view.hall.notice}</p>}
      {(at === 'waiting' || at === 'missed' || at === 'issuing') && (
        <CancelTicket number={view.number} onCancel={onCancel} />
      )}
    </>
  )
}

const hasTodo = (at: PhoneView['at']): boolean =>
  at !== 'waiting' && at !== 'called' && at !== 'serving' && at !== 'finished'

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Loading() {
  const { t } = useTexts()
  return (
    <p className="phone-loading" role="status">
      {t('phone.loading')}
    </p>
  )
}

function Nothing() {
  const { t } = useTexts()
  return (
    <section className="phone-nothing">
      <h2>{t('phone.nothing.title')}</h2>
      <p>{t('phone.nothing.why')}</p>
      <p>{t('phone.nothing.todo')}</p>
    </section>
  )
}

import type { CounterView, TicketCard } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { servedMs } from './alarms.ts'
import { clockText, minutesBetween } from './clock-text.ts'
import { HeroFacts } from './hero-facts.tsx'
import { HeroItems } from './hero-items.tsx'
import './hero.css'

/** The ticket at the counter with its running clock; without one, what stands in its place. */
export function Hero({ view, nowMs }: { view: CounterView; nowMs: number }) {
  const { t } = useTexts()
  const { sign, current } = view
  return (
    <section className="hero" data-state={sign.state} aria-label={t(`counter.state.${sign.state}`)}>
      <div className="hero-head">
        <span className="hero-state">{t(`counter.state.${sign.state}`)}</span>
        {current && <HeroClock card={current} nowMs={nowMs} />}
      </div>
      {current ? (
        <Current card={current} checklist={view.checklist} nowMs={nowMs} timeZone={view.timeZone} />
      ) : (
        <Nobody view={view} nowMs={nowMs} />
      )}
    </section>
  )
}

function HeroClock({ card, nowMs }: { card: TicketCard; nowMs: number }) {
  const { t } = useTexts()
  const serving = card.at === 'serving'
  const ms = serving ? servedMs(card, nowMs) : nowMs - (card.lastCalledAtMs ?? nowMs)
  return (
    <span className="hero-clock">
      {t(serving ? 'counter.hero.served' : 'counter.hero.called')}
      <time>{clockText(ms)}</time>
    </span>
  )
}

function Current({
  card,
  checklist,
  nowMs,
  timeZone,
}: {
  card: TicketCard
  checklist: CounterView['checklist']
  nowMs: number
  timeZone: string
}) {
  return (
    <>
      <div className={checklist.length > 0 ? 'hero-ticket hero-ticket-small' : 'hero-ticket'}>
        <TicketNumber number={card.number} />
        <h2>{card.serviceName}</h2>
      </div>
      <HeroItems checklist={checklist} />
      <HeroFacts card={card} nowMs={nowMs} timeZone={timeZone} />
    </>
  )
}

function Nobody({ view, nowMs }: { view: CounterView; nowMs: number }) {
  const { t } = useTexts()
  const { sign, waiting } = view
  const next = waiting[0]
  if (sign.state === 'paused') return <p className="hero-quiet">{sign.pausedFor}</p>
  if (sign.state === 'wrappingUp') return <p className="hero-quiet">{t('counter.hero.wrapping')}</p>
  if (!next) {
    return (
      <div className="hero-empty">
        <p className="hero-quiet">{t('counter.hero.nobodyWaits')}</p>
        <p>{t('counter.hero.nobodyWaitsAbout')}</p>
      </div>
    )
  }
  return (
    <div className="hero-next">
      <span>{t('counter.hero.nextIs')}</span>
      <div className="hero-ticket">
        <TicketNumber number={next.number} />
        <h2>{next.serviceName}</h2>
      </div>
      <p>
        {t('counter.hero.waited', { minutes: minutesBetween(next.queuedAtMs, nowMs) })}
        {next.priority && ` · ${t('counter.hero.priority', { name: next.priority.name })}`}
        {next.appointment && ` · ${t('counter.hero.appointment')}`}
      </p>
    </div>
  )
}

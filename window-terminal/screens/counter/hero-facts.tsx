import { fileOf, languageIn, usualLanguage } from '@jiaohao/core/text/language.ts'
import type { TicketCard } from '@jiaohao/core/views/counter.ts'
import { NeedSign } from '@jiaohao/screen/need-sign.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { WhyWords } from '@jiaohao/screen/why-words.tsx'
import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'
import { clockText, minutesBetween, timeOfDay } from './clock-text.ts'

interface Facts {
  card: TicketCard
  nowMs: number
  timeZone: string
}

/** What a clerk should know of the ticket: needs first, then why it came and where it has been. */
export function HeroFacts({ card, nowMs, timeZone }: Facts) {
  const { t } = useTexts()
  const waited = minutesBetween(card.queuedAtMs, card.firstCalledAtMs ?? nowMs)
  const history = [
    t('counter.hero.took', { time: timeOfDay(card.issuedAtMs, timeZone), minutes: waited }),
    ...(card.at === 'called' ? [t('counter.hero.times', { calls: card.calls })] : []),
    ...(card.heldMs > 0 ? [t('counter.hero.heldBefore', { clock: clockText(card.heldMs) })] : []),
  ]
  const spoken = languageIn(card.language)
  const foreign = spoken !== usualLanguage
  return (
    <dl className="hero-facts">
      {(card.priority || card.appointment || foreign || card.needs.length > 0) && (
        <Fact name={t('counter.hero.needs')}>
          <span className="hero-needs">
            {card.priority && (
              <span className="hero-need">
                <strong>{t('counter.hero.priority', { name: card.priority.name })}</strong>
                {card.priority.ground}
              </span>
            )}
            {card.appointment && (
              <span className="hero-need">
                <strong>{t('counter.hero.appointment')}</strong>
              </span>
            )}
            {card.needs.map((need) => (
              <span key={need} className="hero-need">
                <NeedSign need={need} />
                <strong>{t(`needs.${need}`)}</strong>
              </span>
            ))}
            {foreign && (
              <span className="hero-need">
                <strong>{t('counter.hero.speaks', { language: fileOf(spoken).name })}</strong>
              </span>
            )}
          </span>
        </Fact>
      )}
      {card.journey && (
        <Fact name={t('counter.hero.journey')}>
          <strong>{card.journey.name}</strong>{' '}
          {card.journey.left.length > 0
            ? t('counter.hero.journeyLeft', { services: card.journey.left.join('、') })
            : t('counter.hero.journeyLast')}
        </Fact>
      )}
      {card.note && <Fact name={t('counter.hero.note')}>{card.note}</Fact>}
      {card.why && (
        <Fact name={t('counter.hero.why')}>
          {t(`counter.why.${card.why.rule}`, { passed: card.why.passed })}
          <Popover
            trigger="click"
            placement="bottom"
            title={t('counter.hero.whyTitle', { number: card.number })}
            content={<WhyWords ticketId={card.ticketId} />}
          >
            <Button type="link" size="small">
              {t('counter.hero.whyShow')}
            </Button>
          </Popover>
        </Fact>
      )}
      {card.legs.length > 1 && (
        <Fact name={t('counter.hero.cameFrom')}>
          {card.legs
            .slice(0, -1)
            .map(({ serviceName, counterNo }) =>
              t(counterNo ? 'counter.hero.leg' : 'counter.hero.legNowhere', {
                service: serviceName,
                no: counterNo,
              }),
            )
            .join(' → ')}
        </Fact>
      )}
      <Fact name={t('counter.lists.waiting')}>{history.join(' · ')}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { Empty, Segmented } from 'antd'
import { useState } from 'react'
import { Dot, type DotIs } from '../dot.tsx'
import { minutesAndSeconds } from '../elapsed.ts'
import { useHallClock } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { FreeCounter } from './free-counter.tsx'
import './counters.css'

type Sign = TodayView['counters'][number]

const dots: Record<Sign['state'], DotIs> = {
  closed: 'off',
  idle: 'good',
  calling: 'busy',
  serving: 'busy',
  wrappingUp: 'busy',
  paused: 'warn',
}

/** Every counter as a small card: its number, what it does, who sits there and since when. */
export function Counters({ counters, nowMs, may }: { counters: Sign[]; nowMs: number; may: boolean }) {
  const { t } = useTexts()
  const open = counters.filter(({ state }) => state !== 'closed')
  const [which, setWhich] = useState<'open' | 'all'>('all')
  const shown = which === 'open' ? open : counters
  return (
    <Panel
      title={t('today.counters')}
      beside={
        counters.length > 0 && (
          <Segmented
            size="small"
            aria-label={t('today.whichCounters')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'all' as const, label: t('today.allCounters', { n: counters.length }) },
              { value: 'open' as const, label: t('today.openOnly', { n: open.length }) },
            ]}
          />
        )
      }
    >
      {shown.length === 0 ? (
        <Empty description={t(counters.length === 0 ? 'today.noCounters' : 'today.noneOpenNow')} />
      ) : (
        <ul className="today-counters">
          {shown.map((sign) => (
            <CounterCard key={sign.counterId} sign={sign} nowMs={nowMs} may={may} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function CounterCard({ sign, nowMs, may }: { sign: Sign; nowMs: number; may: boolean }) {
  const { t } = useTexts()
  const clock = useHallClock()
  return (
    <li className="counter-card" data-state={sign.state}>
      <div className="counter-card-top">
        <strong>{t('today.counterShort', { no: sign.no })}</strong>
        <Dot is={dots[sign.state]} text={t(`today.states.${sign.state}`)} />
      </div>
      <div className="counter-card-middle">
        {sign.number && <TicketNumber number={sign.number} />}
        {sign.pausedFor && <span className="counter-card-reason">{sign.pausedFor}</span>}
        {sign.serving && (
          <span title={t('today.servingFor')}>{minutesAndSeconds(nowMs - sign.serving.sinceMs)}</span>
        )}
      </div>
      <div className="counter-card-clerk">
        <span>
          {sign.clerk ? sign.clerk.name : t('today.nobody')}
          {sign.sinceMs !== null && ` · ${t('today.sinceShort', { time: clock.minute(sign.sinceMs) })}`}
        </span>
        {may && sign.state !== 'closed' && <FreeCounter sign={sign} />}
      </div>
    </li>
  )
}

import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { Empty } from 'antd'
import { Dot } from '../dot.tsx'
import { useHallClock } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'

/** The newest calls with the proof that the hall was told: how many screens showed and speakers spoke each. */
export function NewestCalls({ calls }: { calls: TodayView['calls'] }) {
  const { t } = useTexts()
  const clock = useHallClock()
  return (
    <Panel title={t('today.calls')}>
      {calls.length === 0 ? (
        <Empty description={t('today.noCalls')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        <ol className="today-calls" tabIndex={0} aria-label={t('today.calls')}>
          {calls.map((call) => (
            <li key={call.seq}>
              <time>{clock.second(call.atMs)}</time>
              <TicketNumber number={call.number} />
              <span className="today-calls-to">
                → {t('today.counterNo', { no: call.counterNo })}
                {call.recall > 0 && <em>{t('today.recall', { n: call.recall })}</em>}
              </span>
              <span className="today-calls-told">
                <Dot
                  is={call.shownBy.length > 0 ? 'good' : 'warn'}
                  text={t(call.shownBy.length > 0 ? 'today.shown' : 'today.notShown', {
                    n: call.shownBy.length,
                  })}
                />
                <Dot
                  is={call.spokenBy.length > 0 ? 'good' : 'warn'}
                  text={t(call.spokenBy.length > 0 ? 'today.spoken' : 'today.notSpoken', {
                    n: call.spokenBy.length,
                  })}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

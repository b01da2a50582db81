import type { Station } from '@jiaohao/core/contract/station.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { Panel } from '../panel.tsx'

/** Which kiosks are or were without the hub, how many of their numbers came in, and what is still to be settled. */
export function Offline({ view, stations }: { view: TodayView; stations: readonly Station[] }) {
  const { t, refusal } = useTexts()
  const { returns, kept, expired } = view.offline
  const time = (atMs: number) => timeOfDay(atMs, view.hall.timeZone)
  const kiosks = stations
    .map((station) => ({
      station,
      came: returns.find(({ stationId }) => stationId === station.id),
      away: station.kind === 'kiosk' && station.offlineLetter !== '' && !station.online && station.seenAtMs,
    }))
    .filter(({ came, away }) => came || away)
  if (kiosks.length + kept.length + expired.length === 0) return null
  return (
    <Panel title={t('today.offline.title')}>
      <ul className="today-offline">
        {kiosks.map(({ station, came, away }) => (
          <li key={station.id}>
            <strong>{station.name}</strong>{' '}
            {[
              away && t('today.offline.away', { time: time(away), letter: station.offlineLetter }),
              came &&
                t('today.offline.returned', {
                  count: came.count,
                  from: time(came.fromMs),
                  to: time(came.toMs),
                }),
              came && came.drifted > 0 && t('today.offline.drifted', { count: came.drifted }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
        {kept.map(({ number, service, why, takenAtMs }) => (
          <li key={number}>
            <TicketNumber number={number} /> {service} {time(takenAtMs)} · {refusal(why)}
          </li>
        ))}
        {expired.map(({ number, day }) => (
          <li key={`${day} ${number}`}>
            <TicketNumber number={number} /> {t('today.offline.expired', { day })}
          </li>
        ))}
      </ul>
      {kept.length > 0 && <p className="quiet">{t('today.offline.kept')}</p>}
    </Panel>
  )
}

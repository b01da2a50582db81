import type { Station } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Skeleton } from 'antd'
import { Dot, type DotIs } from '../dot.tsx'
import { Panel } from '../panel.tsx'
import { dotOf, useDeviceWords } from '../stations/device-words.ts'

/** Every station in one line: there or away, and the devices that are not ready. */
export function StationsAtAGlance({ stations }: { stations: Station[] | null }) {
  const { t } = useTexts()
  const { deviceKind, deviceState } = useDeviceWords()
  const faultsFirst = [...(stations ?? [])].sort((a, b) => rank(a) - rank(b))
  return (
    <Panel title={t('today.stations')} beside={<a href="#/stations">{t('today.toStations')}</a>}>
      {stations === null && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {stations?.length === 0 && <p className="quiet">{t('today.noStations')}</p>}
      <ul className="today-stations">
        {faultsFirst.map((station) => {
          const faults = station.deviceReports.filter(({ state }) => state !== 'ready')
          return (
            <li key={station.id}>
              <span className="today-stations-name">{station.name}</span>
              {station.online ? (
                <span className="today-stations-state">
                  {faults.length === 0 && (
                    <Dot
                      is="good"
                      text={t(station.deviceReports.length > 0 ? 'today.allReady' : 'today.online')}
                    />
                  )}
                  {faults.map(({ id, kind, state }) => (
                    <Dot key={id} is={dotOf(state)} text={`${deviceKind(kind)} ${deviceState(state)}`} />
                  ))}
                </span>
              ) : (
                <Dot is={away(station)} text={t('today.stationAway')} />
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

const away = ({ kind }: Station): DotIs => (kind === 'program' ? 'off' : 'bad')

const rank = (station: Station): number =>
  !station.online ? 0 : station.deviceReports.some(({ state }) => state !== 'ready') ? 1 : 2

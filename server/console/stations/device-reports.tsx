import type { Station } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useAgo } from '../ago.ts'
import { Dot } from '../dot.tsx'
import { dotOf, useDeviceWords } from './device-words.ts'

/** Each device of a station in words; one set up but not yet reported says so. */
export function DeviceReports({ station, nowMs }: { station: Station; nowMs: number }) {
  const { t } = useTexts()
  const ago = useAgo()
  const { deviceKind, deviceState } = useDeviceWords()
  const silent = station.devices.filter(({ id }) => !station.deviceReports.some((report) => report.id === id))
  if (station.devices.length === 0 && station.deviceReports.length === 0) {
    return <span className="quiet">{t('stations.noDevices')}</span>
  }
  return (
    <ul className="device-reports">
      {station.deviceReports.map(({ id, kind, state, sinceMs, detail }) => (
        <li key={id}>
          <Dot
            is={station.online ? dotOf(state) : 'off'}
            text={`${deviceKind(kind)} · ${deviceState(state)}`}
          />
          <small className="quiet">
            {[state === 'ready' ? '' : ago(nowMs - sinceMs), detail]
              .filter((each) => each !== '')
              .join(' · ')}
          </small>
        </li>
      ))}
      {silent.map(({ id, kind }) => (
        <li key={id}>
          <Dot is="off" text={`${deviceKind(kind)} · ${t('stations.notReported')}`} />
        </li>
      ))}
    </ul>
  )
}

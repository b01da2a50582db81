import type { Report } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { minutesAndSeconds } from '../elapsed.ts'
import { Panel } from '../panel.tsx'
import { useDeviceWords } from '../stations/device-words.ts'
import { Figure } from './formulas.tsx'

/** Each device's share of the opening time in which it was ready, worst first, with its n. */
export function DevicesPanel({ devices }: { devices: Report['devices'] }) {
  const { t } = useTexts()
  const { deviceKind } = useDeviceWords()
  return (
    <Panel title={t('report.devices.title')}>
      <table className="report-times">
        <thead>
          <tr>
            <th scope="col">{t('report.devices.device')}</th>
            <th scope="col">
              <Figure figure="availability">{t('report.devices.share')}</Figure>
            </th>
            <th scope="col">{t('report.devices.n')}</th>
            <th scope="col">{t('report.devices.faults')}</th>
          </tr>
        </thead>
        <tbody>
          {devices.map(({ stationId, station, deviceId, kind, openMs, readyMs, faults }) => (
            <tr key={`${stationId} ${deviceId}`}>
              <th scope="row">
                {station} · {deviceKind(kind)}
              </th>
              <td>
                <b>{((readyMs / openMs) * 100).toFixed(1)}%</b>
              </td>
              <td>{minutesAndSeconds(openMs)}</td>
              <td>{faults}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

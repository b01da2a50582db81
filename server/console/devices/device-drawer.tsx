import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useNow } from '@jiaohao/screen/use-hub.tsx'
import { Alert, Drawer } from 'antd'
import { useState } from 'react'
import { useAgo } from '../ago.ts'
import { useAsked } from '../asked.ts'
import { Dot } from '../dot.tsx'
import { useHallClock } from '../hall-names.tsx'
import { dotOf, useDeviceWords } from '../stations/device-words.ts'
import { Told } from '../told.tsx'
import { DeviceCounters } from './device-counters.tsx'
import { DevicePicture } from './device-picture.tsx'
import { DeviceTest } from './device-test.tsx'
import { usePlaceWords } from './devices-table.tsx'
import { Exchanges } from './exchanges.tsx'
import type { DeviceLine } from './lines-of.ts'

const everyMs = 2_000

/** One device from the inside: how it is, a test, its last picture, its counters, and what its wire said. */
export function DeviceDrawer({ line, may, close }: { line: DeviceLine; may: boolean; close: () => void }) {
  const { t } = useTexts()
  const ago = useAgo()
  const nowMs = useNow(2_000)
  const clock = useHallClock()
  const place = usePlaceWords()
  const { deviceKind, deviceState, deviceDetail } = useDeviceWords()
  const [still, setStill] = useState(false)
  const { device, stationId, station, online, report, state } = line
  const { asked, again } = useAsked(
    routes.inspectDevice,
    { params: { id: stationId, deviceId: device.id } },
    still ? undefined : everyMs,
  )
  return (
    <Drawer
      open
      size={920}
      onClose={close}
      title={
        <span className="device-title">
          {[station, deviceKind(device.kind), place(device)].filter((each) => each !== '').join(' · ')}
          <code>{device.address}</code>
        </span>
      }
    >
      <div className="device">
        <p className="device-state">
          <Dot is={state === 'notReported' ? 'off' : dotOf(state)} text={deviceState(state)} />
          <span className="quiet">
            {[
              online && report ? t('devices.since', { ago: ago(nowMs - report.sinceMs) }) : '',
              online ? deviceDetail(report?.detail ?? '') : '',
            ]
              .filter((each) => each !== '')
              .join(' · ')}
          </span>
        </p>
        {online && <DeviceTest line={line} may={may} done={again} />}
        <Told asked={asked} again={again}>
          {({ states, inspection }) => (
            <>
              {!inspection && (
                <Alert
                  type="warning"
                  showIcon
                  title={t(online ? 'devices.notDrivenHelp' : 'devices.awayHelp')}
                />
              )}
              <div className="device-columns">
                <div>
                  {inspection && <DeviceCounters counters={inspection.counters} />}
                  <h3>{t('devices.faults')}</h3>
                  {states.length === 0 && <p className="quiet">{t('devices.noStates')}</p>}
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
                  <ol className="device-states" tabIndex={0} aria-label={t('devices.faults')}>
                    {states.map(({ state: was, atMs }) => (
                      <li key={`${atMs} ${was}`}>
                        <time>{clock.dayAndMinute(atMs)}</time>
                        <Dot is={dotOf(was)} text={deviceState(was)} />
                      </li>
                    ))}
                  </ol>
                </div>
                {inspection && <DevicePicture kind={device.kind} picture={inspection.picture} />}
              </div>
              {inspection?.counters && (
                <Exchanges
                  exchanges={inspection.exchanges}
                  still={still}
                  toggle={() => setStill((was) => !was)}
                />
              )}
            </>
          )}
        </Told>
      </div>
    </Drawer>
  )
}

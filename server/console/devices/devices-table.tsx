import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useNow } from '@jiaohao/screen/use-hub.tsx'
import { Button, Empty, Table, type TableProps } from 'antd'
import { useAgo } from '../ago.ts'
import { Dot } from '../dot.tsx'
import { useNames } from '../hall-names.tsx'
import { byText } from '../sorting.ts'
import { dotOf, useDeviceWords } from '../stations/device-words.ts'
import type { DeviceLine } from './lines-of.ts'

/** The list of devices: what, where, by which wire, how it is and since when. */
export function DevicesTable({
  lines,
  empty,
  look,
}: {
  lines: DeviceLine[]
  empty: string
  look: (key: string) => void
}) {
  const { t } = useTexts()
  const ago = useAgo()
  const nowMs = useNow(5_000)
  const place = usePlaceWords()
  const { deviceKind, deviceState, deviceDetail } = useDeviceWords()
  const columns: TableProps<DeviceLine>['columns'] = [
    {
      title: t('devices.device'),
      key: 'device',
      width: 190,
      sorter: (a, b) => byText(deviceKind(a.device.kind), deviceKind(b.device.kind)),
      render: (_, { device }) => (
        <>
          <b>{deviceKind(device.kind)}</b>
          <br />
          <small className="quiet">{place(device)}</small>
        </>
      ),
    },
    {
      title: t('devices.station'),
      key: 'station',
      sorter: (a, b) => byText(a.station, b.station),
      render: (_, { station, online, seenAtMs }) => (
        <>
          {station}
          <br />
          <small className="quiet">
            {online
              ? t('devices.online')
              : seenAtMs === null
                ? t('stations.neverSeen')
                : t('stations.seen', { ago: ago(nowMs - seenAtMs) })}
          </small>
        </>
      ),
    },
    {
      title: t('devices.address'),
      key: 'address',
      render: (_, { device }) => <code className="devices-address">{device.address}</code>,
    },
    {
      title: t('devices.state'),
      key: 'state',
      width: 300,
      render: (_, { state, report, online, seenAtMs }) => {
        const sinceMs = online ? (report?.sinceMs ?? null) : seenAtMs
        const words = [
          sinceMs === null ? '' : t('devices.since', { ago: ago(nowMs - sinceMs) }),
          online ? deviceDetail(report?.detail ?? '') : '',
        ].filter((each) => each !== '')
        return (
          <>
            <Dot is={state === 'notReported' ? 'off' : dotOf(state)} text={deviceState(state)} />
            <br />
            <small className="quiet devices-detail">{words.join(' · ')}</small>
          </>
        )
      },
    },
    {
      key: 'look',
      width: 100,
      align: 'right',
      render: (_, { key, station, device }) => (
        <Button
          aria-label={t('devices.lookAt', { station, device: deviceKind(device.kind) })}
          onClick={() => look(key)}
        >
          {t('devices.look')}
        </Button>
      ),
    },
  ]
  return (
    <Table
      rowKey="key"
      size="small"
      columns={columns}
      dataSource={lines}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty description={empty} /> }}
    />
  )
}

/** Where a device stands: its counter or counters, the zone it speaks for; nothing for one of the station itself. */
export function usePlaceWords() {
  const { t } = useTexts()
  const names = useNames()
  return (device: DeviceLine['device']): string => {
    switch (device.kind) {
      case 'led':
        return t('stations.atCounters', { counters: names.counterNo(device.counterId) })
      case 'keypads':
        return t('stations.atCounters', {
          counters: device.counters.map(({ counterId }) => names.counterNo(counterId)).join('、'),
        })
      case 'speaker':
        return device.zoneId === '' ? t('stations.wholeHall') : names.zone(device.zoneId)
      default:
        return ''
    }
  }
}

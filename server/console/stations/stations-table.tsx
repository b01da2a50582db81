import type { Station } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useNow } from '@jiaohao/screen/use-hub.tsx'
import { Button, Empty, Popconfirm, Table, type TableProps } from 'antd'
import { useAgo } from '../ago.ts'
import { Dot } from '../dot.tsx'
import { useNames } from '../hall-names.tsx'
import { byText } from '../sorting.ts'
import { DeviceReports } from './device-reports.tsx'

/** Stations that serve a page of their own, which can be photographed. */
const withPage: ReadonlySet<Station['kind']> = new Set(['kiosk', 'window', 'display'])
const kinds = ['kiosk', 'window', 'evaluator', 'display', 'program'] as const

/** Paired stations: where they stand, whether they answer, and how their devices are. */
export function StationsTable({
  stations,
  may,
  mayLook,
  busy,
  edit,
  look,
  withdraw,
}: {
  stations: Station[]
  may: boolean
  mayLook: boolean
  busy: boolean
  edit: (station: Station) => void
  look: (station: Station) => void
  withdraw: (station: Station) => Promise<void>
}) {
  const { t } = useTexts()
  const names = useNames()
  const ago = useAgo()
  const nowMs = useNow(5_000)
  const columns: TableProps<Station>['columns'] = [
    {
      title: t('stations.name'),
      key: 'name',
      sorter: (a, b) => byText(a.name, b.name),
      defaultSortOrder: 'ascend',
      render: (_, { name, kind }) => (
        <>
          <b>{name}</b>
          <br />
          <small className="quiet">{t(`stations.kinds.${kind}`)}</small>
        </>
      ),
      filters: kinds.map((kind) => ({ text: t(`stations.kinds.${kind}`), value: kind })),
      onFilter: (value, { kind }) => kind === value,
    },
    {
      title: t('stations.where'),
      key: 'where',
      width: 220,
      render: (_, { counterIds, zoneId, kind, may: scopes }) => {
        if (kind === 'program') return scopes.map((scope) => t(`stations.scopes.${scope}.name`)).join('、')
        const counters = counterIds.map(names.counterNo).join('、')
        if (counters) return t('stations.atCounters', { counters })
        return zoneId ? names.zone(zoneId) : t('stations.wholeHall')
      },
    },
    {
      title: t('stations.state'),
      key: 'state',
      width: 190,
      filters: [
        { text: t('stations.online'), value: true },
        { text: t('stations.away'), value: false },
      ],
      onFilter: (value, { online }) => online === value,
      render: (_, { online, seenAtMs, kind }) =>
        online ? (
          <Dot is="good" text={t('stations.online')} />
        ) : (
          <>
            <Dot is={kind === 'program' ? 'off' : 'bad'} text={t('stations.away')} />
            <br />
            <small className="quiet">
              {seenAtMs === null
                ? t('stations.neverSeen')
                : t('stations.seen', { ago: ago(nowMs - seenAtMs) })}
            </small>
          </>
        ),
    },
    {
      title: t('stations.devices'),
      key: 'devices',
      render: (_, station) => <DeviceReports station={station} nowMs={nowMs} />,
    },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: may ? 250 : 110,
      hidden: !may && !mayLook,
      render: (_, station) => (
        <>
          {mayLook && withPage.has(station.kind) && (
            <Button type="link" onClick={() => look(station)}>
              {t('stations.shot.look')}
            </Button>
          )}
          {may && acts(station)}
        </>
      ),
    },
  ]
  const acts = (station: Station) => (
    <>
      <Button type="link" onClick={() => edit(station)}>
        {t('hall.edit')}
      </Button>
      <Popconfirm
        placement="topRight"
        title={t('stations.withdrawAsk', { name: station.name })}
        description={<div className="hall-will">{t(`stations.withdrawWill.${station.kind}`)}</div>}
        okText={t('stations.withdraw')}
        okButtonProps={{ danger: true }}
        onConfirm={() => withdraw(station)}
      >
        <Button type="link" danger disabled={busy}>
          {t('stations.withdraw')}
        </Button>
      </Popconfirm>
    </>
  )
  return (
    <Table
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={stations}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty description={t('stations.none')} /> }}
    />
  )
}

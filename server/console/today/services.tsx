import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Empty, Table, type TableProps } from 'antd'
import { Dot } from '../dot.tsx'
import { minutesAndSeconds } from '../elapsed.ts'
import { useHall } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { byText } from '../sorting.ts'

type Line = TodayView['services'][number]

/** Who waits for what, and whether anybody is there to call them. */
export function Services({ services, nowMs }: { services: Line[]; nowMs: number }) {
  const { t, nameOf } = useTexts()
  const { longestWaitMinutes } = useHall().hall.policy
  const name = (line: Line) => nameOf(line)
  const columns: TableProps<Line>['columns'] = [
    {
      title: t('today.service'),
      key: 'name',
      render: (_, line) => (
        <span className="today-service">
          <b>{line.prefix}</b> <span>{name(line)}</span>
        </span>
      ),
      sorter: (a, b) => byText(a.prefix, b.prefix) || byText(name(a), name(b)),
    },
    {
      title: t('today.waiting'),
      dataIndex: 'waiting',
      width: 100,
      align: 'right',
      render: (waiting: number) => <b className={waiting === 0 ? 'quiet' : 'today-waiting'}>{waiting}</b>,
      sorter: (a, b) => a.waiting - b.waiting,
    },
    {
      title: t('today.longestHere'),
      key: 'longest',
      width: 112,
      align: 'right',
      render: (_, { longestSinceMs }) =>
        longestSinceMs === null ? (
          <span className="quiet">—</span>
        ) : (
          <span className={nowMs - longestSinceMs >= longestWaitMinutes * 60_000 ? 'wrong' : undefined}>
            {minutesAndSeconds(nowMs - longestSinceMs)}
          </span>
        ),
      sorter: (a, b) => (b.longestSinceMs ?? Infinity) - (a.longestSinceMs ?? Infinity),
    },
    {
      title: t('today.range'),
      key: 'wait',
      width: 118,
      align: 'right',
      render: (_, { wait }) =>
        wait ? (
          t('today.minutes', { low: wait.low, high: wait.high })
        ) : (
          <span className="quiet">{t('today.noRange')}</span>
        ),
      sorter: (a, b) => (a.wait?.high ?? -1) - (b.wait?.high ?? -1),
    },
    {
      title: t('today.openCounters'),
      key: 'open',
      width: 124,
      render: (_, { openCounters, waiting }) =>
        openCounters > 0 ? (
          <Dot is="good" text={t('today.openCount', { n: openCounters })} />
        ) : (
          <Dot is={waiting > 0 ? 'bad' : 'off'} text={t('today.noneOpen')} />
        ),
      sorter: (a, b) => a.openCounters - b.openCounters,
    },
  ]
  return (
    <Panel title={t('today.services')} bare>
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={services}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={t('today.noServices')} /> }}
      />
    </Panel>
  )
}

import type { ItemRow } from '@jiaohao/core/contract/items.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Empty, Table, type TableProps, Tag } from 'antd'
import { Dot } from '../dot.tsx'
import { useHallClock, useNames } from '../hall-names.tsx'
import { byText } from '../sorting.ts'
import { useWho } from '../who.ts'

const dots = { published: 'good', ahead: 'warn', draft: 'off', over: 'off', withdrawn: 'off' } as const

/** The catalogue, a line for each item. */
export function ItemsTable({
  rows,
  today,
  open,
}: {
  rows: ItemRow[]
  today: string
  open: (row: ItemRow) => void
}) {
  const { t } = useTexts()
  const names = useNames()
  const clock = useHallClock()
  const { who } = useWho()
  const departments = [...new Set(rows.map(({ department }) => department))].sort(byText)
  const columns: TableProps<ItemRow>['columns'] = [
    {
      title: t('items.name'),
      key: 'name',
      sorter: (a, b) => byText(a.name, b.name),
      render: (_, row) => (
        <>
          <Button type="link" className="items-name" onClick={() => open(row)}>
            {row.name}
          </Button>
          {row.popular && <Tag color="gold">{t('items.popularMark')}</Tag>}
        </>
      ),
    },
    {
      title: t('items.department'),
      dataIndex: 'department',
      width: 150,
      sorter: (a, b) => byText(a.department, b.department),
      filters: departments.map((name) => ({ text: name || '–', value: name })),
      onFilter: (name, row) => row.department === name,
    },
    {
      title: t('items.serviceShort'),
      dataIndex: 'serviceId',
      width: 130,
      render: (id: string) => (id === '' ? '' : names.service(id)),
    },
    {
      title: t('items.kind'),
      dataIndex: 'kind',
      width: 110,
      filters: (['instant', 'promised'] as const).map((kind) => ({
        text: t(`items.kinds.${kind}`),
        value: kind,
      })),
      onFilter: (kind, row) => row.kind === kind,
      render: (kind: ItemRow['kind']) => t(`items.kinds.${kind}`),
    },
    {
      title: t('items.state'),
      dataIndex: 'state',
      width: 170,
      filters: (['published', 'draft', 'ahead', 'over', 'withdrawn'] as const).map((state) => ({
        text: t(`items.states.${state}`),
        value: state,
      })),
      onFilter: (state, row) => row.state === state,
      render: (state: ItemRow['state'], { draft }) => (
        <>
          <Dot is={dots[state]} text={t(`items.states.${state}`)} />
          {draft && state !== 'draft' && (
            <>
              <br />
              <small className="quiet">{t('items.hasDraft')}</small>
            </>
          )}
        </>
      ),
    },
    {
      title: t('items.reviewBy'),
      dataIndex: 'reviewBy',
      width: 130,
      sorter: (a, b) => (a.reviewBy ?? '').localeCompare(b.reviewBy ?? ''),
      render: (day: string | null, row) =>
        isDue(row, today) ? <span className="wrong">{`${day} ${t('items.reviewDue')}`}</span> : day,
    },
    {
      title: t('items.changed'),
      dataIndex: 'changedAtMs',
      width: 180,
      sorter: (a, b) => a.changedAtMs - b.changedAtMs,
      defaultSortOrder: 'descend',
      render: (atMs: number, { changedBy }) => (
        <>
          {clock.dayAndMinute(atMs)}
          <br />
          <small className="quiet">{who(changedBy)}</small>
        </>
      ),
    },
  ]
  return (
    <Table
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={{ pageSize: 15, hideOnSinglePage: true, showTotal: (count) => t('items.count', { count }) }}
      locale={{ emptyText: <Empty description={t('items.none')} /> }}
    />
  )
}

/** Public, and nobody has looked whether it still holds. */
export const isDue = ({ state, reviewBy }: ItemRow, today: string): boolean =>
  state === 'published' && reviewBy !== null && reviewBy <= today

import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { WhyWords } from '@jiaohao/screen/why-words.tsx'
import { Button, Empty, Popover, Table, type TableProps } from 'antd'
import { minutesAndSeconds } from '../elapsed.ts'
import { useHall, useHallClock, useNames } from '../hall-names.tsx'
import { byText } from '../sorting.ts'
import { useWho } from '../who.ts'
import type { Leg } from './day-of-legs.ts'

/** Every leg of a day with its instants; a leg is one service at one counter. */
export function LegsTable({ legs, searched }: { legs: Leg[]; searched: boolean }) {
  const { t } = useTexts()
  const { hall } = useHall()
  const names = useNames()
  const clock = useHallClock()
  const { clerk } = useWho()
  const time = (atMs: number | null) =>
    atMs === null ? <span className="quiet">—</span> : clock.second(atMs)
  const word = (table: 'states' | 'why', name: string) => {
    const words = t(`records.${table}.${name}`)
    return words === `records.${table}.${name}` ? name : words
  }
  const states = [...new Set(legs.map(({ state }) => state))]
  const columns: TableProps<Leg>['columns'] = [
    {
      title: t('records.number'),
      key: 'number',
      width: 96,
      sorter: (a, b) => byText(a.number, b.number) || a.leg - b.leg,
      render: (_, { number, leg }) => (
        <>
          <TicketNumber number={number} />
          {leg > 0 && <small className="quiet"> ·{leg + 1}</small>}
        </>
      ),
    },
    {
      title: t('records.service'),
      dataIndex: 'serviceId',
      filters: hall.services.map(({ id, name }) => ({ text: name, value: id })),
      filterSearch: true,
      onFilter: (id, { serviceId }) => serviceId === id,
      render: names.service,
    },
    {
      title: t('records.counter'),
      dataIndex: 'counterId',
      width: 84,
      filters: hall.counters.map(({ id, no }) => ({ text: no, value: id })),
      onFilter: (id, { counterId }) => counterId === id,
      render: (id: string | null) => (id === null ? <span className="quiet">—</span> : names.counterNo(id)),
    },
    {
      title: t('records.clerk'),
      dataIndex: 'staffId',
      width: 100,
      render: (id: string | null) => (id === null ? '—' : clerk(id)),
    },
    {
      title: t('records.issued'),
      dataIndex: 'issuedAtMs',
      width: 100,
      sorter: (a, b) => a.issuedAtMs - b.issuedAtMs,
      render: time,
    },
    {
      title: t('records.firstCalled'),
      key: 'called',
      width: 112,
      sorter: (a, b) => (a.firstCalledAtMs ?? 0) - (b.firstCalledAtMs ?? 0),
      render: (_, { firstCalledAtMs, calls }) => (
        <>
          {time(firstCalledAtMs)}
          {calls > 1 && <small className="quiet"> ×{calls}</small>}
        </>
      ),
    },
    { title: t('records.started'), dataIndex: 'startedAtMs', width: 88, render: time },
    { title: t('records.finished'), dataIndex: 'finishedAtMs', width: 88, render: time },
    {
      title: t('records.stay'),
      key: 'stay',
      width: 90,
      align: 'right',
      sorter: (a, b) => stayOf(a) - stayOf(b),
      render: (_, leg) => (leg.finishedAtMs === null ? '—' : minutesAndSeconds(stayOf(leg))),
    },
    {
      title: t('records.state'),
      dataIndex: 'state',
      width: 96,
      filters: states.map((state) => ({ text: word('states', state), value: state })),
      onFilter: (value, { state }) => state === value,
      render: (state: string) => word('states', state),
    },
    {
      title: t('records.whyChosen'),
      dataIndex: 'why',
      width: 124,
      render: (why: string, { ticketId, number }) => (
        <Popover
          trigger="click"
          placement="left"
          title={t('records.whyTitle', { number })}
          content={<WhyWords ticketId={ticketId} />}
        >
          <Button type="link" size="small">
            {why ? word('why', why.split(':')[0] ?? '') : t('records.whyShow')}
          </Button>
        </Popover>
      ),
    },
    {
      title: t('records.rated'),
      dataIndex: 'rated',
      width: 84,
      filters: [
        { text: t('records.isRated'), value: true },
        { text: t('records.notRated'), value: false },
      ],
      onFilter: (value, { rated }) => rated === value,
      render: (rated: boolean) =>
        rated ? t('records.isRated') : <span className="quiet">{t('records.notRated')}</span>,
    },
  ]
  return (
    <Table
      rowKey={({ ticketId, leg }) => `${ticketId} ${leg}`}
      size="small"
      columns={columns}
      dataSource={legs}
      scroll={{ x: 1_080 }}
      pagination={{ defaultPageSize: 20, showTotal: (n) => t('records.total', { n }) }}
      locale={{ emptyText: <Empty description={t(searched ? 'hall.notFound' : 'records.none')} /> }}
    />
  )
}

const stayOf = ({ finishedAtMs, issuedAtMs }: Leg): number => (finishedAtMs ?? issuedAtMs) - issuedAtMs

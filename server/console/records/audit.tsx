import { type Routes, routes } from '@jiaohao/core/contract/routes.ts'
import { isRefusal } from '@jiaohao/screen/call-route.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Empty, Input, Table, type TableProps } from 'antd'
import { useState } from 'react'
import type * as z from 'zod'
import { attempt, useAsked } from '../asked.ts'
import { useHallClock } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import { useWho } from '../who.ts'
import { detailOf } from './detail.ts'
import './records.css'

type Audit = z.infer<Routes['audit']['reply']>
type Row = Audit['rows'][number]

/** Who changed what, newest first, and whether the chain of hashes is whole. */
export function AuditPage() {
  const { t } = useTexts()
  const { asked, again } = useAsked(routes.audit)
  return (
    <Told asked={asked} again={again}>
      {(audit) => (
        <>
          <Alert
            showIcon
            className="today-away"
            type={audit.chain === 'whole' ? 'success' : 'error'}
            title={t(`records.chain.${audit.chain}`)}
            description={t(`records.chainHelp.${audit.chain}`)}
          />
          <AuditRows newest={audit.rows} />
        </>
      )}
    </Told>
  )
}

function AuditRows({ newest }: { newest: Row[] }) {
  const { t } = useTexts()
  const clock = useHallClock()
  const { who } = useWho()
  const act = (what: string) => {
    const words = t(`records.acts.${what}`)
    return words === `records.acts.${what}` ? what : words
  }
  const [older, setOlder] = useState<{ rows: Row[]; end: boolean; busy: boolean }>({
    rows: [],
    end: newest.length === 0,
    busy: false,
  })
  const [sought, setSought] = useState('')
  const rows = [...newest, ...older.rows]
  const more = async () => {
    const before = rows.at(-1)?.seq
    if (before === undefined || older.busy) return
    setOlder({ ...older, busy: true })
    const reply = await attempt(routes.audit, { query: { before } })
    const got = reply === 'unreachable' || isRefusal(reply) ? null : reply.rows
    setOlder({ rows: [...older.rows, ...(got ?? [])], end: got?.length === 0, busy: false })
  }
  const shown = rows.filter((row) =>
    `${who(row.who)} ${act(row.what)} ${row.what} ${row.detail}`
      .toLowerCase()
      .includes(sought.trim().toLowerCase()),
  )
  const columns: TableProps<Row>['columns'] = [
    { title: t('records.seq'), dataIndex: 'seq', width: 90, align: 'right' },
    { title: t('records.at'), dataIndex: 'atMs', width: 180, render: clock.dayAndMinute },
    {
      title: t('records.who'),
      dataIndex: 'who',
      width: 190,
      render: who,
      filters: [...new Set(rows.map((row) => row.who))].map((word) => ({ text: who(word), value: word })),
      filterSearch: true,
      onFilter: (value, row) => row.who === value,
    },
    {
      title: t('records.what'),
      dataIndex: 'what',
      width: 190,
      render: act,
      filters: [...new Set(rows.map(({ what }) => what))].map((what) => ({ text: act(what), value: what })),
      onFilter: (value, { what }) => what === value,
    },
    {
      title: t('records.detail'),
      dataIndex: 'detail',
      render: (detail: string) => <span className="audit-detail">{detailOf(detail)}</span>,
    },
    {
      title: t('records.hash'),
      dataIndex: 'hash',
      width: 120,
      render: (hash: string) => <code title={hash}>{hash.slice(0, 10)}…</code>,
    },
  ]
  return (
    <>
      <div className="bar">
        <Input.Search
          className="hall-search"
          allowClear
          placeholder={t('records.searchAudit')}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      <Panel title={t('records.auditTitle')} bare>
        <Table
          rowKey="seq"
          size="small"
          columns={columns}
          dataSource={shown}
          pagination={{ defaultPageSize: 20, showTotal: (n) => t('records.total', { n }) }}
          locale={{ emptyText: <Empty description={t(sought ? 'hall.notFound' : 'records.noAudit')} /> }}
        />
      </Panel>
      <p className="audit-more">
        {older.end ? (
          <span className="quiet">{t('records.allShown')}</span>
        ) : (
          <Button loading={older.busy} onClick={() => void more()}>
            {t('records.older')}
          </Button>
        )}
      </p>
    </>
  )
}

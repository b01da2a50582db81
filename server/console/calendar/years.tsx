import type { CalendarSetUp } from '@jiaohao/core/calendar/calendar-set-up.ts'
import type { CalendarYear } from '@jiaohao/core/calendar/hall-calendar.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, InputNumber, Popconfirm, Table, type TableProps, Tag } from 'antd'
import { useState } from 'react'
import { useDoing } from '../doing.ts'
import { useHallClock } from '../hall-names.tsx'
import { YearDrawer } from './year-drawer.tsx'

type Row = CalendarYear & { signed: { name: string; atMs: number } | null }

/** Every year's table: who signed it, or that nobody has yet. */
export function Years({
  version,
  calendar,
  may,
  maySign,
  again,
}: {
  version: number
  calendar: CalendarSetUp
  may: boolean
  maySign: boolean
  again: () => void
}) {
  const { t } = useTexts()
  const clock = useHallClock()
  const { busy, run } = useDoing()
  const [year, setYear] = useState(() => Number(clock.day(Date.now()).slice(0, 4)) + 1)
  const [editing, setEditing] = useState<CalendarYear | null>(null)
  const rows: Row[] = [
    ...calendar.drafts.map((each) => ({ ...each, signed: null })),
    ...calendar.years.map(({ signedBy, ...each }) => ({ ...each, signed: signedBy })),
  ].sort((a, b) => b.year - a.year)

  const propose = async () => {
    const outcome = await run(routes.proposeYear, { params: { year } }, undefined, ['unknownYear'])
    setEditing('done' in outcome ? outcome.done : { year, rest: [], work: [], source: '' })
  }
  const sign = async (signing: number) => {
    const ask = { params: { year: signing }, body: { version } }
    await run(routes.signYear, ask, t('calendar.signed', { year: signing }))
    again()
  }
  const columns: TableProps<Row>['columns'] = [
    { title: t('calendar.year'), dataIndex: 'year', width: 90 },
    { title: t('calendar.rest'), key: 'rest', width: 100, render: (_, { rest }) => rest.length },
    {
      title: t('calendar.work'),
      key: 'work',
      render: (_, { work }) => work.map(({ day }) => day.slice(5)).join(t('calendar.comma')) || '—',
    },
    { title: t('calendar.source'), dataIndex: 'source' },
    {
      title: t('calendar.signature'),
      key: 'signature',
      width: 190,
      render: (_, { signed }) =>
        signed ? (
          t('calendar.signedBy', { name: signed.name, at: clock.dayAndMinute(signed.atMs) })
        ) : (
          <Tag color="orange">{t('calendar.draft')}</Tag>
        ),
    },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 170,
      render: (_, { signed, ...table }) => (
        <>
          {may && (
            <Button type="link" onClick={() => setEditing(table)}>
              {t('hall.edit')}
            </Button>
          )}
          {!signed && maySign && (
            <Popconfirm
              placement="topRight"
              title={t('calendar.signAsk', { year: table.year })}
              description={<div className="hall-will">{t('calendar.signWill', { year: table.year })}</div>}
              okText={t('calendar.sign')}
              onConfirm={() => sign(table.year)}
            >
              <Button type="link" disabled={busy}>
                {t('calendar.sign')}
              </Button>
            </Popconfirm>
          )}
        </>
      ),
    },
  ]
  return (
    <section>
      <h3>{t('calendar.years')}</h3>
      <p className="quiet">{t('calendar.yearsHelp')}</p>
      <Table
        size="small"
        rowKey={({ year: each, signed }) => `${each} ${signed !== null}`}
        columns={columns}
        dataSource={rows}
        pagination={false}
        locale={{ emptyText: t('calendar.noYears') }}
      />
      {may && (
        <div className="bar calendar-bar">
          <InputNumber
            min={2000}
            max={2100}
            precision={0}
            value={year}
            aria-label={t('calendar.year')}
            onChange={(value) => value !== null && setYear(value)}
          />
          <Button disabled={busy} onClick={() => void propose()}>
            {t('calendar.enter', { year })}
          </Button>
        </div>
      )}
      {editing && (
        <YearDrawer
          version={version}
          table={editing}
          close={() => setEditing(null)}
          saved={() => {
            setEditing(null)
            again()
          }}
        />
      )}
    </section>
  )
}

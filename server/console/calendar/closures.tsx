import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import type { ClosureAsked } from '@jiaohao/core/calendar/calendar-set-up.ts'
import type { Closure } from '@jiaohao/core/calendar/hall-calendar.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import type { HttpRefusal } from '@jiaohao/screen/call-route.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Popconfirm, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { useDoing } from '../doing.ts'
import { newId } from '../hall/new-id.ts'
import { useHallClock, useNames } from '../hall-names.tsx'
import { ClosureDrawer } from './closure-drawer.tsx'

/** Time off: when, of what, why, who approved it and when it was published. */
export function Closures({
  version,
  closures,
  may,
  again,
}: {
  version: number
  closures: Closure[]
  may: boolean
  again: () => void
}) {
  const { t } = useTexts()
  const names = useNames()
  const today = useHallClock().day(Date.now())
  const { busy, run } = useDoing()
  const [editing, setEditing] = useState<ClosureAsked | null>(null)

  const write = async (next: ClosureAsked[]): Promise<HttpRefusal | null> => {
    const outcome = await run(
      routes.writeClosures,
      { body: { version, closures: next } },
      t('calendar.saved'),
      ['closureIncomplete', 'invalid', 'inThePast'],
    )
    if ('refused' in outcome) return outcome.refused
    setEditing(null)
    again()
    return null
  }
  const put = (closure: ClosureAsked) => {
    const others = closures.filter(({ id }) => id !== closure.id)
    return write([...others, closure])
  }
  const of = (closure: Closure): string => {
    switch (closure.of.is) {
      case 'hall':
        return t('calendar.ofs.hall')
      case 'zones':
        return closure.of.zoneIds.map(names.zone).join(t('calendar.comma'))
      case 'services':
        return closure.of.serviceIds.map(names.service).join(t('calendar.comma'))
    }
  }
  const columns: TableProps<Closure>['columns'] = [
    {
      title: t('calendar.when'),
      key: 'when',
      width: 230,
      render: (_, { fromDay, toDay, part }) => (
        <>
          {fromDay === toDay ? fromDay : `${fromDay} – ${toDay}`}
          {part && <div>{`${part.from}–${part.to}`}</div>}
        </>
      ),
    },
    { title: t('calendar.of'), key: 'of', render: (_, closure) => of(closure) },
    { title: t('calendar.reason'), dataIndex: 'reason' },
    { title: t('calendar.approver'), dataIndex: 'approver', width: 110 },
    { title: t('calendar.publishedOn'), dataIndex: 'publishedOn', width: 120 },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 120,
      render: (_, closure) =>
        may &&
        closure.toDay >= today && (
          <>
            <Button
              type="text"
              icon={<EditOutlined />}
              aria-label={t('hall.edit')}
              onClick={() => setEditing(closure)}
            />
            <Popconfirm
              title={t('calendar.removeAsk')}
              description={<div className="hall-will">{t('calendar.removeWill')}</div>}
              okText={t('hall.remove')}
              onConfirm={() => void write(closures.filter(({ id }) => id !== closure.id))}
            >
              <Button type="text" disabled={busy} icon={<DeleteOutlined />} aria-label={t('hall.remove')} />
            </Popconfirm>
          </>
        ),
    },
  ]
  return (
    <section>
      <h3>{t('calendar.closures')}</h3>
      <p className="quiet">{t('calendar.closuresHelp')}</p>
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={closures.toSorted((a, b) => b.fromDay.localeCompare(a.fromDay))}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: t('calendar.noClosures') }}
      />
      {may && (
        <div className="bar calendar-bar">
          <Button icon={<PlusOutlined />} onClick={() => setEditing(fresh(today))}>
            {t('calendar.addClosure')}
          </Button>
        </div>
      )}
      {editing && <ClosureDrawer closure={editing} put={put} busy={busy} close={() => setEditing(null)} />}
    </section>
  )
}

const fresh = (today: string): ClosureAsked => ({
  id: newId('l'),
  fromDay: today,
  toDay: today,
  part: null,
  of: { is: 'hall' },
  reason: '',
  approver: '',
  publishedOn: '',
})

import type { AppointmentRow } from '@jiaohao/core/contract/appointment-routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Empty, Input, Popconfirm, Table, type TableProps, Tag } from 'antd'
import { useState } from 'react'
import { useHallClock, useNames } from '../hall-names.tsx'
import { useCommand } from './use-command.ts'

const colours = {
  booked: 'blue',
  checkedIn: 'green',
  late: 'gold',
  cancelled: 'default',
  lapsed: 'red',
} as const

/** The bookings of one day; what can be done about one that is still awaited stands beside it. */
export function AppointmentsTable({
  rows,
  day,
  today,
  may,
  again,
}: {
  rows: AppointmentRow[]
  day: string
  today: string
  may: boolean
  again: () => void
}) {
  const { t } = useTexts()
  const names = useNames()
  const clock = useHallClock()
  const { busy, ask } = useCommand()
  const [sought, setSought] = useState('')
  const wanted = sought.toUpperCase().replace(/\s/g, '')
  const slot = ({ fromMs, toMs }: AppointmentRow) => `${clock.minute(fromMs)}–${clock.minute(toMs)}`
  const checkIn = ({ code }: AppointmentRow) =>
    ask({ command: 'checkIn', by: { is: 'code', code }, paper: false }, ({ number = '' }) =>
      t('appointments.checkedIn', { number }),
    ).then(again)
  const cancel = ({ code }: AppointmentRow) =>
    ask({ command: 'cancelAppointment', code }, () => t('appointments.cancelled')).then(again)
  const columns: TableProps<AppointmentRow>['columns'] = [
    { title: t('appointments.list.time'), key: 'time', width: 130, render: (_, row) => <b>{slot(row)}</b> },
    { title: t('appointments.list.service'), dataIndex: 'serviceId', render: names.service },
    {
      title: t('appointments.list.code'),
      dataIndex: 'code',
      width: 130,
      render: (code: string) => <code>{`${code.slice(0, 4)} ${code.slice(4)}`}</code>,
    },
    { title: t('appointments.list.masked'), dataIndex: 'masked', width: 170 },
    {
      title: t('appointments.list.status'),
      key: 'status',
      width: 120,
      filters: (['booked', 'checkedIn', 'lapsed', 'cancelled'] as const).map((value) => ({
        value,
        text: t(`appointments.states.${value}`),
      })),
      onFilter: (value, { status }) => status === value,
      render: (_, row) => {
        const state = row.late ? 'late' : row.status
        return <Tag color={colours[state]}>{t(`appointments.states.${state}`)}</Tag>
      },
    },
    { title: t('appointments.list.number'), dataIndex: 'number', width: 84, render: (n) => n && <b>{n}</b> },
    {
      title: t('appointments.list.bookedBy'),
      dataIndex: 'bookedBy',
      width: 100,
      render: (by: string) => t(`appointments.sources.${by.split(':')[0]}`),
    },
    {
      title: t('appointments.list.acts'),
      key: 'acts',
      width: 200,
      hidden: !may,
      render: (_, row) => (
        <>
          {day === today && (row.status === 'booked' || row.status === 'lapsed') && (
            <Button type="link" disabled={busy} onClick={() => void checkIn(row)}>
              {t('appointments.checkIn')}
            </Button>
          )}
          {row.status === 'booked' && (
            <Popconfirm
              title={t('appointments.cancelAsk', { code: row.code })}
              description={t('appointments.cancelWill', {
                when: `${day} ${slot(row)}`,
                service: names.service(row.serviceId),
              })}
              onConfirm={() => cancel(row)}
            >
              <Button type="link" danger disabled={busy}>
                {t('appointments.cancel')}
              </Button>
            </Popconfirm>
          )}
        </>
      ),
    },
  ]
  const count = (status: AppointmentRow['status']) => rows.filter((row) => row.status === status).length
  return (
    <>
      <div className="bar appointments-bar">
        <span>
          {t('appointments.list.counts', {
            booked: rows.length,
            awaited: count('booked'),
            checkedIn: count('checkedIn'),
            late: rows.filter(({ late }) => late).length,
            lapsed: count('lapsed'),
            cancelled: count('cancelled'),
          })}
        </span>
        <Input.Search
          className="hall-search bar-end"
          allowClear
          placeholder={t('appointments.list.search')}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      <Table
        rowKey="n"
        size="small"
        columns={columns}
        dataSource={rows.filter(({ code }) => code.includes(wanted))}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{
          emptyText: (
            <Empty description={t(day < today ? 'appointments.list.past' : 'appointments.list.none')} />
          ),
        }}
      />
    </>
  )
}

import { appointmentRoutes as routes } from '@jiaohao/core/contract/appointment-routes.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub } from '@jiaohao/screen/use-hub.tsx'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { useHall } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { DayField } from '../report/day-field.tsx'
import { shiftDay } from '../report/days.ts'
import { Told } from '../told.tsx'
import { AppointmentsTable } from './appointments-table.tsx'
import { BookDrawer } from './book-drawer.tsx'
import './appointments.css'

const refreshMs = 10_000

/** A day's bookings by time, without a name; whoever works here books, checks in and cancels. */
export function AppointmentsPage({ may }: { may: boolean }) {
  const { t } = useTexts()
  const hub = useHub()
  const { hall } = useHall()
  const today = dayOf(Date.now() + hub.clockOffsetMs(), hall.timeZone)
  const [day, setDay] = useState(today)
  const [serviceId, setServiceId] = useState('')
  const [booking, setBooking] = useState(false)
  const { asked, again } = useAsked(routes.listAppointments, { query: { day } }, refreshMs)
  const bookable = hall.services.filter(({ slots }) => slots.length > 0)
  const last = shiftDay(today, hall.policy.appointmentDaysAhead)
  return (
    <>
      <div className="bar">
        <Button onClick={() => setDay(shiftDay(day, -1))}>{t('appointments.list.dayBefore')}</Button>
        <DayField name={t('appointments.list.day')} day={day} max={last} onDay={setDay} />
        <Button disabled={day >= last} onClick={() => setDay(shiftDay(day, 1))}>
          {t('appointments.list.dayAfter')}
        </Button>
        <Button type="text" disabled={day === today} onClick={() => setDay(today)}>
          {t('appointments.list.today')}
        </Button>
        <Select
          className="appointments-service"
          aria-label={t('appointments.list.service')}
          value={serviceId}
          onChange={setServiceId}
          options={[
            { value: '', label: t('appointments.list.all') },
            ...bookable.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {may && bookable.length > 0 && (
          <Button type="primary" className="bar-end" onClick={() => setBooking(true)}>
            {t('appointments.book.open')}
          </Button>
        )}
      </div>
      <Panel title={t('appointments.list.title', { day })} bare>
        <Told asked={asked} again={again}>
          {(rows) => (
            <AppointmentsTable
              rows={rows.filter((row) => serviceId === '' || row.serviceId === serviceId)}
              day={day}
              today={today}
              may={may}
              again={again}
            />
          )}
        </Told>
      </Panel>
      {booking && (
        <BookDrawer
          services={bookable}
          close={() => {
            setBooking(false)
            again()
          }}
        />
      )}
    </>
  )
}

import { dayOf } from '@jiaohao/core/queue/day.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub } from '@jiaohao/screen/use-hub.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useHall } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { DayField } from '../report/day-field.tsx'
import { shiftDay } from '../report/days.ts'
import { Told } from '../told.tsx'
import { useDayOfLegs } from './day-of-legs.ts'
import { LegsTable } from './legs-table.tsx'
import './records.css'

/** One day's legs as the journal has them: what to open when somebody complains. */
export function TicketsPage() {
  const { t } = useTexts()
  const hub = useHub()
  const { timeZone } = useHall().hall
  const today = dayOf(Date.now() + hub.clockOffsetMs(), timeZone)
  const [day, setDay] = useState(today)
  const [sought, setSought] = useState('')
  return (
    <>
      <div className="bar">
        <Button onClick={() => setDay(shiftDay(day, -1))}>{t('records.dayBefore')}</Button>
        <DayField name={t('records.day')} day={day} max={today} onDay={setDay} />
        <Button disabled={day >= today} onClick={() => setDay(shiftDay(day, 1))}>
          {t('records.dayAfter')}
        </Button>
        <Button type="text" disabled={day === today} onClick={() => setDay(today)}>
          {t('records.today')}
        </Button>
        <Input.Search
          className="hall-search bar-end"
          allowClear
          placeholder={t('records.search')}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      <DayOfLegs key={day} day={day} sought={sought} />
    </>
  )
}

function DayOfLegs({ day, sought }: { day: string; sought: string }) {
  const { t } = useTexts()
  const { asked, again } = useDayOfLegs(day)
  const wanted = sought.trim().toUpperCase()
  return (
    <Panel
      title={t('records.legsOf', { day })}
      beside={<Button onClick={again}>{t('common.refresh')}</Button>}
      bare
    >
      <Told asked={asked} again={again}>
        {(legs) => (
          <LegsTable legs={legs.filter(({ number }) => number.includes(wanted))} searched={wanted !== ''} />
        )}
      </Told>
    </Panel>
  )
}

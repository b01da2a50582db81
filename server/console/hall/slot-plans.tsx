import { PlusOutlined } from '@ant-design/icons'
import type { SlotRow } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { problemsIn } from './draft.ts'
import type { Part } from './part.ts'
import { SlotPlanRow } from './slot-plan-row.tsx'
import { SlotWeek } from './slot-week.tsx'
import './slot-plans.css'

const mostRows = 30
const morning: SlotRow = {
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '12:00',
  everyMinutes: 30,
  capacity: 4,
}
const afternoon: SlotRow = { ...morning, from: '14:00', to: '17:00' }

/** When each service can be booked, with the week that makes. */
export function SlotPlans({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState(hall.services.find(({ slots }) => slots.length > 0)?.id)
  const found = hall.services.findIndex(({ id }) => id === chosen)
  const at = Math.max(0, found)
  const service = hall.services[at]
  if (!service) return <p className="quiet">{t('hall.service.none')}</p>
  const put = (serviceId: string, slots: SlotRow[]) =>
    change({
      ...hall,
      services: hall.services.map((each) => (each.id === serviceId ? { ...each, slots } : each)),
    })
  const putRows = (slots: SlotRow[]) => put(service.id, slots)
  const wrong = problemsIn(problems, `services.${at}.slots`)
  return (
    <div className="slot-plans">
      <div className="bar">
        <Select
          className="slot-plans-service"
          aria-label={t('appointments.plan.service')}
          value={service.id}
          onChange={setChosen}
          options={hall.services.map(({ id, name, slots }) => ({
            value: id,
            label: slots.length > 0 ? `${name} ✓` : name,
          }))}
        />
        {may && service.slots.length > 0 && hall.services.length > 1 && (
          <Select
            className="bar-end slot-plans-service"
            aria-label={t('appointments.plan.copyTo')}
            placeholder={t('appointments.plan.copy')}
            value={null}
            onChange={(id: string | null) => id && put(id, service.slots)}
            options={hall.services
              .filter(({ id }) => id !== service.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      <p className="quiet">{t('appointments.plan.help')}</p>
      {service.slots.length === 0 && <p className="quiet">{t('appointments.plan.none')}</p>}
      {service.slots.map((row, i) => (
        <SlotPlanRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the plan
          key={i}
          row={row}
          n={i + 1}
          may={may}
          wrong={problemsIn(wrong, String(i))}
          put={(next) => putRows(service.slots.map((each, k) => (k === i ? next : each)))}
          remove={() => putRows(service.slots.filter((_, k) => k !== i))}
        />
      ))}
      {may && service.slots.length < mostRows && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => putRows([...service.slots, service.slots.length === 0 ? morning : afternoon])}
        >
          {t('appointments.plan.add')}
        </Button>
      )}
      {service.slots.length > 0 && wrong.length === 0 && (
        <SlotWeek rows={service.slots} policy={hall.policy} />
      )}
    </div>
  )
}

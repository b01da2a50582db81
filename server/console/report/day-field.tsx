import { CalendarOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input, Space } from 'antd'
import { useRef, useState } from 'react'
import './day-field.css'

/** A hall day: typed as `2026-03-11`, or picked from the browser's own calendar. A half-typed day changes nothing. */
export function DayField({
  day,
  onDay,
  name,
  max,
}: {
  day: string
  onDay: (day: string) => void
  name: string
  max?: string
}) {
  const { t } = useTexts()
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const take = (text: string) => {
    if (isDay(text) && (max === undefined || text.localeCompare(max) <= 0)) {
      setTyped(null)
      onDay(text)
    } else setTyped(text)
  }
  return (
    <Space.Compact className="day-field">
      <Input
        aria-label={name}
        value={typed ?? day}
        status={typed === null ? '' : 'error'}
        maxLength={10}
        onChange={({ target }) => take(target.value.trim())}
        onBlur={() => setTyped(null)}
      />
      <Button
        icon={<CalendarOutlined />}
        aria-label={t('common.calendar', { name })}
        onClick={() => calendar.current?.showPicker()}
      />
      <input
        ref={calendar}
        type="date"
        className="day-field-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={day}
        max={max}
        onChange={({ target }) => take(target.value)}
      />
    </Space.Compact>
  )
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

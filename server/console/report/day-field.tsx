import { Input } from 'antd'

/** A hall day by the browser's own date field: keyboard, no time zone, no library. An emptied field changes nothing. */
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
  return (
    <Input
      type="date"
      aria-label={name}
      className="day-field"
      value={day}
      max={max}
      onChange={({ target }) => {
        if (/^\d{4}-\d{2}-\d{2}$/.test(target.value)) onDay(target.value)
      }}
    />
  )
}

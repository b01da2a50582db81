import type { HallFace } from '@jiaohao/core/views/parts.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './board-head.css'

/** Whose board this is, and what time it is in the hall. */
export function BoardHead({ hall, zone, nowMs }: { hall: HallFace; zone: string; nowMs: number }) {
  const { language, nameOf } = useTexts()
  const { timeZone } = hall
  const name = nameOf(hall)
  const day = new Intl.DateTimeFormat(language, { timeZone, month: 'long', day: 'numeric', weekday: 'long' })
  return (
    <header className="board-head">
      <h1 className={[...name].length > 24 ? 'board-hall board-hall-long' : 'board-hall'}>{name}</h1>
      {zone && <span className="board-zone">{zone}</span>}
      <span className="board-day">{day.format(nowMs)}</span>
      <time className="board-clock">{timeIn(timeZone, nowMs)}</time>
    </header>
  )
}

/** `09:05` in the hall's own time. */
export function timeIn(timeZone: string, atMs: number): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return format.format(atMs)
}

import { isWeekend, weekdayOf } from '../calendar/day-arithmetic.ts'
import { sessionsOn } from '../calendar/sessions-on.ts'
import { instantAt, minutesIn } from './day.ts'
import type { Hall, Service, SlotRow } from './hall.ts'

/** A time that can be booked, and how many places it has in all. */
export interface OpenSlot {
  fromMs: number
  toMs: number
  capacity: number
}

/** A slot in minutes of the day. */
export interface PlannedSlot {
  from: number
  to: number
  capacity: number
}

/**
 * What can be booked of a service on a day, in order: its plan for that weekday, as far as it lies in the hall's
 * sessions. Nothing on a closed day, nor in a year whose calendar nobody has signed.
 */
export function slotsOn(hall: Hall, service: Service, day: string): OpenSlot[] {
  if (service.slots.length === 0) return []
  const sessions = sessionsOn(hall, day, service)
  if ('refused' in sessions) return []
  const dayStartMs = instantAt(day, 0, hall.timeZone)
  const isPlain = instantAt(day, 1_440, hall.timeZone) - dayStartMs === 86_400_000
  const instantOf = (minute: number) =>
    isPlain ? dayStartMs + minute * 60_000 : instantAt(day, minute, hall.timeZone)
  return plannedFor(hall, service, day)
    .filter(({ from, to }) =>
      sessions.some((each) => minutesIn(each.from) <= from && to <= minutesIn(each.to)),
    )
    .map(({ from, to, capacity }) => ({ fromMs: instantOf(from), toMs: instantOf(to), capacity }))
}

/** The plan of its weekday; a weekend day the calendar makes a working day has Monday's unless it has one of its own. */
function plannedFor({ policy }: Hall, { slots }: Service, day: string): PlannedSlot[] {
  const own = plannedOn(slots, weekdayOf(day))
  return own.length === 0 && policy.useCalendar && isWeekend(day) ? plannedOn(slots, 1) : own
}

/** The slots of one weekday, 1 Monday to 7 Sunday, in order. */
export function plannedOn(rows: readonly SlotRow[], weekday: number): PlannedSlot[] {
  return rows
    .filter(({ weekdays }) => weekdays.includes(weekday))
    .flatMap(cut)
    .sort((a, b) => a.from - b.from)
}

function cut({ from, to, everyMinutes, capacity }: SlotRow): PlannedSlot[] {
  const [first, end] = [minutesIn(from), minutesIn(to)]
  const slots: PlannedSlot[] = []
  for (let at = first; at < end; at += everyMinutes)
    slots.push({ from: at, to: Math.min(at + everyMinutes, end), capacity })
  return slots
}

import type { Hall } from '../queue/hall.ts'
import { isWeekend, weekdayOf } from './day-arithmetic.ts'
import type { Closure } from './hall-calendar.ts'
import { isWorkingDay, type YearNotLoaded } from './working-day.ts'

/** A span of the hall's day, `08:30` to `12:00`; a day without set sessions is open from `00:00` to `24:00`. */
export interface Session {
  from: string
  to: string
}

/** What of a hall decides when it works. */
export type HallTimes = Pick<Hall, 'calendar' | 'policy'>
/** Whose sessions: the hall's own when left out, else those of a service in its zone. */
export type Place = { id: string; zoneId: string } | undefined

const wholeDay: Session = { from: '00:00', to: '24:00' }

/** Does anything open on this day? A hall that keeps no calendar works every day. */
export function isOpenDay(hall: HallTimes, day: string, service?: Place): boolean | YearNotLoaded {
  const sessions = sessionsOn(hall, day, service)
  return 'refused' in sessions ? sessions : sessions.length > 0
}

/**
 * When numbers are given on this day, in order; none on a day off and none where a closure lies. A plain weekend
 * opens where the policy has sessions for it, which makes it no working day.
 */
export function sessionsOn(hall: HallTimes, day: string, service?: Place): Session[] | YearNotLoaded {
  const sessions = usualTimesOn(hall, day)
  if ('refused' in sessions) return sessions
  return closuresOn(hall, day, service).reduce(withoutClosure, sessions)
}

function usualTimesOn(hall: HallTimes, day: string): Session[] | YearNotLoaded {
  const times = workingTimesOn(hall, day)
  if ('refused' in times || times.length > 0) return times
  const isHoliday = hall.calendar.years.some(({ rest }) => rest.some((each) => each.day === day))
  return isHoliday ? [] : (ofWeekday(hall, day) ?? [])
}

/** The working time of a working day, closures aside; a make-up weekend keeps the usual sessions. */
export function workingTimesOn(hall: HallTimes, day: string): Session[] | YearNotLoaded {
  const { policy, calendar } = hall
  const usual = policy.sessions.length > 0 ? policy.sessions : [wholeDay]
  if (!policy.useCalendar) return ofWeekday(hall, day) ?? [...usual]
  const works = isWorkingDay(calendar, day)
  if (typeof works !== 'boolean') return works
  if (!works) return []
  return isWeekend(day) ? [...usual] : (ofWeekday(hall, day) ?? [...usual])
}

const ofWeekday = ({ policy }: HallTimes, day: string): Session[] | undefined => {
  const row = policy.weekdaySessions.find(({ weekday }) => weekday === weekdayOf(day))
  return row && [...row.sessions]
}

/** The closures that lie on this day for this service, or for the hall itself. */
export function closuresOn({ calendar }: Pick<Hall, 'calendar'>, day: string, service?: Place): Closure[] {
  return calendar.closures.filter(
    ({ fromDay, toDay, of }) => fromDay <= day && day <= toDay && concerns(of, service),
  )
}

function concerns(of: Closure['of'], service: Place): boolean {
  switch (of.is) {
    case 'hall':
      return true
    case 'zones':
      return service !== undefined && of.zoneIds.includes(service.zoneId)
    case 'services':
      return service !== undefined && of.serviceIds.includes(service.id)
  }
}

function withoutClosure(sessions: Session[], { part }: Closure): Session[] {
  if (!part) return []
  return sessions.flatMap((session) => {
    if (part.to <= session.from || session.to <= part.from) return [session]
    const left = [
      { from: session.from, to: part.from },
      { from: part.to, to: session.to },
    ]
    return left.filter(({ from, to }) => from < to)
  })
}

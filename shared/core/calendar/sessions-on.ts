import type { Hall } from '../queue/hall.ts'
import type { Closure } from './hall-calendar.ts'
import { isWorkingDay, type YearNotLoaded } from './working-day.ts'

/** A span of the hall's day, `08:30` to `12:00`; a day without set sessions is open from `00:00` to `24:00`. */
export interface Session {
  from: string
  to: string
}

type Set = Pick<Hall, 'calendar' | 'policy'>
/** Whose sessions: the hall's own when left out, else those of a service in its zone. */
export type Place = { id: string; zoneId: string } | undefined

const wholeDay: Session = { from: '00:00', to: '24:00' }

/** Does anything open on this day? A hall that keeps no calendar works every day. */
export function isOpenDay(hall: Set, day: string, service?: Place): boolean | YearNotLoaded {
  const sessions = sessionsOn(hall, day, service)
  return 'refused' in sessions ? sessions : sessions.length > 0
}

/** When numbers are given on this day, in order; none on a rest day and none where a closure lies. */
export function sessionsOn(hall: Set, day: string, service?: Place): Session[] | YearNotLoaded {
  const { policy, calendar } = hall
  const usual = policy.sessions.length > 0 ? policy.sessions : [wholeDay]
  const works = policy.useCalendar ? isWorkingDay(calendar, day) : true
  if (typeof works !== 'boolean') return works
  if (!works) return []
  return closuresOn(hall, day, service).reduce(withoutClosure, [...usual])
}

/** The closures that lie on this day for this service, or for the hall itself. */
function closuresOn({ calendar }: Pick<Hall, 'calendar'>, day: string, service?: Place): Closure[] {
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

import { nextOpening } from '../calendar/next-opening.ts'
import { closuresOn, type Session, sessionsOn } from '../calendar/sessions-on.ts'
import { minutesOf, noWaits, rangeAt, type Waits } from '../estimate/waits.ts'
import { dayOf, minuteOfDay, minutesIn, timeOfDay } from './day.ts'
import { notWorking } from './emergency.ts'
import type { Hall, Service } from './hall.ts'
import { ordinaryRank } from './lane.ts'
import { waitingFor } from './lines.ts'
import { quotaUsed } from './quota.ts'
import { type Reason, type Refused, refused } from './refused.ts'
import type { HallState } from './state.ts'

/**
 * Why no number is given for this service now, and when one is again; undefined when one is given. An appointment
 * was promised: neither a quota nor the closing hour turns it away.
 */
export function shutBecause(
  hall: Hall,
  state: HallState,
  service: Service,
  atMs: number,
  isBooked = false,
  waits: Waits = noWaits,
): Refused | undefined {
  if (state.standing.is !== 'open') return notWorking(state.standing)
  if (!service.open) return refused('serviceClosed')
  if (!hall.counters.some((counter) => counter.serviceIds.includes(service.id)))
    return refused('noCounterServes')
  const day = dayOf(atMs, hall.timeZone)
  const time = timeOfDay(atMs, hall.timeZone)
  const sessions = sessionsOn(hall, day, service)
  if ('refused' in sessions) return sessions
  const session = sessions.find(({ from, to }) => from <= time && time < to)
  if (!session) return outside(hall, service, sessions, day, time)
  if (waitingFor(state, service.id) >= hall.policy.mostWaitingPerService) return refused('queueFull')
  if (isBooked) return undefined
  const used = quotaUsed(state, service, sessions, atMs, hall.timeZone)
  if (used) return again('quotaUsed', used.isDay ? '24:00' : used.until)
  if (hall.policy.stopWhenPastClosing && pastClosing(hall, waits, service, session, atMs))
    return again('closingSoon', session.to)
  return undefined

  function again(reason: Reason, after: string): Refused {
    const opens = nextOpening(hall, { day, time: after }, service, 'atOrAfter')
    return refused(reason, opens ? { opens } : {})
  }
}

/** Between the sessions, on a day off, or where a closure lies now: each is told as what it is. */
function outside(hall: Hall, service: Service, sessions: Session[], day: string, time: string): Refused {
  const opens = nextOpening(hall, { day, time }, service)
  const more = opens ? { opens } : {}
  const closure = closuresOn(hall, day, service).find(
    ({ part }) => !part || (part.from <= time && time < part.to),
  )
  if (closure) return refused('closure', { ...more, because: closure.reason })
  return refused(sessions.length === 0 ? 'restDay' : 'outsideSessions', more)
}

/** Would somebody who takes a number now still wait when the session ends? Judged by the long end of the estimate. */
function pastClosing(hall: Hall, waits: Waits, service: Service, { to }: Session, atMs: number): boolean {
  const range = rangeAt(waits, { serviceId: service.id, rank: ordinaryRank, aheadMs: 0 })
  return range !== null && minuteOfDay(atMs, hall.timeZone) + minutesOf(range).high > minutesIn(to)
}

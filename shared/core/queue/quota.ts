import type { Session } from '../calendar/sessions-on.ts'
import { minuteOfDay, minutesIn } from './day.ts'
import type { Service } from './hall.ts'
import { rank, sizeOf } from './sorted.ts'
import { type HallState, noneTaken } from './state.ts'

type Slot = Session & { most: number }

/** The quota that is used up now, and when the next begins at the earliest; undefined while numbers are left. */
export function quotaUsed(
  state: HallState,
  service: Service,
  sessions: readonly Session[],
  atMs: number,
  timeZone: string,
): { isDay: true } | { isDay: false; until: string } | undefined {
  const { day } = service.quota
  if (day !== null && takenOf(state, service.id) >= day) return { isDay: true }
  const minute = minuteOfDay(atMs, timeZone)
  const slot = slotsOf(service, sessions).find(
    ({ from, to }) => minutesIn(from) <= minute && minute < minutesIn(to),
  )
  return slot && takenIn(state, service.id, slot, atMs, timeZone) >= slot.most
    ? { isDay: false, until: slot.to }
    : undefined
}

/** The spans of a day with a quota of their own: those given by hand, else each session. */
export function slotsOf({ quota }: Pick<Service, 'quota'>, sessions: readonly Session[]): Slot[] {
  if (quota.slots.length > 0) return quota.slots
  const { session } = quota
  return session === null ? [] : sessions.map((each) => ({ ...each, most: session }))
}

/** How many of today's numbers of a service count towards its quota. */
export const takenOf = (state: HallState, serviceId: string): number =>
  sizeOf(state.taken[serviceId] ?? noneTaken)

/** The same, of those taken in a span of today; `atMs` says which day it is. */
export function takenIn(
  state: HallState,
  serviceId: string,
  { from, to }: Session,
  atMs: number,
  timeZone: string,
): number {
  const taken = state.taken[serviceId] ?? noneTaken
  const nowMinute = minuteOfDay(atMs, timeZone)
  const wholeMinuteMs = Math.floor(atMs / 60_000) * 60_000
  const instant = (time: string) => wholeMinuteMs + (minutesIn(time) - nowMinute) * 60_000
  const before = (time: string) => rank(taken, { atMs: instant(time), n: 0 })
  return before(to) - before(from)
}

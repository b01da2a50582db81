import { shutBecause } from './admission.ts'
import type { CommandOf } from './command.ts'
import { dayOf } from './day.ts'
import type { Hall } from './hall.ts'
import { holderRefused } from './holder.ts'
import { numberIn, offlineSeries } from './offline-number.ts'
import { type Refused, refused } from './refused.ts'
import { emptyState, type HallState } from './state.ts'

/** A number a kiosk gives by itself. */
export interface GivenOffline {
  day: string
  series: string
  sequence: number
  number: string
}

/** A hall of which nothing is known but its set-up and whether it was at work: what a kiosk without the hub goes by. */
export interface HallUnseen {
  hall: Hall
  standing: HallState['standing']
}

export const stateUnseen = ({ hall, standing }: HallUnseen, atMs: number): HallState => ({
  ...emptyState,
  day: dayOf(atMs, hall.timeZone),
  standing,
})

/**
 * The next number of the kiosk's own series, by the hall's own rules as far as they need no queue: sessions,
 * closures, services. `lastIn` is the highest of the series on that day that kiosk or hub know of.
 */
export function takeOffline(
  unseen: HallUnseen,
  letter: string,
  command: CommandOf<'takeTicket'>,
  lastIn: (series: string, day: string) => number,
  atMs: number,
): GivenOffline | Refused {
  const { hall } = unseen
  const service = hall.services.find(({ id }) => id === command.serviceId)
  if (!service) return refused('unknownService')
  // Whether an appointment stands only the hub can say.
  if (command.appointment) return refused('notSaved')
  const state = stateUnseen(unseen, atMs)
  const shut = shutBecause(hall, state, service, atMs)
  if (shut) return shut
  const classId = command.priority?.classId
  if (classId && !hall.policy.priorityClasses.some(({ id }) => id === classId)) return refused('unknownClass')
  const held = holderRefused(hall, state, service, command)
  if (held) return held
  const day = dayOf(atMs, hall.timeZone)
  const series = offlineSeries(service.prefix, letter)
  const sequence = lastIn(series, day) + 1
  return { day, series, sequence, number: numberIn(series, sequence) }
}

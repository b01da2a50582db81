import { sessionsOn } from '../calendar/sessions-on.ts'
import { isWorkingDay, type YearNotLoaded } from '../calendar/working-day.ts'
import type { HallProblem } from './check-hall.ts'
import { dayOf } from './day.ts'
import type { Hall } from './hall.ts'
import { slotsOf, takenIn, takenOf } from './quota.ts'
import { type Refused, refused } from './refused.ts'
import type { HallState } from './state.ts'

type SetUp = Pick<Hall, 'services' | 'policy' | 'timeZone' | 'calendar'>

/**
 * Why a set-up cannot come into force on the day under way, or undefined when it can: a quota set below what is given
 * already, with the figures; opening by a calendar nobody has signed. What was so `before` keeps nobody from saving
 * something else.
 */
export function checkToday(
  hall: SetUp,
  before: SetUp,
  state: HallState,
  atMs: number,
): (Refused & { problems: HallProblem[] }) | undefined {
  const day = dayOf(atMs, hall.timeZone)
  const unsigned = unsignedOn(hall, day)
  if (unsigned && !unsignedOn(before, day))
    return { ...unsigned, problems: [{ path: 'policy.useCalendar', problem: 'unsigned' }] }
  if (state.day !== day) return undefined
  const problems = hall.services.flatMap((service, i) => {
    const was = before.services.find(({ id }) => id === service.id)
    const same = JSON.stringify(was?.quota) === JSON.stringify(service.quota)
    return same ? [] : quotaProblems(hall, state, service, i, atMs, day)
  })
  return problems.length > 0 ? { ...refused('quotaBelowGiven'), problems } : undefined
}

function unsignedOn({ policy, calendar }: SetUp, day: string): YearNotLoaded | undefined {
  const works = policy.useCalendar ? isWorkingDay(calendar, day) : true
  return typeof works === 'boolean' ? undefined : works
}

function quotaProblems(
  hall: SetUp,
  state: HallState,
  service: SetUp['services'][number],
  i: number,
  atMs: number,
  day: string,
): HallProblem[] {
  const { quota } = service
  const given = takenOf(state, service.id)
  const sessions = sessionsOn(hall, day, service)
  const slots = slotsOf(service, 'refused' in sessions ? [] : sessions)
  return [
    ...(quota.day !== null && given > quota.day ? [below(`services.${i}.quota.day`, given)] : []),
    ...slots.flatMap((slot, j) => {
      const inSlot = takenIn(state, service.id, slot, atMs, hall.timeZone)
      const path = quota.slots.length > 0 ? `quota.slots.${j}.most` : 'quota.session'
      return inSlot > slot.most ? [below(`services.${i}.${path}`, inSlot)] : []
    }),
  ]
}

const below = (path: string, given: number): HallProblem => ({ path, problem: 'belowGiven', given })

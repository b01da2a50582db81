import { sessionsOn } from '../calendar/sessions-on.ts'
import { minutesIn } from '../queue/day.ts'
import type { Hall } from '../queue/hall.ts'
import type { HallState } from '../queue/state.ts'
import type { Chance } from './chance.ts'
import { midnightBefore, type Observed, type Stretch } from './observe.ts'

/** When a counter will be at work, from now on, as one day of the past or the sessions would have it. */
export type Plans = (counterId: string, likeDay: number, chance: Chance) => readonly Stretch[]

const minuteMs = 60_000
const lateMs = 30 * minuteMs
const usualAwayMs = 10 * minuteMs
const longestAwayMs = 180 * minuteMs
const endless = Number.POSITIVE_INFINITY

/**
 * Who is here stays until that day's counter went; who is away comes back as one did, or after as long as others
 * stayed away; who has not come half an hour after that day's beginning does not come. Whoever closed a past day
 * goes on until nobody waits. Without past days the sessions are the plan.
 */
export function plansFor(from: {
  hall: Hall
  state: HallState
  past: readonly Observed[]
  today: Observed
  atMs: number
}): Plans {
  const { hall, state, past, today, atMs } = from
  const midnightMs = midnightBefore(atMs, hall.timeZone)
  const usual = past.map((day) => shifted(day, midnightMs))
  const bySessions = sessions(hall, state.day, midnightMs)
  const aways = past.flatMap(awayMs)

  return (counterId, likeDay, chance) => {
    const planned = (usual[likeDay]?.[counterId] ?? (usual.length > 0 ? [] : bySessions)).map((stretch) =>
      leaving(stretch, chance),
    )
    const mine = today.atWork[counterId]
    const counter = state.counters[counterId]
    const works = counter?.at === 'open' && counter.now.is !== 'paused'
    if (works) return from_(planned, atMs, atMs)
    if (!mine || mine.length === 0) return comesLate(planned, atMs) ? [] : planned
    const next = planned.find(({ fromMs, toMs }) => toMs > atMs && fromMs > atMs)
    const nowPlanned = planned.some(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)
    const wentHome = usual.length === 0 && counter?.at !== 'open'
    if (!nowPlanned || wentHome) return next ? planned.filter(({ fromMs }) => fromMs >= next.fromMs) : []
    const sinceMs = Math.min(atMs, mine.at(-1)?.toMs ?? atMs)
    const longer = aways.filter((ms) => ms > atMs - sinceMs)
    const back = longer.length > 0 ? sinceMs + chance.pick(longer) : atMs + chance.exponential(usualAwayMs)
    return from_(planned, atMs, back)
  }
}

/** From `startMs` until the stretch around it, or the next one, ends; then as planned. */
function from_(planned: readonly Stretch[], atMs: number, startMs: number): Stretch[] {
  const which = planned.findIndex(({ toMs }) => toMs > Math.max(atMs, startMs))
  if (which < 0) return [{ fromMs: startMs, toMs: endless, leavesMs: endless }]
  const { toMs } = planned[which] as Stretch
  return [{ fromMs: startMs, toMs, leavesMs: toMs }, ...planned.slice(which + 1)]
}

/** At some instant between the last call and the going the clerk stopped calling. */
function leaving({ fromMs, toMs, leavesMs }: Stretch, chance: Chance): Stretch {
  const stopsMs = toMs === leavesMs ? toMs : leavesMs + (toMs - leavesMs) * chance.next()
  return { fromMs, toMs: stopsMs, leavesMs: stopsMs }
}

const comesLate = (planned: readonly Stretch[], atMs: number): boolean =>
  planned.length === 0 || (planned[0] as Stretch).fromMs < atMs - lateMs

/** A past day's stretches on today's clock; those that ended with the day have no end. */
function shifted({ atWork, midnightMs }: Observed, todayMs: number): Record<string, Stretch[]> {
  const all = Object.values(atWork).flat()
  const lastMs = Math.max(0, ...all.map(({ toMs }) => (toMs === endless ? 0 : toMs)))
  const by = todayMs - midnightMs
  return Object.fromEntries(
    Object.entries(atWork).map(([counterId, stretches]) => [
      counterId,
      stretches.map(({ fromMs, toMs, leavesMs }, i) => {
        const stays = i === stretches.length - 1 && toMs > lastMs - lateMs
        return {
          fromMs: fromMs + by,
          toMs: stays ? endless : toMs + by,
          leavesMs: stays ? endless : leavesMs + by,
        }
      }),
    ]),
  )
}

/** Every session with its end, but the last: whoever has a number is served. */
function sessions(hall: Hall, day: string | null, midnightMs: number): Stretch[] {
  const found = day === null ? hall.policy.sessions : sessionsOn(hall, day)
  const all = Array.isArray(found) ? found : hall.policy.sessions
  if (all.length === 0) return [{ fromMs: midnightMs, toMs: endless, leavesMs: endless }]
  return all.map(({ from, to }, i) => {
    const toMs = i === all.length - 1 ? endless : midnightMs + minutesIn(to) * minuteMs
    return { fromMs: midnightMs + minutesIn(from) * minuteMs, toMs, leavesMs: toMs }
  })
}

function awayMs({ atWork }: Observed): number[] {
  return Object.values(atWork).flatMap((stretches) =>
    stretches
      .slice(1)
      .map(({ fromMs }, i) => fromMs - (stretches[i] as Stretch).toMs)
      .filter((ms) => ms > 0 && ms < longestAwayMs),
  )
}

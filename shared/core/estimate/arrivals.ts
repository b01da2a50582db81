import { sessionsOn } from '../calendar/sessions-on.ts'
import { dayOf, minutesIn } from '../queue/day.ts'
import type { Hall } from '../queue/hall.ts'
import { ordinaryRank } from '../queue/lane.ts'
import type { Chance } from './chance.ts'
import { midnightBefore, type Observed } from './observe.ts'

/** Somebody who will come; of those alone who may be called before somebody already here. */
export interface Arrival {
  atMs: number
  lane: string
  serviceId: string
  rank: number
  aheadMs: number
}

/** Those who will come, in order of time, made up as they are asked for. */
export interface Arrivals {
  /** Infinite after the last. */
  nextMs(): number
  take(): Arrival
}

const hourMs = 3_600_000
const nobody: Arrivals = {
  nextMs: () => Number.POSITIVE_INFINITY,
  take: () => {
    throw new Error('nobody comes')
  },
}

/**
 * Those who will come, as one past day had them from this time of day on, more or fewer as today has had more or
 * fewer than those days; without past days as they came lately, at random, while numbers are given.
 */
export function arrivalsFor(from: {
  hall: Hall
  past: readonly Observed[]
  today: Observed
  atMs: number
}): (likeDay: number, chance: Chance) => Arrivals {
  const { hall, past, today, atMs } = from
  const all =
    callsLaterFirst(hall) || [today, ...past].some(({ came }) => came.some(({ aheadMs }) => aheadMs < 0))
  const matters = ({ rank, aheadMs, lane }: Omit<Arrival, 'atMs'>) =>
    all || rank < ordinaryRank || aheadMs > 1_000 || !(lane.startsWith('service:') || lane.startsWith('low:'))
  const midnightMs = midnightBefore(atMs, hall.timeZone)
  const lately = today.came.filter((each) => each.atMs > atMs - hourMs && matters(each))
  if (past.length === 0) {
    const untilMs = givenUntil(hall, atMs, midnightMs)
    const watchedMs = Math.min(hourMs, Math.max(600_000, atMs - (today.came[0]?.atMs ?? atMs)))
    return (_, chance) => atRandom(lately, { atMs, untilMs, watchedMs }, chance)
  }
  const still = past.map(({ came, midnightMs: then }) => {
    const by = midnightMs - then
    return came
      .filter((each) => each.atMs + by > atMs && matters(each))
      .map((each) => ({ ...each, atMs: each.atMs + by }))
  })
  const usual =
    past.reduce((sum, { came, midnightMs: then }) => {
      const nowThen = atMs - midnightMs + then
      return (
        sum +
        came.filter((each) => each.atMs > nowThen - hourMs && each.atMs <= nowThen && matters(each)).length
      )
    }, 0) / past.length
  return (likeDay, chance) =>
    likeThen(still[likeDay] ?? [], chance.gamma(lately.length + 3) / (usual + 3), chance)
}

/** Each of that day's comes so many times, on average. */
function likeThen(day: readonly Arrival[], share: number, chance: Chance): Arrivals {
  let next = -1
  let times = 0
  function go(): void {
    times -= 1
    while (times <= 0 && next < day.length) {
      next += 1
      times = Math.floor(share) + (chance.next() < share % 1 ? 1 : 0)
    }
  }
  go()
  return {
    nextMs: () => day[next]?.atMs ?? Number.POSITIVE_INFINITY,
    take: () => {
      const arrival = day[next] as Arrival
      go()
      return arrival
    },
  }
}

function atRandom(
  lately: readonly Arrival[],
  { atMs, untilMs, watchedMs }: { atMs: number; untilMs: number; watchedMs: number },
  chance: Chance,
): Arrivals {
  if (lately.length === 0) return nobody
  const betweenMs = watchedMs / chance.gamma(lately.length + 0.5)
  let ms = atMs + chance.exponential(betweenMs)
  return {
    nextMs: () => (ms < untilMs ? ms : Number.POSITIVE_INFINITY),
    take: () => {
      const like = lately[Math.floor(chance.next() * lately.length)] as Arrival
      const arrival = { ...like, atMs: ms }
      ms += chance.exponential(betweenMs)
      return arrival
    },
  }
}

/** Where a counter weighs its services or keeps in reserve, anybody who comes later may be called sooner. */
const callsLaterFirst = ({ counters }: Hall): boolean =>
  counters.some(
    ({ choosing, terms, reserveMinutes }) =>
      choosing !== 'together' || terms.length > 0 || reserveMinutes > 0,
  )

function givenUntil(hall: Hall, atMs: number, midnightMs: number): number {
  const found = sessionsOn(hall, dayOf(atMs, hall.timeZone))
  const sessions = Array.isArray(found) ? found : hall.policy.sessions
  const last = sessions.at(-1)
  return midnightMs + (last ? minutesIn(last.to) : 24 * 60) * 60_000
}

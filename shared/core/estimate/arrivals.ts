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

const hourMs = 3_600_000
const mostArrivals = 4_000

/**
 * Those who will come, as one past day had them from this time of day on, more or fewer as today has had more or
 * fewer than those days; without past days as they came lately, at random, while numbers are given.
 */
export function arrivalsFor(from: {
  hall: Hall
  past: readonly Observed[]
  today: Observed
  atMs: number
}): (likeDay: number, chance: Chance) => Arrival[] {
  const { hall, past, today, atMs } = from
  const all =
    callsLaterFirst(hall) || [today, ...past].some(({ came }) => came.some(({ aheadMs }) => aheadMs < 0))
  const matters = ({ rank, aheadMs, lane }: Omit<Arrival, 'atMs'>) =>
    all || rank < ordinaryRank || aheadMs > 1_000 || !(lane.startsWith('service:') || lane.startsWith('low:'))
  const midnightMs = midnightBefore(atMs, hall.timeZone)
  const lately = today.came.filter((each) => each.atMs > atMs - hourMs && matters(each))
  if (past.length === 0)
    return (_, chance) => atRandom(lately, givenUntil(hall, atMs, midnightMs), today, atMs, chance)

  const days = past.map((day) => {
    const by = midnightMs - day.midnightMs
    return day.came.filter(matters).map((each) => ({ ...each, atMs: each.atMs + by }))
  })
  const usual =
    days.flat().filter((each) => each.atMs > atMs - hourMs && each.atMs <= atMs).length / days.length
  const still = days.map((day) => day.filter((each) => each.atMs > atMs))
  return (likeDay, chance) => {
    const share = chance.gamma(lately.length + 3) / (usual + 3)
    const coming: Arrival[] = []
    for (const each of still[likeDay] ?? []) {
      let times = Math.floor(share) + (chance.next() < share % 1 ? 1 : 0)
      while (times-- > 0)
        coming.push(times === 0 ? each : { ...each, atMs: each.atMs + 60_000 * chance.next() })
      if (coming.length >= mostArrivals) break
    }
    return coming.sort((a, b) => a.atMs - b.atMs)
  }
}

function atRandom(
  lately: readonly Arrival[],
  untilMs: number,
  today: Observed,
  atMs: number,
  chance: Chance,
): Arrival[] {
  if (lately.length === 0) return []
  const watchedMs = Math.min(hourMs, Math.max(600_000, atMs - (today.came[0]?.atMs ?? atMs)))
  const betweenMs = watchedMs / chance.gamma(lately.length + 0.5)
  const coming: Arrival[] = []
  let ms = atMs + chance.exponential(betweenMs)
  while (ms < untilMs && coming.length < mostArrivals) {
    const like = lately[Math.floor(chance.next() * lately.length)] as Arrival
    coming.push({ ...like, atMs: ms })
    ms += chance.exponential(betweenMs)
  }
  return coming
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

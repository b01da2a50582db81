import { nextDayStartMs } from '../queue/day.ts'
import type { Counter, Hall } from '../queue/hall.ts'
import { ordinaryRank, waitersIn } from '../queue/lane.ts'
import type { Desk } from '../queue/order.ts'
import { get } from '../queue/sorted.ts'
import { type CounterState, type HallState, lanesOf, lastLeg } from '../queue/state.ts'
import { type Arrivals, arrivalsFor } from './arrivals.ts'
import { openChance } from './chance.ts'
import { type Drawn, draw } from './drawn.ts'
import type { Model } from './model.ts'
import type { Observed } from './observe.ts'
import { plansFor } from './plans.ts'
import { type Beginning, type Comers, play, workedBy } from './play.ts'
import { openReadyHeap } from './ready-heap.ts'
import { openSimLines } from './sim-lines.ts'

/** All an estimate is made from. Nothing in it is of the future. */
export interface Known {
  hall: Hall
  state: HallState
  model: Model
  past: readonly Observed[]
  today: Observed
  atMs: number
  seed: number
  /** How many courses at most. */
  mostRuns?: number
}

/** Somebody whose wait is asked for: a ticket that waits, or one who would take a number now (`n` beyond the issued). */
export interface Asked {
  n: number
  serviceId: string
  rank: number
}

/** A newcomer's place is by what they would hold: a number taken now, or an appointment of some minutes ago or ahead. */
export type Newcomer = Asked & { aheadMinutes: number }

/** For each asked, the wait from now in each run, in ms; infinite where the day ended before. */
export interface Courses {
  asked: Asked[]
  newcomers: Newcomer[]
  runs: number
  /** Run after run, in the order of `asked`. */
  waitsMs: Float64Array
}

const mostSteps = 30_000
const [fewestRuns, usualRuns] = [12, 300]
const mostArrivals = 4_000
const endless = Number.POSITIVE_INFINITY
/** Minutes before now, ascending: between two of them a range is read off the line through both. */
export const placesTried = [-40, -20, -10, -5, 0, 5, 10, 20, 40]

/** Plays the rest of the day many times, by the hall's own rules, until everybody asked for has been called. */
export function simulate({
  hall,
  state,
  model,
  past,
  today,
  atMs,
  seed,
  mostRuns = usualRuns,
}: Known): Courses {
  const chance = openChance(seed)
  const waiting = waitersNow(state)
  const newcomers = newcomersOf(hall, state, [...past, today])
  const asked = [...waiting, ...newcomers]
  const runs = Math.min(mostRuns, Math.max(fewestRuns, Math.round(mostSteps / (asked.length + 1))))
  const waitsMs = new Float64Array(asked.length * runs).fill(Number.POSITIVE_INFINITY)
  const firstComer = state.issued + 1 + newcomers.length
  const most = firstComer + mostArrivals
  const lines = openSimLines(state, most)
  const heap = openReadyHeap(hall.counters.length * 2 + most)
  const about = aboutEach(asked, most)
  const plans = plansFor({ hall, state, past, today, atMs })
  const arrivals = arrivalsFor({ hall, past, today, atMs })
  const endMs = nextDayStartMs(atMs, hall.timeZone)
  const staffAt = (counterId: string) => deskOf(state.counters[counterId]).staffId
  const worked = workedBy(hall, staffAt)

  for (let run = 0; run < runs; run++) oneRun(run * asked.length)
  return { asked, newcomers, runs, waitsMs }

  function oneRun(offset: number): void {
    lines.restart()
    const day = draw(model, atMs, chance)
    const likeDay = Math.floor(chance.next() * past.length)
    let left = asked.length
    play({
      hall,
      fromMs: atMs,
      endMs,
      lines,
      heap,
      worked,
      desks: hall.counters.map(({ id }) => deskOf(state.counters[id])),
      stretches: hall.counters.map(({ id }) => plans(id, likeDay, chance)),
      beginnings: hall.counters.map((counter) => beginning(counter, day)),
      comers: comersOf(arrivals(likeDay, chance), day),
      about: (n) => about[n] as Asked,
      callMs: (n, staffId, nowMs) => day.callMs((about[n] as Asked).serviceId, staffId, nowMs),
      gapMs: day.gapMs,
      noticeMs: day.noticeMs,
      called: (n, nowMs) => {
        const { position } = about[n] as About
        if (position < 0) return 'stays'
        waitsMs[offset + position] = nowMs - atMs
        left -= 1
        return day.gaveUp(nowMs - atMs) ? 'gone' : 'stays'
      },
      over: () => left === 0,
    })
  }

  /** Newcomers first: they stand by when they took their number, and wait as soon as they hold it. */
  function comersOf(coming: Arrivals, day: Drawn): Comers {
    const paperMs = day.paperMs()
    let asking = 0
    let n = firstComer
    return {
      nextMs: () => (asking < newcomers.length ? atMs + paperMs : n < most ? coming.nextMs() : endless),
      take: () => {
        const newcomer = newcomers[asking]
        if (!newcomer) {
          const arrival = coming.take()
          about[n] = { n, serviceId: arrival.serviceId, rank: arrival.rank, position: -1 }
          return { ...arrival, n: n++, onlyAsks: false }
        }
        asking += 1
        const aheadMs = paperMs + newcomer.aheadMinutes * 60_000
        const { serviceId } = newcomer
        return { ...newcomer, atMs: atMs + paperMs, lane: `service:${serviceId}`, aheadMs, onlyAsks: true }
      },
    }
  }

  function beginning({ id, serviceIds }: Counter, day: Drawn): Beginning {
    const now = state.counters[id]
    if (now?.at !== 'open' || now.now.is === 'paused') return { is: 'away' }
    if ('n' in now.now) return { is: 'free', atMs: freeAt(now.now, now.staffId, day) + day.gapMs() }
    const lanes = [...serviceIds.flatMap(lanesOf), `counter:${id}`, `clerk:${now.staffId}`]
    return lanes.every(lines.isEmpty)
      ? { is: 'idle' }
      : { is: 'free', atMs: atMs + day.gapMs() * chance.next() }
  }

  /** When whoever is at the counter will be done. */
  function freeAt({ is, n }: { is: string; n: number }, staffId: string, day: Drawn): number {
    const ticket = get(state.tickets, n)
    if (!ticket) return atMs
    const leg = lastLeg(ticket)
    const sinceMs = leg.firstCalledAtMs ?? atMs
    const elapsedMs = Math.max(0, atMs - sinceMs)
    return Math.max(atMs, sinceMs + day.callMs(leg.serviceId, staffId, atMs, elapsedMs, is === 'serving'))
  }
}

/** Everybody who waits now, in the order of their numbers. */
function waitersNow(state: HallState): Asked[] {
  const found: Asked[] = []
  for (const lane of Object.values(state.lanes)) {
    for (const { n } of waitersIn(lane)) {
      const ticket = get(state.tickets, n)
      if (ticket) found.push({ n, serviceId: lastLeg(ticket).serviceId, rank: ticket.rank })
    }
  }
  return found.sort((a, b) => a.n - b.n)
}

/**
 * Somebody of each rank the hall has, for each service that a counter works; where appointments are kept, also
 * with places before and after now.
 */
function newcomersOf(hall: Hall, state: HallState, days: readonly Observed[]): Newcomer[] {
  const ranks = [...new Set(hall.policy.priorityClasses.map(({ rank }) => rank))].sort()
  const served = new Set(hall.counters.flatMap(({ serviceIds }) => serviceIds))
  return hall.services
    .filter(({ id }) => served.has(id))
    .flatMap(({ id }) => [
      ...[...ranks, ordinaryRank].map((rank) => ({ serviceId: id, rank, aheadMinutes: 0 })),
      ...(keepsAppointments(days, id) ? otherPlaces(id) : []),
    ])
    .map((each, k) => ({ n: state.issued + 1 + k, ...each }))
}

const keepsAppointments = (days: readonly Observed[], serviceId: string): boolean =>
  days.some(({ appointments }) => appointments[serviceId] !== undefined)

const otherPlaces = (serviceId: string) =>
  placesTried
    .filter((aheadMinutes) => aheadMinutes !== 0)
    .map((aheadMinutes) => ({ serviceId, rank: ordinaryRank, aheadMinutes }))

/** `position` among the asked, or −1. */
type About = Asked & { position: number }

function aboutEach(asked: readonly Asked[], size: number): About[] {
  const about = new Array<About>(size)
  for (const [position, { n, serviceId, rank }] of asked.entries())
    about[n] = { n, serviceId, rank, position }
  return about
}

const deskOf = (counter: CounterState | undefined): Desk =>
  counter?.at === 'open' ? counter : { staffId: '', run: 0, recent: [] }

import { nextDayStartMs } from '../queue/day.ts'
import { afterCall } from '../queue/desk.ts'
import type { Counter, Hall } from '../queue/hall.ts'
import { ordinaryRank, waitersIn } from '../queue/lane.ts'
import { type Desk, nextAt } from '../queue/order.ts'
import { placeAt } from '../queue/place.ts'
import { get } from '../queue/sorted.ts'
import { type CounterState, type HallState, lanesOf, lastLeg } from '../queue/state.ts'
import { type Arrival, arrivalsFor } from './arrivals.ts'
import { openChance } from './chance.ts'
import { type Drawn, draw } from './drawn.ts'
import type { Model } from './model.ts'
import type { Observed, Stretch } from './observe.ts'
import { plansFor } from './plans.ts'
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

type Coming = Arrival & { n?: number }

/** For each asked, the wait from now in each run, in ms; infinite where the day ended before. */
export interface Courses {
  asked: Asked[]
  newcomers: Newcomer[]
  runs: number
  /** Run after run, in the order of `asked`. */
  waitsMs: Float64Array
}

const mostSteps = 60_000
const [fewestRuns, usualRuns] = [12, 300]
const mostArrivals = 4_000
const lookAgainMs = 60_000
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
  const first = state.issued + 1
  const lines = openSimLines(state, state.issued + newcomers.length + mostArrivals)
  const about = aboutEach(asked, first + newcomers.length + mostArrivals)
  const plans = plansFor({ hall, state, past, today, atMs })
  const arrivals = arrivalsFor({ hall, past, today, atMs })
  const endMs = nextDayStartMs(atMs, hall.timeZone)
  const counters = hall.counters
  const heap = openReadyHeap(counters.length * 2 + mostArrivals + newcomers.length)
  const worked = new Map<string, number[]>()
  for (const [i, { serviceIds, id }] of counters.entries()) {
    for (const lane of serviceIds.flatMap(lanesOf)) add(worked, lane, i)
    add(worked, `counter:${id}`, i)
    const now = state.counters[id]
    if (now?.at === 'open') add(worked, `clerk:${now.staffId}`, i)
  }

  for (let run = 0; run < runs; run++) oneRun(run)
  return { asked, newcomers, runs, waitsMs }

  function oneRun(run: number): void {
    lines.restart()
    heap.clear()
    const day = draw(model, atMs, chance)
    const likeDay = Math.floor(chance.next() * past.length)
    const desks = counters.map(({ id }) => deskOf(state.counters[id]))
    const stretches = counters.map(({ id }) => plans(id, likeDay, chance))
    const idle = new Uint8Array(counters.length)
    const coming = withNewcomers(arrivals(likeDay, chance), day)
    let left = asked.length
    let next = 0
    let more = first + newcomers.length

    for (const [i, counter] of counters.entries()) {
      const now = state.counters[counter.id]
      const freeMs = freeAt(now, day)
      if (freeMs !== null) heap.put(i, freeMs + day.gapMs())
      else if (now?.at !== 'open' || now.now.is === 'paused') later(i, atMs)
      else if (worksNow(counter)) heap.put(i, atMs + day.gapMs() * chance.next())
      else idle[i] = 1
    }

    while (left > 0) {
      const readyMs = heap.firstMs()
      const arrival = coming[next]
      if (arrival && arrival.atMs < readyMs) {
        next += 1
        arrives(arrival)
        continue
      }
      if (readyMs >= endMs) return
      const i = heap.take()
      if (i < 0) noticed(-i, readyMs)
      else if (isAtWork(i, readyMs)) works(i, readyMs)
      else later(i, readyMs)
    }

    function called(which: number, ms: number): void {
      waitsMs[run * asked.length + which] = ms - atMs
      left -= 1
    }

    function arrives({ atMs: comesMs, aheadMs, lane, serviceId, rank, n: newcomer }: Coming): void {
      if (newcomer === undefined && more >= about.serviceOf.length) return
      const n = newcomer ?? more++
      about.serviceOf[n] = serviceId
      about.rankOf[n] = rank
      const place = placeAt(comesMs - aheadMs, n)
      lines.join(lane, rank, { n, place, since: { atMs: comesMs, n }, passedBefore: lines.passed(lane) })
      if (newcomer === undefined) wake(lane, comesMs)
      else if (idleFor(lane, comesMs) >= 0) heap.put(-n, comesMs + day.noticeMs())
    }

    /** Somebody idle would have seen this newcomer by now, whatever the other newcomers make of it. */
    function noticed(n: number, nowMs: number): void {
      const which = (about.askedAt[n] as number) - 1
      if (Number.isFinite(waitsMs[run * asked.length + which])) return
      lines.leave(n)
      called(which, nowMs)
    }

    /** The counter calls whoever the rules put next. Newcomers and those who gave up cost it no time. */
    function works(i: number, nowMs: number): void {
      const counter = counters[i] as Counter
      const desk = desks[i] as Desk
      idle[i] = 0
      while (left > 0) {
        const chosen = nextAt(hall, counter, lines, desk, nowMs)
        if (!chosen) {
          idle[i] = 1
          if (waitsForLonger(counter)) heap.put(i, nowMs + lookAgainMs)
          return
        }
        const { n } = chosen.waiter
        lines.leave(n)
        const which = about.askedAt[n] as number
        if (which > 0) called(which - 1, nowMs)
        if (n >= first && n < first + newcomers.length) continue
        if (which > 0 && day.gaveUp(nowMs - atMs)) continue
        lines.pass(chosen.over)
        const serviceId = about.serviceOf[n] as string
        desks[i] = {
          staffId: desk.staffId,
          ...afterCall(desk, { rule: chosen.why.rule, rank: about.rankOf[n] as number, serviceId }),
        }
        heap.put(i, nowMs + day.callMs(serviceId, desk.staffId, nowMs) + day.gapMs())
        return
      }
    }

    function wake(lane: string, nowMs: number): void {
      const i = idleFor(lane, nowMs)
      if (i < 0) return
      idle[i] = 0
      heap.put(i, nowMs + day.noticeMs())
    }

    function idleFor(lane: string, nowMs: number): number {
      for (const i of worked.get(lane) ?? []) if (idle[i] === 1 && isAtWork(i, nowMs)) return i
      return -1
    }

    function isAtWork(i: number, nowMs: number): boolean {
      for (const { fromMs, toMs } of stretches[i] as readonly Stretch[])
        if (fromMs <= nowMs && nowMs < toMs) return true
      return false
    }

    function later(i: number, nowMs: number): void {
      const next = (stretches[i] as readonly Stretch[]).find(({ fromMs }) => fromMs > nowMs)
      if (next) heap.put(i, next.fromMs + day.gapMs())
      else if (isAtWork(i, nowMs)) heap.put(i, nowMs + day.gapMs())
    }
  }

  /** Newcomers stand by when they took their number, and wait as soon as they hold it. */
  function withNewcomers(coming: readonly Arrival[], day: Drawn): Coming[] {
    const paperMs = day.paperMs()
    const mine = newcomers.map(({ n, serviceId, rank, aheadMinutes }) => ({
      n,
      serviceId,
      rank,
      lane: `service:${serviceId}`,
      atMs: atMs + paperMs,
      aheadMs: paperMs + aheadMinutes * 60_000,
    }))
    return [...mine, ...coming].sort((a, b) => a.atMs - b.atMs)
  }

  /** When whoever is at the counter will be done; null when nobody is. */
  function freeAt(counter: CounterState | undefined, day: Drawn): number | null {
    if (counter?.at !== 'open' || !('n' in counter.now)) return null
    const ticket = get(state.tickets, counter.now.n)
    if (!ticket) return atMs
    const leg = lastLeg(ticket)
    const calledMs = leg.lastCalledAtMs ?? atMs
    const answered = counter.now.is === 'serving'
    const sinceMs = Math.min(leg.firstCalledAtMs ?? calledMs, calledMs)
    const elapsedMs = Math.max(0, atMs - sinceMs)
    return Math.max(atMs, sinceMs + day.callMs(leg.serviceId, counter.staffId, atMs, elapsedMs, answered))
  }

  function anybodyFor(serviceId: string): boolean {
    return lanesOf(serviceId).some((lane) => !lines.isEmpty(lane))
  }

  function worksNow({ id, serviceIds }: Counter): boolean {
    const now = state.counters[id]
    return (
      serviceIds.some(anybodyFor) ||
      !lines.isEmpty(`counter:${id}`) ||
      (now?.at === 'open' && !lines.isEmpty(`clerk:${now.staffId}`))
    )
  }

  function waitsForLonger({ reserveMinutes, terms, serviceIds }: Counter): boolean {
    if (reserveMinutes === 0 && !terms.some(({ afterMinutes }) => afterMinutes > 0)) return false
    return serviceIds.some(anybodyFor)
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

function aboutEach(asked: readonly Asked[], size: number) {
  const serviceOf = new Array<string>(size)
  const rankOf = new Uint8Array(size)
  /** One more than its position among the asked; 0 for nobody's. */
  const askedAt = new Int32Array(size)
  for (const [i, { n, serviceId, rank }] of asked.entries()) {
    serviceOf[n] = serviceId
    rankOf[n] = rank
    askedAt[n] = i + 1
  }
  return { serviceOf, rankOf, askedAt }
}

const deskOf = (counter: CounterState | undefined): Desk =>
  counter?.at === 'open' ? counter : { staffId: '', run: 0, recent: [] }

function add(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

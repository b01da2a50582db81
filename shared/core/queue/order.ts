import type { Why } from './event.ts'
import type { Counter, Hall } from './hall.ts'
import { byPlace, bySince, lineOf, ordinaryRank, type Waiter } from './lane.ts'
import type { Lines } from './lines.ts'
import { rank, sizeOf } from './sorted.ts'
import { type HallState, laneOf, lastLeg, type Ticket } from './state.ts'

/** Who sits at a counter, and what the rules remember of it. */
export interface Desk {
  staffId: string
  run: number
  recent: readonly string[]
}

/** Who is next, the rule that chose, and the lanes worked here in which somebody has waited longer. */
export interface Chosen {
  waiter: Waiter
  why: Why
  over: string[]
}

/**
 * Who is next at this counter, and why (T2, T6). Legs sent to this counter or this clerk come first; then the
 * services worked here, as the counter weighs them; within them the highest rank, waiting lifting everybody a
 * rank every `ageMinutes`, and after `priorityRun` of a class in a row one ordinary ticket has its turn.
 *
 * Above all that stands the bound: once the longest waiting of a lane has been passed `mostPassed` times, no
 * counter that works the lane calls anybody who has waited less. So nobody is ever passed more often.
 */
export function nextAt(
  hall: Pick<Hall, 'policy'>,
  counter: Counter,
  lines: Lines,
  desk: Desk,
  atMs: number,
): Chosen | undefined {
  const own = [`counter:${counter.id}`, `clerk:${desk.staffId}`]
  const services = servicesNow(counter, lines, atMs)
  const lanes = [...own, ...services.map(laneFor)]
  const here = sentHere(lines, own) ?? ofServices(hall, counter, lines, desk, services, atMs)
  if (!here) return undefined
  const first = firstInBound(hall, lines, lanes)
  const { waiter, rule } =
    first && bySince(first.since, here.waiter.since) < 0 ? ({ waiter: first, rule: 'bound' } as const) : here
  return { waiter, ...passing(lines, lanes, waiter, rule) }
}

/** What calling this one by hand passes here, or undefined when the bound forbids it. */
export function chosenByHand(
  hall: Pick<Hall, 'policy'>,
  counter: Counter,
  lines: Lines,
  { staffId }: Pick<Desk, 'staffId'>,
  { lane, waiter }: { lane: string; waiter: Waiter },
  atMs: number,
): Chosen | undefined {
  const services = servicesNow(counter, lines, atMs).map(laneFor)
  const lanes = [...new Set([`counter:${counter.id}`, `clerk:${staffId}`, ...services, lane])]
  const first = firstInBound(hall, lines, lanes)
  if (first && bySince(first.since, waiter.since) < 0) return undefined
  return { waiter, ...passing(lines, lanes, waiter, 'chosen') }
}

/** The services this counter calls from now: not those it helps out with, or keeps in reserve for, before somebody has waited that long. */
export function servicesNow(counter: Counter, lines: Lines, atMs: number): string[] {
  return counter.serviceIds.filter((serviceId) => {
    const own = counter.terms.find((each) => each.serviceId === serviceId)?.afterMinutes ?? 0
    const afterMinutes = Math.max(own, counter.reserveMinutes)
    if (afterMinutes === 0) return true
    const longest = lines.longest(laneFor(serviceId))
    return longest !== undefined && atMs - longest.since.atMs > afterMinutes * 60_000
  })
}

const laneFor = (serviceId: string): string => `service:${serviceId}`

type Rule = Why['rule']
type Found = { waiter: Waiter; rule: Rule }

function sentHere(lines: Lines, own: readonly string[]): Found | undefined {
  const heads = own.flatMap((lane) => ranks.map((each) => lines.head(lane, each)))
  const waiter = earliest(heads.filter((each) => each !== undefined))
  return waiter && { waiter, rule: 'sentHere' }
}

function ofServices(
  hall: Pick<Hall, 'policy'>,
  counter: Counter,
  lines: Lines,
  desk: Desk,
  services: readonly string[],
  atMs: number,
): Found | undefined {
  const waiting = services.filter((serviceId) => lines.longest(laneFor(serviceId)) !== undefined)
  const pool = weighed(counter, desk, waiting)
  const found = byRank(hall, lines, desk.run, pool, atMs)
  const skipped = found?.rule === 'first' && pool.length < waiting.length
  return skipped ? { waiter: found.waiter, rule: 'service' } : found
}

/** The services among which rank decides: all of them together, or the one whose turn it is at this counter. */
function weighed(counter: Counter, { recent }: Desk, waiting: readonly string[]): readonly string[] {
  switch (counter.choosing) {
    case 'together':
      return waiting
    case 'inOrder':
      return waiting.slice(0, 1)
    case 'weighted': {
      const share = (serviceId: string) => {
        const weight = counter.terms.find((each) => each.serviceId === serviceId)?.weight ?? 1
        return recent.filter((each) => each === serviceId).length / weight
      }
      const least = Math.min(...waiting.map(share))
      return waiting.filter((serviceId) => share(serviceId) === least).slice(0, 1)
    }
  }
}

function byRank(
  { policy }: Pick<Hall, 'policy'>,
  lines: Lines,
  run: number,
  services: readonly string[],
  atMs: number,
): Found | undefined {
  const ageMs = policy.ageMinutes * 60_000
  const aged = (ofRank: number, { since }: Waiter) =>
    ageMs === 0 ? ofRank : Math.max(1, ofRank - Math.max(0, Math.floor((atMs - since.atMs) / ageMs)))
  let best: { rank: number; as: number; waiter: Waiter } | undefined
  let ordinary: Waiter | undefined
  let priority = false
  for (const serviceId of services) {
    for (const ofRank of ranks) {
      const waiter = lines.head(laneFor(serviceId), ofRank)
      if (!waiter) continue
      const as = aged(ofRank, waiter)
      const before = best && (as - best.as || byPlace(waiter.place, best.waiter.place))
      if (before === undefined || before < 0) best = { rank: ofRank, as, waiter }
      if (ofRank < ordinaryRank) priority = true
      else if (!ordinary || byPlace(waiter.place, ordinary.place) < 0) ordinary = waiter
    }
  }
  if (!best) return undefined
  if (best.rank === ordinaryRank) return { waiter: best.waiter, rule: priority ? 'aged' : 'first' }
  if (!ordinary) return { waiter: best.waiter, rule: 'first' }
  return run < policy.priorityRun
    ? { waiter: best.waiter, rule: 'priority' }
    : { waiter: ordinary, rule: 'turn' }
}

const ranks = Array.from({ length: ordinaryRank }, (_, i) => i + 1)

function earliest(waiters: readonly Waiter[]): Waiter | undefined {
  return waiters.reduce<Waiter | undefined>(
    (best, each) => (best && byPlace(best.place, each.place) < 0 ? best : each),
    undefined,
  )
}

/** Of those whose bound is reached, the one who has waited longest. */
function firstInBound(
  { policy }: Pick<Hall, 'policy'>,
  lines: Lines,
  lanes: readonly string[],
): Waiter | undefined {
  let first: Waiter | undefined
  for (const lane of lanes) {
    const longest = lines.longest(lane)
    if (!longest || lines.passed(lane) - longest.passedBefore < policy.mostPassed) continue
    if (!first || bySince(longest.since, first.since) < 0) first = longest
  }
  return first
}

function passing(
  lines: Lines,
  lanes: readonly string[],
  { since }: Waiter,
  rule: Rule,
): { why: Why; over: string[] } {
  let passed = 0
  const over: string[] = []
  for (const lane of lanes) {
    const here = lines.longerThan(lane, since)
    if (here === 0) continue
    passed += here
    over.push(lane)
  }
  return { why: { rule, passed }, over }
}

/** How many are before this ticket in its lane by place and rank: what is said at taking, not a promise. */
export function aheadOf(state: HallState, ticket: Ticket): number {
  const { target, place } = lastLeg(ticket)
  const lane = state.lanes[laneOf(target)]
  if (!lane || ticket.status.at !== 'waiting') return 0
  if (target.to !== 'service') return lane.lines.reduce((sum, line) => sum + rank(line, place), 0)
  const higher = lane.lines.slice(0, ticket.rank - 1).reduce((sum, line) => sum + sizeOf(line), 0)
  return higher + rank(lineOf(lane, ticket.rank), place)
}

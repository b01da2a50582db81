import type { DeskMemory } from './desk.ts'
import type { Why } from './event.ts'
import type { Counter, Hall } from './hall.ts'
import { byPlace, bySince, lineOf, ordinaryRank, ranks, type Waiter } from './lane.ts'
import type { Lines } from './lines.ts'
import { rank, sizeOf } from './sorted.ts'
import { type HallState, laneOf, lanesOf, lastLeg, type Ticket } from './state.ts'

/** Who sits at a counter, and what the rules remember of it. */
export interface Desk extends DeskMemory {
  staffId: string
}

/** What of a hall's set-up choosing asks. */
type RulesOf = Pick<Hall, 'policy' | 'counters'>

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
 * Above all that stands the bound: once anybody in a lane has been passed `mostPassed` times, no counter that
 * works the lane calls anybody who has waited less than its longest waiting. So nobody is ever passed more often.
 */
export function nextAt(
  hall: RulesOf,
  counter: Counter,
  lines: Lines,
  desk: Desk,
  atMs: number,
): Chosen | undefined {
  const own = [`counter:${counter.id}`, `clerk:${desk.staffId}`]
  const services = lanesNow(hall, counter, lines, atMs)
  const lanes = [...own, ...services]
  const here = sentHere(lines, own) ?? ofServices(hall, counter, lines, desk, services, atMs)
  if (!here) return undefined
  const first = firstInBound(hall, lines, lanes)
  const { waiter, rule } =
    first && bySince(first.since, here.waiter.since) < 0 ? ({ waiter: first, rule: 'bound' } as const) : here
  return { waiter, ...passing(lines, lanes, waiter, rule) }
}

/** What calling this one by hand passes here, or undefined when the bound forbids it. */
export function chosenByHand(
  hall: RulesOf,
  counter: Counter,
  lines: Lines,
  { staffId }: Pick<Desk, 'staffId'>,
  { lane, waiter }: { lane: string; waiter: Waiter },
  atMs: number,
): Chosen | undefined {
  const services = lanesNow(hall, counter, lines, atMs)
  const lanes = [...new Set([`counter:${counter.id}`, `clerk:${staffId}`, ...services, lane])]
  const first = firstInBound(hall, lines, lanes)
  if (first && bySince(first.since, waiter.since) < 0) return undefined
  return { waiter, ...passing(lines, lanes, waiter, 'chosen') }
}

/**
 * The lanes of services this counter calls from now: not of those it helps out with, or keeps in reserve for,
 * before somebody has waited that long; and whoever needs a low counter only where none is open elsewhere.
 */
export function lanesNow(hall: RulesOf, counter: Counter, lines: Lines, atMs: number): string[] {
  return counter.serviceIds
    .filter((serviceId) => worksNow(counter, serviceId, lines, atMs))
    .flatMap((serviceId) => {
      const [ordinary, low] = lanesOf(serviceId)
      return counter.low || !lowElsewhere(hall, serviceId, low, lines) ? [ordinary, low] : [ordinary]
    })
}

function worksNow(counter: Counter, serviceId: string, lines: Lines, atMs: number): boolean {
  const own = counter.terms.find((each) => each.serviceId === serviceId)?.afterMinutes ?? 0
  const afterMinutes = Math.max(own, counter.reserveMinutes)
  if (afterMinutes === 0) return true
  return lanesOf(serviceId).some((lane) => {
    const longest = lines.longest(lane)
    return longest !== undefined && atMs - longest.since.atMs > afterMinutes * 60_000
  })
}

/** Looked for only when somebody waits for one: most halls have nobody who does. */
const lowElsewhere = ({ counters }: RulesOf, serviceId: string, lane: string, lines: Lines): boolean =>
  lines.longest(lane) !== undefined &&
  counters.some(({ id, low, serviceIds }) => low && serviceIds.includes(serviceId) && lines.isOpen(id))

type Rule = Why['rule']
type Found = { waiter: Waiter; rule: Rule }

function sentHere(lines: Lines, own: readonly string[]): Found | undefined {
  const waiting = own.filter((lane) => lines.longest(lane) !== undefined)
  const heads = waiting.flatMap((lane) => ranks.map((each) => lines.head(lane, each)))
  const waiter = earliest(heads.filter((each) => each !== undefined))
  return waiter && { waiter, rule: 'sentHere' }
}

function ofServices(
  hall: RulesOf,
  counter: Counter,
  lines: Lines,
  desk: Desk,
  lanes: readonly string[],
  atMs: number,
): Found | undefined {
  const waiting = lanes.filter((lane) => lines.longest(lane) !== undefined)
  const pool = weighed(counter, desk, waiting)
  const found = byRank(hall, lines, desk.run, pool, atMs)
  const skipped = found?.rule === 'first' && pool.length < waiting.length
  return skipped ? { waiter: found.waiter, rule: 'service' } : found
}

/** The lanes among which rank decides: all of them together, or those of the service whose turn it is at this counter. */
function weighed(counter: Counter, { recent }: Desk, waiting: readonly string[]): readonly string[] {
  const services = counter.serviceIds.filter((id) => lanesOf(id).some((lane) => waiting.includes(lane)))
  const only = (serviceId: string | undefined) =>
    waiting.filter((lane) => serviceId !== undefined && lanesOf(serviceId).includes(lane))
  switch (counter.choosing) {
    case 'together':
      return waiting
    case 'inOrder':
      return only(services[0])
    case 'weighted': {
      const share = (serviceId: string) => {
        const weight = counter.terms.find((each) => each.serviceId === serviceId)?.weight ?? 1
        return recent.filter((each) => each === serviceId).length / weight
      }
      const least = Math.min(...services.map(share))
      return only(services.find((serviceId) => share(serviceId) === least))
    }
  }
}

function byRank(
  { policy }: RulesOf,
  lines: Lines,
  run: number,
  lanes: readonly string[],
  atMs: number,
): Found | undefined {
  const ageMs = policy.ageMinutes * 60_000
  /** By effective time, as the lines are ordered: else two of one rank could swap by standing in two lanes. */
  const aged = (ofRank: number, { place }: Waiter) =>
    ageMs === 0 ? ofRank : Math.max(1, ofRank - Math.max(0, Math.floor((atMs - place.atMs) / ageMs)))
  let best: { rank: number; as: number; waiter: Waiter } | undefined
  let ordinary: Waiter | undefined
  let priority = false
  for (const lane of lanes) {
    for (const ofRank of ranks) {
      const waiter = lines.head(lane, ofRank)
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

function earliest(waiters: readonly Waiter[]): Waiter | undefined {
  return waiters.reduce<Waiter | undefined>(
    (best, each) => (best && byPlace(best.place, each.place) < 0 ? best : each),
    undefined,
  )
}

/** Of the lanes where the bound is reached, the one who has waited longest. */
function firstInBound({ policy }: RulesOf, lines: Lines, lanes: readonly string[]): Waiter | undefined {
  let first: Waiter | undefined
  for (const lane of lanes) {
    const longest = lines.longest(lane)
    if (!longest || lines.borne(lane) < policy.mostPassed) continue
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
  const lane = state.lanes[laneOf(ticket, target)]
  if (!lane || ticket.status.at !== 'waiting') return 0
  if (target.to !== 'service') return lane.lines.reduce((sum, line) => sum + rank(line, place), 0)
  const higher = lane.lines.slice(0, ticket.rank - 1).reduce((sum, line) => sum + sizeOf(line), 0)
  return higher + rank(lineOf(lane, ticket.rank), place)
}

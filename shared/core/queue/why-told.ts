import type { Recorded, Why } from './event.ts'
import { evolve } from './evolve.ts'
import { bySince, type Since } from './lane.ts'
import { get, values } from './sorted.ts'
import { emptyState, type HallState, laneOf, lastLeg, type Ticket, ticketOf } from './state.ts'

/** Everything a complaint about a ticket's turn asks: its calls with the rule of each, whom it passed, who passed it. */
export interface WhyTold {
  ticketId: string
  number: string
  serviceId: string
  issuedAtMs: number
  /** Waiting since, of the leg it waits on now or waited on last; null before it first waited. */
  sinceMs: number | null
  calls: CallTold[]
  /** In order of their calls, at most `mostTold`; `passedByTotal` counts them all. */
  passedBy: PasserTold[]
  passedByTotal: number
}

export interface CallTold {
  leg: number
  atMs: number
  sinceMs: number
  counterNo: string
  serviceId: string
  rule: Why['rule']
  /** How many it passed who had waited longer, and the first `mostTold` of them. */
  passed: number
  numbers: string[]
}

export interface PasserTold {
  number: string
  sinceMs: number
  atMs: number
  counterNo: string
  rule: Why['rule']
}

const mostTold = 50

/** Lives a day again, from its first event, and tells what concerned one ticket; undefined when the day had none such. */
export function whyTold(recorded: Iterable<Recorded>, ticketId: string): WhyTold | undefined {
  let state = emptyState
  let last: Ticket | undefined
  const calls: CallTold[] = []
  const passedBy: PasserTold[] = []
  let passedByTotal = 0
  for (const each of recorded) {
    const { event, atMs } = each
    if (event.type === 'ticketCalled') {
      const called = ticketOf(state, event.ticketId)
      const since = called && lastLeg(called).joined?.since
      if (called && since) {
        const { counterNo, why, leg, serviceId, over = [] } = event
        const told = { atMs, sinceMs: since.atMs, counterNo, rule: why.rule }
        if (called.id === ticketId) {
          calls.push({ ...told, leg, serviceId, passed: why.passed, numbers: longerIn(state, over, since) })
        } else if (isPassed(state, ticketId, over, since)) {
          passedByTotal += 1
          if (passedBy.length < mostTold) passedBy.push({ ...told, number: called.number })
        }
      }
    }
    state = evolve(state, each)
    last = ticketOf(state, ticketId) ?? last
  }
  if (!last) return undefined
  const leg = lastLeg(last)
  return {
    ticketId,
    number: last.number,
    serviceId: leg.serviceId,
    issuedAtMs: last.issuedAtMs,
    sinceMs: leg.joined?.since.atMs ?? null,
    calls,
    passedBy,
    passedByTotal,
  }
}

function longerIn(state: HallState, lanes: readonly string[], since: Since): string[] {
  return lanes
    .flatMap((key) => (state.lanes[key] ? values(state.lanes[key].since, mostTold) : []))
    .filter((each) => bySince(each.since, since) < 0)
    .sort((a, b) => bySince(a.since, b.since))
    .slice(0, mostTold)
    .map(({ n }) => get(state.tickets, n)?.number ?? '')
}

function isPassed(state: HallState, ticketId: string, lanes: readonly string[], by: Since): boolean {
  const ticket = ticketOf(state, ticketId)
  if (ticket?.status.at !== 'waiting') return false
  const { target, joined } = lastLeg(ticket)
  return joined !== null && lanes.includes(laneOf(ticket, target)) && bySince(joined.since, by) < 0
}

import type { Place, Why } from './event.ts'
import type { Counter, Hall } from './hall.ts'
import { at, get, rank, sizeOf } from './sorted.ts'
import { byPlace, type HallState, type Lane, laneOf, lastLeg, type Ticket } from './state.ts'

/**
 * Who is next at this counter, and why (T2, T6). Legs sent to this counter or this clerk come first; then,
 * over all services the counter works, the earliest priority ticket, unless `priorityRun` of them went in a row
 * here while an ordinary one waited: then the earliest ordinary one has its turn.
 */
export function nextAt(
  hall: Hall,
  state: HallState,
  counter: Counter,
  staffId: string,
  run: number,
): { ticket: Ticket; why: Why } | undefined {
  const here = earliest([state.lanes[`counter:${counter.id}`], state.lanes[`clerk:${staffId}`]], bothLines)
  if (here) return chosen(state, here.n, { rule: 'sentHere', passed: 0 })

  const lanes = counter.serviceIds.map((serviceId) => state.lanes[`service:${serviceId}`])
  const priority = earliest(lanes, ['priority'])
  const ordinary = earliest(lanes, ['ordinary'])
  if (!priority && !ordinary) return undefined
  if (!priority || (ordinary && run >= hall.policy.priorityRun)) {
    const first = ordinary as Found
    const passed = priority ? earlierThan(first.place, lanes, 'priority') : 0
    return chosen(state, first.n, { rule: priority ? 'turn' : 'first', passed })
  }
  const passed = earlierThan(priority.place, lanes, 'ordinary')
  return chosen(state, priority.n, { rule: ordinary ? 'priority' : 'first', passed })
}

/** How many are before this ticket; a priority ticket counts its own line alone, one sent to a counter or clerk both by place. */
export function aheadOf(state: HallState, ticket: Ticket): number {
  const { target, place } = lastLeg(ticket)
  const lane = state.lanes[laneOf(target)]
  if (!lane || ticket.status.at !== 'waiting') return 0
  if (target.to !== 'service') return rank(lane.priority, place) + rank(lane.ordinary, place)
  return ticket.priority ? rank(lane.priority, place) : rank(lane.ordinary, place) + sizeOf(lane.priority)
}

/** How many wait for this service, in both lines. */
export function waitingFor(state: HallState, serviceId: string): number {
  const lane = state.lanes[`service:${serviceId}`]
  return lane ? sizeOf(lane.priority) + sizeOf(lane.ordinary) : 0
}

interface Found {
  place: Place
  n: number
}

const bothLines = ['priority', 'ordinary'] as const

function earliest(
  lanes: (Lane | undefined)[],
  lines: readonly (typeof bothLines)[number][],
): Found | undefined {
  let best: Found | undefined
  for (const lane of lanes) {
    for (const line of lines) {
      const head = lane && at(lane[line], 0)
      if (head && (!best || byPlace(head[0], best.place) < 0)) best = { place: head[0], n: head[1] }
    }
  }
  return best
}

function earlierThan(place: Place, lanes: (Lane | undefined)[], line: (typeof bothLines)[number]): number {
  return lanes.reduce((sum, lane) => sum + (lane ? rank(lane[line], place) : 0), 0)
}

function chosen(state: HallState, n: number, why: Why): { ticket: Ticket; why: Why } {
  return { ticket: get(state.tickets, n) as Ticket, why }
}

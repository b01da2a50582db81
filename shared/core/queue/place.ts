import type { Target } from './command.ts'
import type { Place } from './event.ts'
import { at } from './sorted.ts'
import { emptyLane, type HallState, laneOf, type Ticket } from './state.ts'

/** The place behind exactly `behind` others of the ticket's line in the target's lane; the end when fewer wait. */
export function replaced(state: HallState, ticket: Ticket, target: Target, behind: number): Place {
  const lane = state.lanes[laneOf(target)] ?? emptyLane
  const line = ticket.priority ? lane.priority : lane.ordinary
  const before = behind > 0 ? lastUpTo(behind) : undefined
  const after = at(line, behind)?.[0]
  return between(before, after, ticket.n)

  function lastUpTo(count: number): Place | undefined {
    for (let i = count - 1; i >= 0; i--) {
      const entry = at(line, i)
      if (entry) return entry[0]
    }
    return undefined
  }
}

function between(before: Place | undefined, after: Place | undefined, n: number): Place {
  if (before && after && before.atMs === after.atMs) {
    return {
      atMs: before.atMs,
      tie: (before.tie + after.tie) / 2,
      n: Math.min(n, Math.max(before.n, after.n)),
    }
  }
  if (before) return { atMs: before.atMs, tie: before.tie + 1, n }
  if (after) return { atMs: after.atMs, tie: after.tie - 1, n }
  return { atMs: 0, tie: 0, n }
}

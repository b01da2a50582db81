import type { Target } from './command.ts'
import type { Place } from './event.ts'
import { emptyLane, lineOf } from './lane.ts'
import { at, sizeOf } from './sorted.ts'
import { type HallState, laneOf, lastLeg, type Ticket } from './state.ts'

/**
 * A place by effective time, then issue order. Every place carries its ticket's own `n`, so that no two
 * tickets can ever share one, not even after an undo.
 */
export const placeAt = (atMs: number, n: number): Place => ({ atMs, tie: n, n })

/**
 * The place behind exactly `behind` others of the ticket's line in the target's lane; the end when fewer wait,
 * its own effective time when nobody does. Where halving has left no room between two, behind both.
 */
export function replaced(state: HallState, ticket: Ticket, target: Target, behind: number): Place {
  const line = lineOf(state.lanes[laneOf(ticket, target)] ?? emptyLane, ticket.rank)
  for (let count = Math.min(behind, sizeOf(line)); ; count++) {
    const place = between(at(line, count - 1)?.[0], at(line, count)?.[0], ticket)
    if (place) return place
  }
}

function between(before: Place | undefined, after: Place | undefined, ticket: Ticket): Place | undefined {
  const { n } = ticket
  if (before && after?.atMs === before.atMs) {
    const tie = (before.tie + after.tie) / 2
    return before.tie < tie && tie < after.tie ? { atMs: before.atMs, tie, n } : undefined
  }
  if (before) return { atMs: before.atMs, tie: before.tie + 0.5, n }
  if (after) return { atMs: after.atMs, tie: after.tie - 0.5, n }
  return placeAt(lastLeg(ticket).place.atMs, n)
}

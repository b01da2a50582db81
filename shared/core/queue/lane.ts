import type { Place } from './event.ts'
import { at, put, remove, type Sorted, sizeOf, sorted, values } from './sorted.ts'

/** Priority classes have rank 1, 2 or 3, the first served first; everybody else has this one. */
export const ordinaryRank = 4
export const ranks = Array.from({ length: ordinaryRank }, (_, i) => i + 1)

/** Since when somebody waits in a lane: who is passed by whom is counted by this, whatever their places. */
export interface Since {
  readonly atMs: number
  readonly n: number
}

/** One who waits: the ticket's number in the day, and how often the lane's longest waiting had been passed when it came. */
export interface Waiter {
  readonly n: number
  readonly place: Place
  readonly since: Since
  readonly passedBefore: number
}

type Burden = Pick<Waiter, 'passedBefore' | 'n'>

/** Those waiting for one service, one counter or one clerk: a line for each rank, in order of place. */
export interface Lane {
  readonly lines: readonly Sorted<Place, Waiter>[]
  readonly since: Sorted<Since, Waiter>
  /** Whoever has been passed most often comes first: not always who has waited longest, when some came late or came back. */
  readonly burden: Sorted<Burden, Waiter>
  /** Calls so far, at counters that work this lane, of somebody who had waited less than its longest waiting. */
  readonly passed: number
}

export const byPlace = (a: Place, b: Place): number => a.atMs - b.atMs || a.tie - b.tie || a.n - b.n
export const bySince = (a: Since, b: Since): number => a.atMs - b.atMs || a.n - b.n
export const byBurden = (a: Burden, b: Burden): number => a.passedBefore - b.passedBefore || a.n - b.n

export const emptyLane: Lane = {
  lines: Array.from({ length: ordinaryRank }, () => sorted(byPlace)),
  since: sorted(bySince),
  burden: sorted(byBurden),
  passed: 0,
}

/** The line of a rank, 1 to `ordinaryRank`. */
export const lineOf = (lane: Lane, ofRank: number): Sorted<Place, Waiter> =>
  lane.lines[ofRank - 1] as Sorted<Place, Waiter>

export const laneSize = (lane: Lane): number => sizeOf(lane.since)

/** The one who has waited longest, and whoever stands at the head of a rank's line. */
export const longestIn = (lane: Lane): Waiter | undefined => at(lane.since, 0)?.[1]
export const headOf = (lane: Lane, ofRank: number): Waiter | undefined => at(lineOf(lane, ofRank), 0)?.[1]

export function joinLane(lane: Lane, ofRank: number, waiter: Waiter): Lane {
  return {
    ...lane,
    lines: lane.lines.with(ofRank - 1, put(lineOf(lane, ofRank), waiter.place, waiter)),
    since: put(lane.since, waiter.since, waiter),
    burden: put(lane.burden, waiter, waiter),
  }
}

export function leaveLane(lane: Lane, ofRank: number, waiter: Waiter): Lane {
  return {
    ...lane,
    lines: lane.lines.with(ofRank - 1, remove(lineOf(lane, ofRank), waiter.place)),
    since: remove(lane.since, waiter.since),
    burden: remove(lane.burden, waiter),
  }
}

/** How often somebody in the lane may have been passed at most: more than anybody was, never less. */
export function mostBorne(lane: Lane): number {
  const first = at(lane.burden, 0)?.[1]
  return first ? lane.passed - first.passedBefore : 0
}

/** Everybody in the lane, rank by rank, each in order; at most `limit` of each rank. */
export const waitersIn = (lane: Lane, limit?: number): Waiter[] =>
  lane.lines.flatMap((line) => values(line, limit))

/** The first of several lines together, in order of place: each line is asked for no more than is taken of it. */
export function firstAmong(lines: readonly Sorted<Place, Waiter>[], limit: number): Waiter[] {
  const heads = lines.map((line) => ({ line, taken: 0, waiter: at(line, 0)?.[1] }))
  const found: Waiter[] = []
  while (found.length < limit) {
    let first: (typeof heads)[number] | undefined
    for (const each of heads) {
      if (each.waiter && (!first?.waiter || byPlace(each.waiter.place, first.waiter.place) < 0)) first = each
    }
    if (!first?.waiter) break
    found.push(first.waiter)
    first.taken += 1
    first.waiter = at(first.line, first.taken)?.[1]
  }
  return found
}

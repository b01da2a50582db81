import type { Since, Waiter } from './lane.ts'
import { headOf, laneSize, longestIn, mostBorne } from './lane.ts'
import { rank } from './sorted.ts'
import { type HallState, lanesOf } from './state.ts'

/** What choosing needs to see of those who wait, lane by lane: the hall's state gives it, and so does a simulation of it. */
export interface Lines {
  /** The head of a rank's line. */
  head(lane: string, ofRank: number): Waiter | undefined
  /** Whoever has waited longest, of all ranks. */
  longest(lane: string): Waiter | undefined
  /** How often somebody in the lane may have been passed already, at most. */
  borne(lane: string): number
  /** Does somebody sit at this counter? */
  isOpen(counterId: string): boolean
  /** How many have waited longer than this. */
  longerThan(lane: string, since: Since): number
}

export const linesOf = ({ lanes, counters }: HallState): Lines => ({
  isOpen: (counterId) => counters[counterId]?.at === 'open',
  head: (key, ofRank) => lanes[key] && headOf(lanes[key], ofRank),
  longest: (key) => lanes[key] && longestIn(lanes[key]),
  borne: (key) => (lanes[key] ? mostBorne(lanes[key]) : 0),
  longerThan: (key, since) => (lanes[key] ? rank(lanes[key].since, since) : 0),
})

/** How many wait for this service, in all its lines. */
export function waitingFor({ lanes }: HallState, serviceId: string): number {
  return lanesOf(serviceId).reduce((sum, key) => sum + (lanes[key] ? laneSize(lanes[key]) : 0), 0)
}

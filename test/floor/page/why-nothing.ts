import type { FloorAct, FloorCounter } from '../contract.ts'

export type Key = Extract<FloorAct, { act: 'press' }>['key']
export type Nothing = 'lineBroken' | 'nobodyWaits' | 'notAsked'

/** A key gives no answer; why nothing is to be seen of its press a moment later, null where something is. */
export function whyNothing(key: Key, counter: FloorCounter, busFaults: readonly string[]): Nothing | null {
  if (busFaults.includes('unplugged') || busFaults.includes('silent')) return 'lineBroken'
  if (key === 'callNext' && counter.number === null && counter.waiting === 0) return 'nobodyWaits'
  if (key === 'requestRating' && !counter.asking) return 'notAsked'
  return null
}

import { hostStation, type OnbonFrame } from './codec.ts'

export type Answer = { answer: 'accepted' } | { answer: 'refused'; code: number; why: string }

/**
 * A card's answer, or undefined when the frame is none. It does not say to which command: ask one at a time.
 * In the published acknowledgement the code's place is the third byte; cards are said to put it second, so
 * either is read.
 */
export function answerOf({ to, data }: OnbonFrame): Answer | undefined {
  const [group, second = 0, third = 0] = data
  if (to !== hostStation) return undefined
  if (group === ACCEPTED && second === 0) return { answer: 'accepted' }
  if (group !== REFUSED && group !== ACCEPTED) return undefined
  const code = third || second
  return { answer: 'refused', code, why: refusals.get(code) ?? `code ${code}` }
}

/** The data of a card's answer, after the published acknowledgement. */
export function answerData(refusedCode = 0): Uint8Array {
  return Uint8Array.from([refusedCode === 0 ? ACCEPTED : REFUSED, 0, refusedCode, 0, 0])
}

export const BUSY = 3

const ACCEPTED = 0xa0
const REFUSED = 0xa1

/** Codes of a refusal (devices.md §3). */
const refusals = new Map([
  [1, 'unknown command group'],
  [2, 'unknown command'],
  [BUSY, 'busy'],
  [4, 'out of memory'],
  [5, 'wrong CRC'],
  [12, 'no such font'],
])

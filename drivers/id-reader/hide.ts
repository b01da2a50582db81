import type { Exchange } from '@jiaohao/core/contract/inspection.ts'
import { decodeSam, LEAD } from './codec.ts'

/** What a byte that must not be remembered is remembered as. */
export const HIDDEN = 0x2a
/** Status bytes and a module's id; the next longer answer is a person. */
const LONGEST_TOLD_BYTES = 3 + 16
/** Lead, length, and the three status bytes. */
const HEAD_BYTES = LEAD.length + 2 + 3

/**
 * What of passing bytes a technician may see: requests, and answers that are whole frames too short for a person.
 * Anything else may be a piece of a card, whenever it comes and wherever it was cut, so that of it only the head
 * of a frame is kept.
 */
export function withoutPersons(direction: Exchange['direction'], bytes: Uint8Array): Uint8Array {
  if (direction === 'sent') return bytes
  const { frames, rest, discardedBytes } = decodeSam(bytes)
  const isPlain = rest.length === 0 && discardedBytes === 0
  if (isPlain && frames.every((body) => body.length <= LONGEST_TOLD_BYTES)) return bytes
  const head = LEAD.every((byte, at) => bytes[at] === byte) ? HEAD_BYTES : 0
  return bytes.map((byte, at) => (at < head ? byte : HIDDEN))
}

import type { Decode } from '../framing.ts'

/** `AA AA AA 96 69`, then the length of all that follows it, two bytes, high byte first (devices.md §4). */
export const LEAD = [0xaa, 0xaa, 0xaa, 0x96, 0x69]
const LENGTH_BYTES = 2
const XOR_BYTES = 1
const BODY_AT = LEAD.length + LENGTH_BYTES
/** A request is command and parameter at least; the longest answer is three status bytes, 4 + 256 + 1024 of data. */
const SHORTEST_BODY_BYTES = 2
const LONGEST_BODY_BYTES = 1287

/** Lead, length, body and xor; throws when the body is longer than any frame of the protocol. */
export function encodeSam(body: Uint8Array): Uint8Array {
  if (body.length < SHORTEST_BODY_BYTES || body.length > LONGEST_BODY_BYTES)
    throw new Error(`a SAM frame holds no ${body.length} bytes`)
  const length = body.length + XOR_BYTES
  const summed = [length >>> 8, length & 0xff, ...body]
  return Uint8Array.from([...LEAD, ...summed, xorOf(summed)])
}

/**
 * Bodies without length and xor, each a copy. A frame is measured by its length and looked into by nobody until
 * it is whole: what a forged card says about itself must not be taken for an answer of the module. A frame that
 * never becomes whole is given up by the line's inter-byte timeout.
 */
export const decodeSam: Decode<Uint8Array> = (bytes) => {
  const frames: Uint8Array[] = []
  let framedBytes = 0
  let at = 0
  while (at < bytes.length) {
    const found = bodyAt(bytes, at)
    if (found === 'unfinished') break
    if (found === 'noise') {
      at += 1
      continue
    }
    // Not slice(), which on Node's buffers shares the memory.
    frames.push(new Uint8Array(found))
    const sizeBytes = BODY_AT + found.length + XOR_BYTES
    framedBytes += sizeBytes
    at += sizeBytes
  }
  const rest = new Uint8Array(bytes.subarray(at))
  return { frames, rest, discardedBytes: bytes.length - framedBytes - rest.length }
}

function bodyAt(bytes: Uint8Array, at: number): Uint8Array | 'unfinished' | 'noise' {
  for (const [index, lead] of LEAD.entries()) {
    if (at + index >= bytes.length) return 'unfinished'
    if (bytes[at + index] !== lead) return 'noise'
  }
  const [high, low] = bytes.subarray(at + LEAD.length, at + BODY_AT)
  if (high === undefined || low === undefined) return 'unfinished'
  const bodyBytes = high * 256 + low - XOR_BYTES
  if (bodyBytes < SHORTEST_BODY_BYTES || bodyBytes > LONGEST_BODY_BYTES) return 'noise'
  const xorAt = at + BODY_AT + bodyBytes
  if (xorAt >= bytes.length) return 'unfinished'
  if (xorOf(bytes.subarray(at + LEAD.length, xorAt)) !== bytes[xorAt]) return 'noise'
  return bytes.subarray(at + BODY_AT, xorAt)
}

const xorOf = (bytes: Iterable<number>) => {
  let xor = 0
  for (const byte of bytes) xor ^= byte
  return xor
}

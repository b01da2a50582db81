import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeKeypad, encodeKeypad, type KeypadFrame } from './codec.ts'
import { ff68, type KeypadProfile } from './profile.ts'

// Frames for address 3, published with their checksums (devices.md §2).
const vectors: [string, string, KeypadFrame][] = [
  ['call next', 'ff 68 03 03 68 03 01 0c 10 16', { address: 3, function: 1, data: [0x0c] }],
  ['recall', 'ff 68 03 03 68 03 01 0d 11 16', { address: 3, function: 1, data: [0x0d] }],
  [
    'pause, whose checksum is the end byte',
    'ff 68 03 03 68 03 01 12 16 16',
    { address: 3, function: 1, data: [0x12] },
  ],
  ['give up', 'ff 68 04 04 68 03 01 06 0f 19 16', { address: 3, function: 1, data: [0x06, 0x0f] }],
  ['rating 0', 'ff 68 03 03 68 03 11 00 14 16', { address: 3, function: 0x11, data: [0] }],
  ['rating 0 acknowledged', 'ff 68 03 03 68 03 01 00 04 16', { address: 3, function: 1, data: [0] }],
  [
    'show ticket 001',
    'ff 68 08 08 68 03 02 0a 0a 0a 00 00 01 24 16',
    { address: 3, function: 2, data: [10, 10, 10, 0, 0, 1] },
  ],
  ['beep', 'ff 68 02 02 68 03 03 06 16', { address: 3, function: 3, data: [] }],
]

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const decode = decodeKeypad(ff68)

describe('published frames', () => {
  test.each(vectors)('%s', (_, hex, frame) => {
    expect(encodeKeypad(ff68, frame)).toEqual(bytesOf(hex))
    expect(decode(bytesOf(hex))).toEqual({ frames: [frame], rest: new Uint8Array(), discardedBytes: 0 })
  })
})

const frames = fc.record({
  address: fc.nat(255),
  function: fc.nat(255),
  data: fc.array(fc.nat(255), { maxLength: 6 }),
})

test('frames cut anywhere and glued together come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 5 }), fc.array(fc.nat(80)), (sent, cuts) => {
      const stream = Buffer.concat(sent.map((frame) => encodeKeypad(ff68, frame)))
      expect(received(stream, cuts)).toEqual(sent)
    }),
  )
})

test('a good frame is found after any noise, without waiting for more bytes', () => {
  fc.assert(
    fc.property(noise, frames, (before, frame) => {
      const sent = encodeKeypad(ff68, frame)
      const { frames: found, rest, discardedBytes } = decode(Buffer.concat([before, sent]))
      expect(found.at(-1)).toEqual(frame)
      expect(rest).toHaveLength(0)
      const understoodBytes = found.reduce((sum, one) => sum + encodeKeypad(ff68, one).length, 0)
      expect(discardedBytes).toBe(before.length + sent.length - understoodBytes)
    }),
  )
})

test('a frame that stopped half-way does not hide the next one', () => {
  const half = bytesOf('ff 68 08 08 68')
  const beep = { address: 3, function: 3, data: [] }
  expect(decode(Uint8Array.of(...half, ...encodeKeypad(ff68, beep)))).toEqual({
    frames: [beep],
    rest: new Uint8Array(),
    discardedBytes: 5,
  })
})

test('one damaged byte never becomes a key press', () => {
  fc.assert(
    fc.property(frames, fc.nat(), fc.integer({ min: 1, max: 255 }), (frame, place, damage) => {
      const sent = encodeKeypad(ff68, frame)
      const at = place % sent.length
      sent[at] = (sent[at] ?? 0) ^ damage
      expect(decode(sent).frames).toEqual([])
    }),
  )
})

test('noise alone throws nothing and leaves less than a frame behind', () => {
  fc.assert(
    fc.property(noise, (bytes) => {
      expect(decode(bytes).rest.length).toBeLessThan(15)
    }),
  )
})

test('another vendor is another profile: one length byte, xor, no end byte', () => {
  const other: KeypadProfile = { ...ff68, head: [0xaa, 'length'], checksum: 'xor', tail: [] }
  const frame = { address: 7, function: 1, data: [0x0c] }
  expect(encodeKeypad(other, frame)).toEqual(bytesOf('aa 03 07 01 0c 0a'))
  expect(decodeKeypad(other)(bytesOf('00 aa 03 07 01 0c 0a')).frames).toEqual([frame])
})

// Bytes the protocol itself is made of, so that noise often looks like the beginning of a frame.
const noise = fc
  .array(fc.oneof(fc.nat(255), fc.constantFrom(0xff, 0x68, 0x03, 0x08, 0x16)), { maxLength: 60 })
  .map((bytes) => Uint8Array.from(bytes))

function received(stream: Uint8Array, cuts: number[]): KeypadFrame[] {
  const found: KeypadFrame[] = []
  let kept = new Uint8Array()
  let from = 0
  for (const to of [...cuts.toSorted((a, b) => a - b), stream.length]) {
    const { frames: whole, rest } = decode(Buffer.concat([kept, stream.subarray(from, Math.max(from, to))]))
    found.push(...whole)
    kept = Uint8Array.from(rest)
    from = Math.max(from, to)
  }
  return found
}

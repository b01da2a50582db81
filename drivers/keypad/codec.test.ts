import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfHex } from '../vector.ts'
import { decodeKeypad, encodeKeypad, type KeypadFrame } from './codec.ts'
import { ff68, type KeypadProfile } from './profile.ts'
import { ff68Vectors } from './vectors.ts'

const decode = decodeKeypad(ff68)

describe('published frames', () => {
  test.each(ff68Vectors)('$name', ({ hex, frame }) => {
    expect(encodeKeypad(ff68, frame)).toEqual(bytesOfHex(hex))
    expect(decode(bytesOfHex(hex))).toEqual({ frames: [frame], rest: new Uint8Array(), discardedBytes: 0 })
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
  const half = bytesOfHex('ff 68 08 08 68')
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
  expect(encodeKeypad(other, frame)).toEqual(bytesOfHex('aa 03 07 01 0c 0a'))
  expect(decodeKeypad(other)(bytesOfHex('00 aa 03 07 01 0c 0a')).frames).toEqual([frame])
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

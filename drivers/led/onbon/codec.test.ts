import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfHex } from '../../vector.ts'
import { cardStation, decodeOnbon, encodeOnbon, hostStation, type OnbonFrame } from './codec.ts'
import { ping } from './commands.ts'
import { encodeGb2312 } from './gb2312.ts'
import { answerData, answerOf } from './replies.ts'
import { onbonVectors } from './vectors.ts'

describe('published frames', () => {
  test.each(onbonVectors)('$name', ({ hex, frame }) => {
    expect(encodeOnbon(frame)).toEqual(bytesOfHex(hex))
    expect(decodeOnbon(bytesOfHex(hex))).toEqual({
      frames: [frame],
      rest: new Uint8Array(),
      discardedBytes: 0,
    })
  })

  test('the acknowledgement says yes', () => {
    const [frame] = decodeOnbon(bytesOfHex(onbonVectors.at(-1)?.hex ?? '')).frames
    expect(frame && answerOf(frame)).toEqual({ answer: 'accepted' })
  })
})

test('a refusal says why, wherever the card puts its code', () => {
  const busy = { answer: 'refused', code: 3, why: 'busy' }
  const reply = { to: hostStation, from: cardStation }
  expect(answerOf({ ...reply, data: answerData(3) })).toEqual(busy)
  expect(answerOf({ ...reply, data: Uint8Array.of(0xa1, 3) })).toEqual(busy)
  expect(answerOf({ ...reply, data: Uint8Array.of(0xa1, 0, 9) })).toMatchObject({ why: 'code 9' })
  expect(answerOf({ ...reply, data: Uint8Array.of(0xa2, 0) })).toBeUndefined()
})

test('text is GB2312: what the font lacks shows as 〓, and a backslash gives the card no order', () => {
  expect(Buffer.from(encodeGb2312('A镕𠮷\\DH\n')).toString('hex')).toBe(
    Buffer.concat([Buffer.from('A'), bytesOfHex('a1fe a1fe a3dc'), Buffer.from('DH ')]).toString('hex'),
  )
})

// Data full of the bytes that stuffing is about.
const data = fc
  .array(fc.oneof(fc.nat(255), fc.constantFrom(0xa5, 0xa6, 0x5a, 0x5b)), { maxLength: 40 })
  .map((bytes) => Uint8Array.from(bytes))
const frames = fc.record({ to: fc.nat(0xffff), from: fc.nat(0xffff), data })

test('frames cut anywhere and glued together come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 4 }), fc.array(fc.nat(300)), (sent, cuts) => {
      expect(received(Buffer.concat(sent.map(encodeOnbon)), cuts)).toEqual(sent)
    }),
  )
})

test('a good frame is found after any noise', () => {
  fc.assert(
    fc.property(data, frames, (noise, frame) => {
      const sent = encodeOnbon(frame)
      const { frames: found, rest, discardedBytes } = decodeOnbon(Buffer.concat([noise, sent]))
      expect(found).toEqual([frame])
      expect(rest).toHaveLength(0)
      expect(discardedBytes).toBeGreaterThanOrEqual(0)
      expect(discardedBytes).toBeLessThanOrEqual(noise.length)
    }),
  )
})

test('a damaged frame is not accepted and the next one is', () => {
  fc.assert(
    fc.property(frames, frames, fc.nat(), fc.integer({ min: 1, max: 255 }), (hurt, good, place, damage) => {
      const bytes = encodeOnbon(hurt)
      const at = 8 + (place % (bytes.length - 8))
      bytes[at] = (bytes[at] ?? 0) ^ damage
      expect(decodeOnbon(Buffer.concat([bytes, encodeOnbon(good)])).frames).toEqual([good])
    }),
  )
})

test('one lead byte is enough', () => {
  const frame = { to: 1, from: 0x8000, data: ping() }
  expect(decodeOnbon(encodeOnbon(frame).subarray(7)).frames).toEqual([frame])
})

test('an endless frame is not kept', () => {
  expect(decodeOnbon(Uint8Array.of(0xa5, ...Array<number>(5000).fill(1)))).toMatchObject({
    rest: new Uint8Array(),
    discardedBytes: 5001,
  })
})

function received(stream: Uint8Array, cuts: number[]): OnbonFrame[] {
  const found: OnbonFrame[] = []
  let kept = new Uint8Array()
  let from = 0
  for (const to of [...cuts.toSorted((a, b) => a - b), stream.length]) {
    const whole = decodeOnbon(Buffer.concat([kept, stream.subarray(from, Math.max(from, to))]))
    found.push(...whole.frames)
    kept = Uint8Array.from(whole.rest)
    from = Math.max(from, to)
  }
  return found
}

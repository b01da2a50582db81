import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfHex } from '../../vector.ts'
import { decodeHuidu, encodeHuidu, type HuiduFrame } from './codec.ts'
import { huiduVectors } from './vectors.ts'
import { attribute, greeting, program, unescaped } from './xml.ts'

describe('frames of the protocol', () => {
  test.each(huiduVectors)('$name', ({ hex, frame }) => {
    expect(encodeHuidu(frame)).toEqual(bytesOfHex(hex))
    expect(decodeHuidu(bytesOfHex(hex))).toEqual({
      frames: [frame],
      rest: new Uint8Array(),
      discardedBytes: 0,
    })
  })
})

test('a long document travels in packets of at most 9 KiB, counted in bytes and cut inside characters', () => {
  const frame: HuiduFrame = { says: 'answer', xml: `<a>${'窗口'.repeat(3500)}</a>` }
  const bytes = Buffer.from(encodeHuidu(frame))
  expect(bytes.readUInt16LE(0)).toBeLessThanOrEqual(9 * 1024)
  expect(bytes.readUInt32LE(4)).toBe(21_007)
  expect(bytes.readUInt32LE(9212 + 8)).toBe(9200)
  expect(decodeHuidu(bytes).frames).toEqual([frame])
  expect(decodeHuidu(bytes.subarray(0, -1))).toMatchObject({ frames: [], discardedBytes: 0 })
})

test('the first order names no session', () => {
  expect(attribute(greeting(), 'sdk', 'guid')).toBe('##GUID')
  expect(attribute(greeting(), 'in', 'method')).toBe('GetIFVersion')
})

test('a hostile text stays a text', () => {
  const text = '"</string><in method="DeleteProgram"/>&\u0007'
  const xml = program('id', { lines: [text], colour: 'red' }, { width: 128, height: 32 })
  expect(xml.match(/<in /g)).toHaveLength(1)
  expect(unescaped(/<string>([^<]*)</.exec(xml)?.[1] ?? '')).toBe(text.slice(0, -1))
})

const xmlText = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => [...text.toWellFormed()].filter((letter) => letter >= ' ').join(''))
const documents = fc.oneof(
  { arbitrary: xmlText, weight: 5 },
  { arbitrary: xmlText.map((text) => `<${text}>`.repeat(Math.ceil(10_000 / (text.length + 2)))), weight: 1 },
)
const frames: fc.Arbitrary<HuiduFrame> = fc.oneof(
  fc.constantFrom<HuiduFrame>({ says: 'heartbeat' }, { says: 'heartbeatAnswer' }),
  fc.record({ says: fc.constantFrom('versionAsk', 'version'), version: fc.nat(0x7fffffff) }),
  fc.record({ says: fc.constant('error'), code: fc.nat(0xffff) }),
  fc.record({ says: fc.constantFrom('order', 'answer'), xml: documents.map((xml) => `<${xml}`) }),
)
// Bytes that look like headers.
const noises = fc
  .array(fc.oneof(fc.nat(255), fc.constantFrom(0, 4, 8, 0x20, 0x03, 0x04, 0x5f, 0x0c)), { maxLength: 40 })
  .map((bytes) => Uint8Array.from(bytes))

test('frames cut anywhere and glued together come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 4 }), fc.array(fc.nat(30_000)), (sent, cuts) => {
      expect(received(Buffer.concat(sent.map(encodeHuidu)), cuts)).toEqual(sent)
    }),
  )
})

test('noise, unless it is a whole header, gives way to the good one after a silence', () => {
  fc.assert(
    fc.property(noises, frames, (noise, frame) => {
      const bytes = encodeHuidu(frame)
      const all = Buffer.concat([noise, bytes])
      fc.pre(!noise.some((_, at) => isShortHeader(all.subarray(at, at + 4))))
      expect(afterSilence(all)).toContainEqual(frame)
    }),
    { numRuns: 1000 },
  )
})

test('a document that lost bytes does not take the next frame with it, nor wait for a silence', () => {
  const torn = encodeHuidu({ says: 'answer', xml: '<sdk guid="a"><out result="kSuccess"/></sdk>' }).subarray(
    0,
    30,
  )
  const next = encodeHuidu({ says: 'heartbeatAnswer' })
  expect(decodeHuidu(Buffer.concat([torn, next, next])).frames).toEqual([
    { says: 'heartbeatAnswer' },
    { says: 'heartbeatAnswer' },
  ])
})

test('a wrong length, command, total or offset makes no frame', () => {
  const sent = encodeHuidu({ says: 'answer', xml: '<sdk><out result="kSuccess"/></sdk>' })
  fc.assert(
    fc.property(fc.nat(11), fc.integer({ min: 1, max: 255 }), (at, damage) => {
      const bytes = Uint8Array.from(sent)
      bytes[at] = (bytes[at] ?? 0) ^ damage
      const { frames: found } = decodeHuidu(bytes)
      expect(found.filter((frame) => frame.says === 'answer')).toEqual([])
    }),
  )
})

test('a document too long to be one is not waited for', () => {
  const huge = bytesOfHex('f0 23 04 20 ff ff ff 00 00 00 00 00 3c')
  expect(decodeHuidu(huge).discardedBytes).toBeGreaterThan(8)
})

function received(stream: Uint8Array, cuts: number[]): HuiduFrame[] {
  const found: HuiduFrame[] = []
  let kept = new Uint8Array()
  let from = 0
  for (const to of [...cuts.toSorted((a, b) => a - b), stream.length]) {
    const whole = decodeHuidu(Buffer.concat([kept, stream.subarray(from, Math.max(from, to))]))
    found.push(...whole.frames)
    kept = Uint8Array.from(whole.rest)
    from = Math.max(from, to)
  }
  return found
}

/** Four bytes that nothing tells from a real header, since there is no checksum. */
const isShortHeader = (bytes: Uint8Array) =>
  ['04005f00', '04006000', '06000020', '08000120', '08000220'].includes(Buffer.from(bytes).toString('hex'))

/** As the connection does it: what never completed is dropped byte by byte. */
function afterSilence(bytes: Uint8Array): HuiduFrame[] {
  const found: HuiduFrame[] = []
  let { frames: whole, rest } = decodeHuidu(bytes)
  found.push(...whole)
  while (rest.length > 0) {
    ;({ frames: whole, rest } = decodeHuidu(rest.subarray(1)))
    found.push(...whole)
  }
  return found
}

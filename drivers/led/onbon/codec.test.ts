import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardStation, decodeOnbon, encodeOnbon, hostStation, type OnbonFrame } from './codec.ts'
import { brightness, type DynamicArea, deleteAllAreas, ping, setTime, showAreas } from './commands.ts'
import { encodeGb2312 } from './gb2312.ts'
import { answerData, answerOf } from './replies.ts'

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const START = 'A5 A5 A5 A5 A5 A5 A5 A5 01 00 00 80 00 00 00 00 00 00 FE 02'

const clockText = Uint8Array.from([...encodeGb2312('北京时间'), ...Buffer.from('\\n\\DH:\\DM:\\DS')])
const area: DynamicArea = {
  ...{ id: 0, x: 0, y: 0, width: 64, height: 32 },
  ...{ lines: 'multi', wrap: false, effect: 'static', speed: 0, stayHalfSeconds: 2, timeoutSeconds: 1 },
  text: clockText,
}
const call: DynamicArea = {
  ...{ ...area, width: 128, lines: 'single', wrap: true, stayHalfSeconds: 10, timeoutSeconds: 0 },
  text: encodeGb2312('请A001号到3号窗口'),
}
const friday = { year: 2013, month: 1, day: 25, hour: 11, minute: 17, second: 26, weekday: 5 }

// Published frames (devices.md §3).
const vectors: [string, string, Uint8Array][] = [
  ['ping', '05 00 A2 00 01 00 00 68 F8 5A', ping()],
  ['delete all areas', '07 00 A3 06 01 02 00 FF 00 67 CC 5A', deleteAllAreas()],
  ['brightness 12', '07 00 A3 02 01 02 00 01 0C 26 2D 5A', brightness(12)],
  ['set time', '0D 00 A2 03 01 08 00 13 20 01 25 11 17 26 05 B0 3F 5A', setTime(friday)],
  [
    'a clock on two lines',
    `39 00 A3 06 01 34 00 00 01 30 00 00 00 00 00 00 08 00 20 00 00 00 00 01 00 00 00 00 02 01 01 00 00 02 15 00
     00 00 B1 B1 BE A9 CA B1 BC E4 5C 6E 5C 44 48 3A 5C 44 4D 3A 5C 44 53 7D E9 5A`,
    showAreas([area]),
  ],
  [
    '请A001号到3号窗口',
    `35 00 A3 06 01 00 00 00 01 2C 00 00 00 00 00 00 10 00 20 00 00 00 00 00 00 00 00 00 01 02 01 00 00 0A 11 00
     00 00 C7 EB 41 30 30 31 BA C5 B5 BD 33 BA C5 B4 B0 BF DA 04 0E 5A`,
    showAreas([call], 'zero'),
  ],
]

describe('published frames', () => {
  test.each(vectors)('%s', (_, hex, data) => {
    const bytes = bytesOf(`${START} ${hex.replaceAll('\n', '')}`)
    const frame = { to: cardStation, from: hostStation, data }
    expect(encodeOnbon(frame)).toEqual(bytes)
    expect(decodeOnbon(bytes)).toEqual({ frames: [frame], rest: new Uint8Array(), discardedBytes: 0 })
  })

  test('the acknowledgement', () => {
    const bytes = bytesOf(
      'A5A5A5A5A5A5A5A5 00 80 01 00 00 00 00 00 00 00 FE 02 05 00 A0 00 00 00 00 64 DC 5A',
    )
    const frame = { to: hostStation, from: cardStation, data: answerData() }
    expect(encodeOnbon(frame)).toEqual(bytes)
    expect(decodeOnbon(bytes).frames).toEqual([frame])
    expect(answerOf(frame)).toEqual({ answer: 'accepted' })
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
    Buffer.concat([Buffer.from('A'), bytesOf('a1fe a1fe a3dc'), Buffer.from('DH ')]).toString('hex'),
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

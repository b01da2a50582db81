import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfHex } from '../../vector.ts'
import { cpowerSession } from './card.ts'
import { type CpowerFrame, decodeCpower, encodeCpower } from './codec.ts'
import { divide, enterTemplate, showInTemplate, showText } from './commands.ts'
import { decodeGbk, encodeGbk } from './gbk.ts'
import { readText } from './read-text.ts'
import { cpowerVectors } from './vectors.ts'

describe('published frames', () => {
  test.each(cpowerVectors)('$name', ({ hex, frame }) => {
    expect(encodeCpower(frame)).toEqual(bytesOfHex(hex))
    expect(decodeCpower(bytesOfHex(hex))).toEqual({
      frames: [frame],
      rest: new Uint8Array(),
      discardedBytes: 0,
    })
  })
})

test('texts are read as they were meant, in a window and in a template', () => {
  const size = { width: 128, height: 32 }
  const picture = { lines: ['请A001号', '到3号窗口'], colour: 'green' as const }
  const read = { ...picture, moving: false }
  expect(readText(showText({ picture, size }).body.subarray(4))).toEqual({ ...read, window: 0 })
  const placed = showInTemplate({ picture, size }, { program: 1, window: 2 })
  expect(readText(placed.body.subarray(4))).toEqual({ ...read, window: 2 })
  expect(readText(bytesOfHex('85 00000001 01 01 00 68656c6c6f5f31 00'))).toMatchObject({ lines: ['hello_1'] })
  expect(readText(divide(size).body.subarray(4))).toBeUndefined()
  expect([...divide({ width: 64, height: 32 }).body]).toEqual([
    ...bytesOfHex('0a 00 00 00 01 01 00 00 00 00 00 40 00 20'),
  ])
  expect([...enterTemplate().body]).toEqual([...bytesOfHex('02 00 00 00 82 01')])
})

test('text is GBK: rare characters of names have it, what has no two bytes shows as 〓, none ends the text', () => {
  expect(decodeGbk(encodeGbk('镕堃\u0000€?'))).toBe('镕堃 €?')
  expect([...encodeGbk('𠮷')]).toEqual([0xa1, 0xfe])
})

describe('an answer', () => {
  const { answer, ping, clear } = cpowerSession({ card: 1, into: 'window' }, 'serial')
  const reply = (flag: number, command: number, card = 1): CpowerFrame => ({
    ...{ line: 'serial', type: 'answer', card, command, flag, body: new Uint8Array() },
  })

  test('is for the command it names, from the card that was asked', () => {
    expect(answer(reply(0, 0x76), ping())).toBe('accepted')
    expect(answer(reply(0, 0x7b), ping())).toBeUndefined()
    expect(answer(reply(0, 0x76, 2), ping())).toBeUndefined()
    expect(answer({ ...reply(0, 0x76), line: 'network' }, ping())).toBeUndefined()
    expect(answer(reply(1, 0x7b), clear({ width: 64, height: 16 }))).toBe('busy')
    expect(answer(reply(2, 0x7b), clear({ width: 64, height: 16 }))).toEqual({
      refused: 'packets out of order',
    })
  })

  test('may have the type of a question, as old cards give it, but is never an echo of our own', () => {
    const [echo] = decodeCpower(ping()).frames
    expect(echo && answer(echo, ping())).toBeUndefined()
    expect(answer({ ...reply(0, 0x76), type: 'ask' }, ping())).toBe('accepted')
  })
})

// Data full of the bytes that stuffing is about.
const data = fc
  .array(fc.oneof(fc.nat(255), fc.constantFrom(0xa5, 0xaa, 0xae, 0x05, 0x0e, 0x0a, 0xff)), { maxLength: 40 })
  .map((bytes) => Uint8Array.from(bytes))
const frames: fc.Arbitrary<CpowerFrame> = fc.record({
  line: fc.constantFrom('serial', 'network'),
  type: fc.constantFrom('ask', 'answer'),
  card: fc.nat(255),
  command: fc.nat(255),
  flag: fc.nat(255),
  body: data,
})

test('frames cut anywhere and glued together come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(frames, { maxLength: 4 }), fc.array(fc.nat(300)), (sent, cuts) => {
      expect(received(Buffer.concat(sent.map(encodeCpower)), cuts)).toEqual(sent)
    }),
  )
})

test('a good frame is found after any noise, on a serial line without waiting', () => {
  fc.assert(
    fc.property(data, frames, (noise, frame) => {
      const bytes = Buffer.concat([noise, encodeCpower(frame)])
      expect(afterSilence(bytes)).toContainEqual(frame)
      if (frame.line === 'serial' && !noise.includes(0xff))
        expect(decodeCpower(bytes).frames.at(-1)).toEqual(frame)
    }),
  )
})

test('a damaged frame is not accepted and the next one is', () => {
  fc.assert(
    fc.property(frames, frames, fc.nat(), fc.integer({ min: 1, max: 255 }), (hurt, good, place, damage) => {
      const bytes = encodeCpower(hurt)
      const at = place % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ damage
      const found = afterSilence(Buffer.concat([bytes, encodeCpower(good)]))
      expect(found).toContainEqual(good)
      if (encodeCpower(hurt).join() === encodeCpower(good).join()) return
      expect(found).not.toContainEqual(hurt)
    }),
  )
})

test('whatever arrives, only what carries its own sum is a frame', () => {
  const noise = fc
    .array(fc.constantFrom(0xa5, 0x68, 0xe8, 0x32, 0xae, 0xaa, 0x05, 0, 1, 0x9b, 0xff, 8), { maxLength: 60 })
    .map((bytes) => Buffer.from(bytes))
  fc.assert(
    fc.property(fc.oneof(noise, data), (bytes) => {
      const all = Buffer.from(bytes)
      for (const frame of decodeCpower(all).frames)
        expect(all.includes(Buffer.from(encodeCpower(frame)))).toBe(true)
    }),
    { numRuns: 2000 },
  )
  expect(decodeCpower(bytesOfHex('A5 68 32 01 76 01 01 14 01 AE')).frames).toEqual([])
})

test('an endless frame is not kept', () => {
  expect(decodeCpower(Uint8Array.of(0xa5, ...Array<number>(5000).fill(1)))).toMatchObject({
    rest: new Uint8Array(),
    discardedBytes: 5001,
  })
})

function received(stream: Uint8Array, cuts: number[]): CpowerFrame[] {
  const found: CpowerFrame[] = []
  let kept = new Uint8Array()
  let from = 0
  for (const to of [...cuts.toSorted((a, b) => a - b), stream.length]) {
    const whole = decodeCpower(Buffer.concat([kept, stream.subarray(from, Math.max(from, to))]))
    found.push(...whole.frames)
    kept = Uint8Array.from(whole.rest)
    from = Math.max(from, to)
  }
  return found
}

/** As the connection does it: what never completed is dropped byte by byte. */
function afterSilence(bytes: Uint8Array): CpowerFrame[] {
  const found: CpowerFrame[] = []
  let { frames: whole, rest } = decodeCpower(bytes)
  found.push(...whole)
  while (rest.length > 0) {
    ;({ frames: whole, rest } = decodeCpower(rest.subarray(1)))
    found.push(...whole)
  }
  return found
}

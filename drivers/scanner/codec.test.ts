import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeScans, encodeScan, type Scan, scanOf } from './codec.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const code = (text: string): Scan => ({ scan: 'code', text })

describe('codes', () => {
  test.each(['\r', '\n', '\r\n'] as const)('end in %j and are both encoded and decoded', (delimiter) => {
    // devices.md §5: ASCII or UTF-8, then CR or CRLF.
    expect([...encodeScan('A1', delimiter)]).toEqual([0x41, 0x31, ...bytesOf(delimiter)])
    expect(decodeScans(encodeScan('预约 A1', delimiter))).toEqual({
      scans: [code('预约 A1')],
      rest: new Uint8Array(),
      cutBytes: 0,
    })
  })

  test('without an end are kept until it comes', () => {
    expect(decodeScans(bytesOf('A1\r\nA2'))).toEqual({
      scans: [code('A1')],
      rest: bytesOf('A2'),
      cutBytes: 0,
    })
    expect(decodeScans(bytesOf('\r\n\r\n'))).toEqual({ scans: [], rest: new Uint8Array(), cutBytes: 0 })
  })

  test('may be 512 bytes long and no longer', () => {
    expect(scanOf(bytesOf('9'.repeat(512)))).toEqual(code('9'.repeat(512)))
    expect(scanOf(bytesOf('9'.repeat(513)))).toEqual({ scan: 'refused', why: 'tooLong', bytes: 513 })
    expect(scanOf(bytesOf('号'.repeat(171)))).toMatchObject({ why: 'tooLong' })
  })

  test('that never end are not kept', () => {
    const { rest, cutBytes } = decodeScans(bytesOf('9'.repeat(100_000)))
    expect([rest.length, cutBytes]).toEqual([513, 100_000 - 513])
    expect(decodeScans(Buffer.concat([rest, bytesOf('\rA1\r')])).scans).toEqual([
      { scan: 'refused', why: 'tooLong', bytes: 513 },
      code('A1'),
    ])
  })
})

describe('hostile content is refused', () => {
  test.each([
    ['\u0000A1', 'controlCharacter'],
    ['A\t1', 'controlCharacter'],
    ['\u001b[2J', 'controlCharacter'],
    ['A\u202e1', 'controlCharacter'],
    ['A\u200b1', 'controlCharacter'],
    ['\ufeffA1', 'controlCharacter'],
    ['A\u2028', 'controlCharacter'],
    ['\ue000', 'controlCharacter'],
    ['\u007f', 'controlCharacter'],
  ])('%j: %s', (text, why) => {
    expect(scanOf(bytesOf(text))).toMatchObject({ scan: 'refused', why })
    expect(() => encodeScan(text, '\r')).toThrow()
  })

  test.each([
    ['a broken character', [0xe5, 0x8f]],
    ['an overlong form of /', [0xc0, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['GBK', [0xba, 0xc5]],
  ])('bytes that are no UTF-8: %s', (_, bytes) => {
    expect(scanOf(Uint8Array.from(bytes))).toEqual({ scan: 'refused', why: 'notUtf8', bytes: bytes.length })
  })
})

const texts = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => scanOf(bytesOf(text)).scan === 'code')
const delimiters = fc.constantFrom('\r', '\n', '\r\n' as const)
const noise = fc
  .array(fc.oneof(fc.nat(255), fc.constantFrom(0x0d, 0x0a, 0x41)), { maxLength: 700 })
  .map((bytes) => Uint8Array.from(bytes))

test('codes cut anywhere and glued together come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, delimiters)), fc.array(fc.nat(200)), (sent, cuts) => {
      const stream = Buffer.concat(sent.map(([text, delimiter]) => bytesOf(text + delimiter)))
      expect(received(stream, cuts)).toEqual(sent.map(([text]) => code(text)))
    }),
  )
})

test('a good code is found after any noise that has ended', () => {
  fc.assert(
    fc.property(noise, texts, delimiters, fc.array(fc.nat(800)), (before, text, delimiter, cuts) => {
      const stream = Buffer.concat([before, bytesOf(delimiter), bytesOf(text + delimiter)])
      expect(received(stream, cuts).at(-1)).toEqual(code(text))
    }),
  )
})

test('noise throws nothing, is never kept beyond one code, and gives only what is fit to show', () => {
  fc.assert(
    fc.property(noise, (bytes) => {
      const { scans, rest } = decodeScans(bytes)
      expect(rest.length).toBeLessThanOrEqual(513)
      for (const scan of scans) {
        if (scan.scan === 'refused') continue
        expect(bytesOf(scan.text).length).toBeLessThanOrEqual(512)
        expect(scan.text).not.toMatch(/\p{Cc}|\ufffd/u)
      }
    }),
  )
})

function received(stream: Uint8Array, cuts: number[]): Scan[] {
  const found: Scan[] = []
  let kept = new Uint8Array()
  let from = 0
  for (const to of [...cuts.toSorted((a, b) => a - b), stream.length]) {
    const { scans, rest } = decodeScans(Buffer.concat([kept, stream.subarray(from, Math.max(from, to))]))
    found.push(...scans)
    kept = new Uint8Array(rest)
    from = Math.max(from, to)
  }
  return found
}

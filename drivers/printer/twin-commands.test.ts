import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { compose } from './escpos.ts'
import { readCommand } from './twin-commands.ts'
import { openRoll, type Paper } from './twin-paper.ts'

/** What a roll of this width prints from bytes that come in these pieces. */
function papersOf(pieces: Uint8Array[], widthDots = 576) {
  const papers: Omit<Paper, 'atMs'>[] = []
  const roll = openRoll(widthDots, (paper) => papers.push(paper))
  let buffer: Uint8Array = new Uint8Array(0)
  for (const piece of pieces) {
    buffer = Buffer.concat([buffer, piece])
    for (let r = readCommand(buffer, roll.hanMode()); r; r = readCommand(buffer, roll.hanMode())) {
      buffer = buffer.subarray(r.bytes)
      roll.obey(r.command)
    }
  }
  return { papers, rest: buffer }
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const gbk = (text: string) => iconv.encode(text, 'gb18030').toString('latin1')
const cut = '\x1dVB\x00'

const slip: SlipBlock[] = [
  { block: 'text', text: '临江市𠮷政务', align: 'centre', bold: true },
  { block: 'text', text: 'A001', align: 'centre', size: 4 },
  { block: 'pair', left: '前面等候', right: '3 人' },
  { block: 'rule' },
  { block: 'qr', data: 'https://hall.example/号票' },
]

test('bytes give the same paper however they are split', () => {
  const bytes = compose(slip, { columns: 48, hanSize: 'shared' })
  const whole = papersOf([bytes])
  expect(whole.papers).toHaveLength(1)
  expect(whole.papers[0]?.text).toContain('临江市▯政务')
  expect(whole.papers[0]?.text).toContain('https://hall.example/号票')
  const cuts = fc.array(fc.nat(bytes.length), { maxLength: 8 })
  fc.assert(
    fc.property(cuts, (places) => {
      const sorted = [0, ...places.sort((a, b) => a - b), bytes.length]
      const pieces = sorted.slice(1).map((to, n) => bytes.subarray(sorted[n], to))
      expect(papersOf(pieces)).toEqual(whole)
    }),
    { numRuns: 30 },
  )
})

test('garbage is printed as garbage, and 8,192 NULs bring the printer back to the next slip', () => {
  const bytes = compose(slip, { columns: 48, hanSize: 'shared' })
  const halfQr = bytes.subarray(0, bytes.length - 30)
  const nuls = new Uint8Array(8192)
  const { papers, rest } = papersOf([halfQr, nuls, latin1(`\x1b@${cut}`), bytes])
  expect(papers).toHaveLength(2)
  expect(papers[1]?.text.match(/A001/g)).toHaveLength(1)
  expect(rest).toHaveLength(0)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
      expect(papersOf([noise]).rest.length).toBeLessThanOrEqual(noise.length)
    }),
  )
})

test('without FS & Chinese comes out as the code page of the West, as on a real printer', () => {
  expect(papersOf([latin1(`${gbk('到')}\n${cut}`)]).papers[0]?.text).toBe('╡╜')
  expect(papersOf([latin1(`\x1c&${gbk('到')}\n${cut}`)]).papers[0]?.text).toBe('到')
})

test('a four-byte character sent as text comes out as ?', () => {
  expect(papersOf([latin1(`\x1c&${gbk('𠮷')}\n${cut}`)]).papers[0]?.text).toContain('?')
})

test('a line too long for the paper breaks where the paper ends', () => {
  const { papers } = papersOf([latin1(`${'8'.repeat(33)}\n${cut}`)], 384)
  expect(papers[0]?.text).toBe(`${'8'.repeat(32)}\n8`)
})

test('a QR code is cut to the bytes its length says', () => {
  const store = (length: number) => `\x1d(k${String.fromCharCode(length, 0)}1P0abcdef\x1d(k\x03\x001Q0${cut}`
  expect(papersOf([latin1(store(9))]).papers[0]?.text).toBe('abcdef')
  expect(papersOf([latin1(store(7))]).papers[0]?.text).toBe('ef\nabcd')
})

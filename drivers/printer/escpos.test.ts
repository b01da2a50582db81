import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { compose } from './escpos.ts'

const bytesOf = (slip: SlipBlock[], columns: 48 | 32 = 48) =>
  Buffer.from(compose(slip, { columns, hanSize: 'shared' })).toString('latin1')
const gbk = (text: string) => iconv.encode(text, 'gb18030').toString('latin1')
const text = (words: string): SlipBlock[] => [{ block: 'text', text: words }]

// The first three and the eighth of the library's nine faults (devices.md §1); printer.test.ts has the others.

test('fault 1: Chinese leaves as two-byte GB18030 after FS &, and no national set is chosen', () => {
  const bytes = bytesOf(text('到 3 号窗口'))
  expect(bytes).toContain('\xb5\xbd 3 \xba\xc5\xb4\xb0\xbf\xda\n')
  expect(bytes.startsWith('\x1b@\x1da\xff\x1c&')).toBe(true)
  expect(bytes).not.toContain('\x1bR')
})

test('fault 2: the length of a QR code is its bytes, so Chinese in it is not cut', () => {
  const data = 'https://hall.example/号票'
  const payload = Buffer.from(data).toString('latin1')
  const length = Buffer.byteLength(data) + 3
  expect(bytesOf([{ block: 'qr', data }])).toContain(
    `\x1d(k${String.fromCharCode(length, 0)}1P0${payload}\x1d(k`,
  )
})

test('fault 3: a slip holds nothing of the slip before it', () => {
  bytesOf(text('A001'))
  expect(bytesOf(text('A002'))).not.toContain('A001')
})

test('fault 8: nothing follows the cut, and every slip sets up the printer for itself', () => {
  const bytes = bytesOf(text('A001'))
  expect(bytes.endsWith('\x1dVB\x00')).toBe(true)
  expect(bytes.indexOf('\x1b@')).toBe(bytes.lastIndexOf('\x1b@'))
})

test('fault 9: no slip kicks a cash drawer', () => {
  expect(bytesOf(text('A001'))).not.toContain('\x1bp')
})

test('a four-byte character is drawn in its line, never printed as ?', () => {
  const bytes = bytesOf(text('张𠮷先生'))
  const drawnAt = bytes.indexOf(`${gbk('张')}\x1b*!\x18\x00`)
  expect(drawnAt).toBeGreaterThan(0)
  expect(bytes.indexOf(`${gbk('先生')}\n`)).toBe(drawnAt + 2 + 5 + 3 * 24)
})

test('a drawn character comes from the fonts of the machine when they have it', () => {
  const dot = { widthDots: 1, heightDots: 1, rows: Uint8Array.of(0x80) }
  const drawn = compose(text('𠮷'), { columns: 48, hanSize: 'shared', rasterise: () => dot })
  expect(Buffer.from(drawn).toString('latin1')).toContain('\x1b*!\x01\x00\x80\x00\x00\n')
})

test('¥, · and € have two bytes in every printer’s font', () => {
  expect(bytesOf(text('¥·€'))).toContain('\xa3\xa4\xa1\xa4\xa2\xe3')
})

test('a name in a pair fills the line by columns, not by characters', () => {
  expect(bytesOf([{ block: 'pair', left: '等候地点', right: '二楼B区' }], 32)).toContain(
    `${gbk('等候地点')}${' '.repeat(32 - 8 - 7)}${gbk('二楼B区')}\n`,
  )
})

test('an item of a list hangs from its mark', () => {
  expect(bytesOf(text(`□ ${'表'.repeat(20)}`), 32)).toContain(
    `${gbk(`□ ${'表'.repeat(14)}`)}\n   ${gbk('表'.repeat(6))}\n`,
  )
})

test('control characters in a name reach no printer', () => {
  expect(bytesOf(text('社保\x1dV\x00\x10\x05\x02'))).toContain(`${gbk('社保')}V\n`)
})

test('the number is four times as large and the size ends with it', () => {
  const bytes = bytesOf([{ block: 'text', text: 'A001', size: 4 }])
  expect(bytes).toContain('\x1d!\x33A001\n\x1d!\x00')
})

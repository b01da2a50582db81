import { expect, test } from 'vitest'
import { keypadMeaning } from './keypad/meaning.ts'
import { ff68 } from './keypad/profile.ts'
import { isOnbonPing, onbonMeaning } from './led/onbon/meaning.ts'
import { printerMeaning, withoutCodes } from './printer/meaning.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const keypads = keypadMeaning(ff68)
const words = (meaning: { means: string; detail: string }[]) =>
  meaning.map(({ means, detail }) => (detail === '' ? means : `${means} ${detail}`))

test('published keypad frames say which key of which address (devices.md §2)', () => {
  expect(words(keypads('received', bytes('ff 68 03 03 68 03 01 0c 10 16')))).toEqual(['keyCallNext 3'])
  expect(words(keypads('received', bytes('ff 68 04 04 68 03 01 06 0f 19 16')))).toEqual(['keyGiveUp 3'])
  expect(words(keypads('received', bytes('ff 68 03 03 68 03 11 00 14 16')))).toEqual(['rating 3 → 5'])
  expect(words(keypads('sent', bytes('ff 68 08 08 68 03 02 0a 0a 0a 00 00 01 24 16')))).toEqual([
    'digits 3 → ___001',
  ])
  expect(words(keypads('sent', bytes('ff 68 02 02 68 03 03 06 16')))).toEqual(['beep 3'])
})

test('published Onbon frames say what was asked of the card (devices.md §3)', () => {
  const start = 'A5 A5 A5 A5 A5 A5 A5 A5 01 00 00 80 00 00 00 00 00 00 FE 02'
  const ping = bytes(`${start} 05 00 A2 00 01 00 00 68 F8 5A`)
  expect(words(onbonMeaning('sent', ping))).toEqual(['ping'])
  expect(isOnbonPing(ping)).toBe(true)
  const remove = bytes(`${start} 07 00 A3 06 01 02 00 FF 00 67 CC 5A`)
  expect(words(onbonMeaning('sent', remove))).toEqual(['clearPanel'])
  expect(isOnbonPing(remove)).toBe(false)
  expect(words(onbonMeaning('sent', bytes(`${start} 07 00 A3 02 01 02 00 01 0C 26 2D 5A`)))).toEqual([
    'brightness 12',
  ])
  const accepted = 'A5 00 80 01 00 00 00 00 00 00 00 FE 02 05 00 A0 00 00 00 00 64 DC 5A'
  expect(words(onbonMeaning('received', bytes(accepted)))).toEqual(['accepted'])
})

test('what a printer is asked and answers is told in order, its Chinese as text', () => {
  expect(
    words(printerMeaning('sent', bytes('1b 40 1d 61 ff 1c 26 c7 eb 41 30 30 31 0a 1d 56 42 00'))),
  ).toEqual(['initialise', 'automaticStatus', 'text 请A001', 'cut'])
  expect(words(printerMeaning('sent', bytes('10 04 02')))).toEqual(['askStatus 2'])
  expect(words(printerMeaning('received', bytes('12')))).toEqual(['statusByte 12'])
  expect(words(printerMeaning('received', bytes('30 00 00 00')))).toEqual(['statusReport coverOpen'])
})

test('noise and half frames are told as such, and nothing throws on hostile bytes', () => {
  expect(words(keypads('received', bytes('01 02')))).toEqual(['noise 2'])
  expect(words(keypads('received', bytes('ff 68 03')))).toEqual(['unfinished 3'])
  for (let seed = 1; seed < 500; seed += 1) {
    const noise = Uint8Array.from({ length: seed % 90 }, (_, i) => (seed * 7919 + i * 104_729) >>> (i % 8))
    for (const meaning of [keypads, onbonMeaning, printerMeaning]) {
      expect(() => [meaning('sent', noise), meaning('received', noise)]).not.toThrow()
    }
  }
})

test('of a code on a slip, which opens a citizen’s page, nothing is left to read, whole or torn', () => {
  const key = 'http://h/phone#2026-03-11-1.secret'
  const data = Buffer.from(key)
  const store = Buffer.concat([
    bytes('1b 40 1d 28 6b'),
    Uint8Array.of(data.length + 3, 0),
    bytes('31 50 30'),
    data,
    bytes('1d 28 6b 03 00 31 51 30 0a 1d 56 42 00'),
  ])
  expect(withoutCodes(store)).toHaveLength(store.length)
  expect(Buffer.from(withoutCodes(store)).toString('latin1')).not.toMatch(/http|secret/)
  expect(words(printerMeaning('sent', withoutCodes(store)))).toEqual([
    'initialise',
    `qr ${'*'.repeat(data.length)}`,
    'cut',
  ])
  expect(Buffer.from(withoutCodes(store.subarray(0, 30))).toString('latin1')).not.toContain('http')
})

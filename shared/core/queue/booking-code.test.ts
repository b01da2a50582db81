import { expect, test } from 'vitest'
import { bookingInQr, codeFrom, codeIn } from './booking-code.ts'

test('ten thousand secrets give ten thousand codes, and a taken one is passed over', () => {
  const codes = new Set<string>()
  for (let i = 0; i < 10_000; i++) codes.add(codeFrom(`secret-${i}`, (code) => codes.has(code)))
  expect(codes.size).toBe(10_000)
  const first = codeFrom('one', () => false)
  expect(codeFrom('one', (code) => code === first)).not.toBe(first)
})

test('every letter of a code is about as likely in every place', () => {
  const seen = new Map<string, number>()
  for (let i = 0; i < 24_000; i++)
    for (const [at, letter] of [...codeFrom(`s${i * 7_919}`, () => false)].entries())
      seen.set(`${at}${letter}`, (seen.get(`${at}${letter}`) ?? 0) + 1)
  expect(seen.size).toBe(24 * 8)
  expect(Math.min(...seen.values())).toBeGreaterThan(800)
  expect(Math.max(...seen.values())).toBeLessThan(1_200)
})

test('a code is read however it is typed', () => {
  expect(codeIn('7khq 3mwa')).toBe('7KHQ3MWA')
  expect(codeIn('7KHQ-3MWA')).toBe('7KHQ3MWA')
  expect(codeIn('7KHQ3MW')).toBeNull()
  expect(codeIn('7KHQ3MW0')).toBeNull()
})

test('a QR code of a booking is its page, or code and secret alone; anything else is none', () => {
  const found = { code: '7KHQ3MWA', secret: 'a_b-c' }
  expect(bookingInQr('http://10.0.0.7:8080/book#7KHQ3MWA.a_b-c')).toEqual(found)
  expect(bookingInQr(' 7khq3mwa.a_b-c\n')).toEqual(found)
  expect(bookingInQr('http://10.0.0.7:8080/phone#2026-03-11-42.secret')).toBeNull()
  expect(bookingInQr('7KHQ3MWA')).toBeNull()
})

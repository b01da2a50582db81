import { expect, test } from 'vitest'
import { dayOf, minuteOfDay, minutesIn, nextDayStartMs, timeOfDay } from './day.ts'

const utc = (text: string) => Date.parse(`${text}Z`)

test("the day is the hall's: 07:59, 08:00, 23:59 and 00:00 in Shanghai with the server in UTC", () => {
  const day = (text: string) => dayOf(utc(text), 'Asia/Shanghai')
  expect(day('2026-11-22T23:59:59.999')).toBe('2026-11-23')
  expect(day('2026-11-23T00:00:00')).toBe('2026-11-23')
  expect(day('2026-11-23T15:59:59.999')).toBe('2026-11-23')
  expect(day('2026-11-23T16:00:00')).toBe('2026-11-24')
})

test('one instant is two days in two halls', () => {
  const instant = utc('2026-11-23T17:00:00')
  expect(dayOf(instant, 'Asia/Shanghai')).toBe('2026-11-24')
  expect(dayOf(instant, 'Asia/Urumqi')).toBe('2026-11-23')
})

test('minutes and time of day are on the hall clock', () => {
  expect(minuteOfDay(utc('2026-11-23T00:30:59'), 'Asia/Shanghai')).toBe(8 * 60 + 30)
  expect(minuteOfDay(utc('2026-11-22T16:00:00'), 'Asia/Shanghai')).toBe(0)
  expect(timeOfDay(utc('2026-11-22T16:05:00'), 'Asia/Shanghai')).toBe('00:05')
  expect(minutesIn('08:05')).toBe(485)
})

test('the next day begins at the first instant of the next date', () => {
  const start = utc('2026-11-23T16:00:00')
  expect(nextDayStartMs(utc('2026-11-22T16:00:00'), 'Asia/Shanghai')).toBe(start)
  expect(nextDayStartMs(start - 1, 'Asia/Shanghai')).toBe(start)
  expect(nextDayStartMs(start, 'Asia/Shanghai')).toBe(start + 86_400_000)
})

test('days of 23 and 25 hours end when they end', () => {
  const day = (text: string) => nextDayStartMs(utc(text), 'Europe/Berlin') - utc(text)
  expect(day('2026-03-28T23:00:00')).toBe(23 * 3_600_000)
  expect(day('2026-10-24T22:00:00')).toBe(25 * 3_600_000)
})

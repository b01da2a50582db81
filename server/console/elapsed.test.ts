import { expect, test } from 'vitest'
import { ago, minutesAndSeconds, orDash } from './elapsed.ts'

test('waits of 59, 61 and 125 minutes average 81:40', () => {
  expect(minutesAndSeconds(((59 + 61 + 125) / 3) * 60_000)).toBe('81:40')
})

test('a clock that runs ahead of the hub shows nought, not a negative wait', () => {
  expect(minutesAndSeconds(-5_000)).toBe('0:00')
  expect(orDash(null)).toBe('—')
  expect(orDash(9_000)).toBe('0:09')
})

test('how long ago is told in its largest unit', () => {
  expect(ago(59_999)).toEqual({ unit: 'seconds', count: 59 })
  expect(ago(3_600_000)).toEqual({ unit: 'hours', count: 1 })
  expect(ago(3 * 86_400_000)).toEqual({ unit: 'days', count: 3 })
})

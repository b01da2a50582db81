import { expect, test } from 'vitest'
import { brightnessAt } from './brightness.ts'

const day = [
  { from: '18:00', level: 4 },
  { from: '08:00', level: 12 },
]

test.each([
  ['07:59', 4],
  ['08:00', 12],
  ['17:59', 12],
  ['18:00', 4],
  ['00:00', 4],
])('at %s in the hall the strip is at %d, wherever the machine stands', (time, level) => {
  expect(brightnessAt(Date.parse(`2026-03-11T${time}:00+08:00`), day, 'Asia/Shanghai')).toBe(level)
})

test('a hall without steps leaves the strip as it is', () => {
  expect(brightnessAt(0, [], 'Asia/Shanghai')).toBeUndefined()
})

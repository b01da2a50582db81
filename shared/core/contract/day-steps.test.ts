import { expect, test } from 'vitest'
import { stepAt, stepsTwice } from './day-steps.ts'

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
])('at %s in the hall the step of level %d holds, wherever the machine stands', (time, level) => {
  expect(stepAt(day, Date.parse(`2026-03-11T${time}:00+08:00`), 'Asia/Shanghai')?.level).toBe(level)
})

test('without steps none holds', () => {
  expect(stepAt([], 0, 'Asia/Shanghai')).toBeUndefined()
})

test('a step that begins when another does is found', () => {
  expect(stepsTwice([...day, { from: '08:00' }])).toEqual([2])
})

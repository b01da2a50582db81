import { expect, test } from 'vitest'
import { hall as cast } from '../queue/cast.ts'
import { nextOpening } from './next-opening.ts'
import type { HallTimes } from './sessions-on.ts'
import { year2026 } from './year-2026.ts'

const sessions = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
]
const hall: HallTimes = {
  calendar: { years: [year2026], closures: [] },
  policy: { ...cast.policy, sessions, useCalendar: true },
}

test.each([
  ['2026-11-23', '07:00', '2026-11-23', '08:30'],
  ['2026-11-23', '12:10', '2026-11-23', '13:30'],
  ['2026-11-23', '17:30', '2026-11-24', '08:30'],
  ['2026-11-27', '18:00', '2026-11-30', '08:30'],
  ['2026-09-30', '17:30', '2026-10-08', '08:30'],
  ['2026-02-13', '17:30', '2026-02-14', '08:30'],
])('after %s %s numbers are given again on %s at %s', (day, time, opens, from) => {
  expect(nextOpening(hall, { day, time })).toEqual({ day: opens, from })
})

test('what no loaded year tells is not guessed', () => {
  expect(nextOpening(hall, { day: '2026-12-31', time: '18:00' })).toBeNull()
})

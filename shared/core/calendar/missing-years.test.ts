import { expect, test } from 'vitest'
import { hall as cast } from '../queue/cast.ts'
import { missingYears } from './missing-years.ts'
import { year2026 } from './year-2026.ts'

const hall = {
  calendar: { years: [year2026], closures: [] },
  policy: { ...cast.policy, useCalendar: true },
}

test('the coming year is missed six weeks ahead, and a year that has begun at once', () => {
  expect(missingYears(hall, '2026-11-19')).toEqual([])
  expect(missingYears(hall, '2026-11-20')).toEqual([2027])
  expect(missingYears(hall, '2027-01-04')).toEqual([2027])
  expect(missingYears({ ...hall, calendar: { years: [], closures: [] } }, '2026-12-24')).toEqual([2026, 2027])
})

test('a hall without a calendar misses none', () => {
  expect(missingYears({ ...hall, policy: cast.policy }, '2026-12-24')).toEqual([])
})

import { expect, test } from 'vitest'
import { isWorkingDay } from './working-day.ts'
import { year2026 } from './year-2026.ts'

const calendar = { years: [year2026] }

test.each(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'])(
  '2026-%s is a make-up working day',
  (day) => {
    expect(isWorkingDay(calendar, `2026-${day}`)).toBe(true)
  },
)

test.each(['02-16', '02-23', '05-05', '10-07', '11-22', '11-28'])('2026-%s is a day off', (day) => {
  expect(isWorkingDay(calendar, `2026-${day}`)).toBe(false)
})

test('a plain Monday is worked', () => {
  expect(isWorkingDay(calendar, '2026-11-23')).toBe(true)
})

test('a year nobody has loaded is refused by name, not taken for plain weekends', () => {
  expect(isWorkingDay(calendar, '2027-01-04')).toEqual({ refused: 'yearNotLoaded', year: 2027 })
  expect(isWorkingDay({ years: [] }, '2026-11-23')).toEqual({ refused: 'yearNotLoaded', year: 2026 })
})

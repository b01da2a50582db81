import { checkYear } from '@jiaohao/core/calendar/check-calendar.ts'
import { year2026 } from '@jiaohao/core/calendar/year-2026.ts'
import { expect, test } from 'vitest'
import { proposedYear } from './calendar-proposal.ts'

const days = (list: readonly { day: string }[]) => list.map(({ day }) => day)

test('the proposal for 2026 has the announced days off and make-up days', () => {
  const proposed = proposedYear(2026)
  if ('refused' in proposed) throw new Error(proposed.refused)
  expect(days(proposed.work)).toEqual(days(year2026.work).sort())
  expect(days(proposed.rest)).toEqual(days(year2026.rest))
  expect(checkYear(proposed)).toEqual([])
})

test('a year the package lacks is refused, not proposed as plain weekends', () => {
  expect(proposedYear(2099)).toEqual({ refused: 'unknownYear', year: 2099 })
  expect(proposedYear(2000)).toEqual({ refused: 'unknownYear', year: 2000 })
})

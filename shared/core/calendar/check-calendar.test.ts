import { expect, test } from 'vitest'
import { hall } from '../queue/cast.ts'
import { checkClosures, checkYear } from './check-calendar.ts'
import type { Closure } from './hall-calendar.ts'
import { year2026 } from './year-2026.ts'

const today = '2026-11-23'
const closure: Closure = {
  id: 'x',
  fromDay: '2026-11-30',
  toDay: '2026-12-01',
  part: null,
  of: { is: 'hall' },
  reason: '供电检修',
  approver: '周主任',
  publishedOn: '2026-11-20',
}
const past: Closure = {
  ...closure,
  id: 'past',
  fromDay: '2026-11-02',
  toDay: '2026-11-02',
  publishedOn: '2026-11-01',
}
const asked = (change: object, before: Closure[] = []) =>
  checkClosures([{ ...closure, ...change }], before, today, hall)

test('the State’s own year passes; a day of another year, twice, or a worked weekday does not', () => {
  expect(checkYear(year2026)).toEqual([])
  expect(
    checkYear({
      ...year2026,
      rest: [
        { day: '2027-01-01', name: '' },
        { day: '2026-01-01', name: '' },
      ],
      work: [
        { day: '2026-01-01', name: '' },
        { day: '2026-01-05', name: '' },
      ],
    }),
  ).toEqual([
    { path: 'rest.0.day', problem: 'otherYear' },
    { path: 'work.0.day', problem: 'repeated' },
    { path: 'work.1.day', problem: 'notWeekend' },
  ])
})

test.each(['reason', 'approver', 'publishedOn'])('a closure without %s is refused for that', (field) => {
  expect(asked({ [field]: '' })).toEqual({
    refused: 'closureIncomplete',
    problems: [{ path: `closures.0.${field}`, problem: 'missing' }],
  })
})

test('a closure is published before it begins, ends after it begins, and is of what there is', () => {
  expect(asked({})).toEqual([closure])
  expect(asked({ publishedOn: '2026-12-01' })).toMatchObject({ refused: 'closureIncomplete' })
  expect(asked({ toDay: '2026-11-29' })).toMatchObject({ refused: 'invalid' })
  expect(asked({ part: { from: '12:00', to: '09:00' } })).toMatchObject({ refused: 'invalid' })
  expect(asked({ of: { is: 'zones', zoneIds: ['moon'] } })).toMatchObject({ refused: 'invalid' })
  expect(asked({ of: { is: 'services', serviceIds: ['tax'] } })).toHaveLength(1)
})

test('what has been is neither added, changed nor taken away', () => {
  expect(checkClosures([past], [], today, hall)).toMatchObject({ refused: 'inThePast' })
  expect(checkClosures([{ ...past, reason: '别的' }], [past], today, hall)).toMatchObject({
    refused: 'inThePast',
  })
  expect(checkClosures([], [past], today, hall)).toMatchObject({ refused: 'inThePast' })
  expect(checkClosures([past, closure], [past], today, hall)).toEqual([past, closure])
})

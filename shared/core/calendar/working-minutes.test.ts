import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hall as cast } from '../queue/cast.ts'
import { minutesIn } from '../queue/day.ts'
import { Policy } from '../queue/hall.ts'
import { plusDays } from './day-arithmetic.ts'
import { promiseDays, rollForward } from './promise-days.ts'
import type { HallTimes } from './sessions-on.ts'
import { isWorkingDay } from './working-day.ts'
import { addWorkingMinutes, endOfNextSession, type Moment } from './working-minutes.ts'
import { year2026 } from './year-2026.ts'

const calendar = { years: [year2026], closures: [] }
const sessions = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
]
const hall: HallTimes = { calendar, policy: { ...cast.policy, sessions, useCalendar: true } }
const halfDayMinutes = 225

const at = (text: string): Moment => ({ day: text.slice(0, 10), time: text.slice(11) })

describe('half a working day', () => {
  test.each([
    ['2026-03-11 09:00', '2026-03-11 14:15', '2026-03-11 17:30'],
    ['2026-02-13 16:30', '2026-02-14 11:15', '2026-02-14 12:00'],
    ['2026-09-30 15:00', '2026-10-08 09:45', '2026-10-08 12:00'],
  ])('from %s is %s by minutes (A), %s by the next session (B)', (start, byMinutes, bySession) => {
    expect(addWorkingMinutes(hall, at(start), halfDayMinutes)).toEqual(at(byMinutes))
    expect(endOfNextSession(hall, at(start))).toEqual(at(bySession))
  })

  test('at noon and before opening the next session is the one to come', () => {
    expect(endOfNextSession(hall, at('2026-03-11 12:00'))).toEqual(at('2026-03-11 17:30'))
    expect(endOfNextSession(hall, at('2026-03-11 07:00'))).toEqual(at('2026-03-11 12:00'))
    expect(endOfNextSession(hall, at('2026-03-11 13:30'))).toEqual(at('2026-03-12 12:00'))
  })

  test('no closure extends a deadline', () => {
    const closed: HallTimes = {
      ...hall,
      calendar: {
        ...calendar,
        closures: [
          {
            id: 'x',
            fromDay: '2026-03-11',
            toDay: '2026-03-11',
            part: null,
            of: { is: 'hall' },
            reason: '停电',
            approver: '周主任',
            publishedOn: '2026-03-10',
          },
        ],
      },
    }
    expect(addWorkingMinutes(closed, at('2026-03-11 09:00'), halfDayMinutes)).toEqual(at('2026-03-11 14:15'))
  })

  test('a computation that runs into a year not loaded says so', () => {
    const refused = { refused: 'yearNotLoaded', year: 2027 }
    expect(addWorkingMinutes(hall, at('2026-12-31 16:30'), halfDayMinutes)).toEqual(refused)
    expect(endOfNextSession(hall, at('2026-12-31 15:00'))).toEqual(refused)
    expect(promiseDays(calendar, '2026-12-30', 2)).toEqual(refused)
    expect(rollForward(calendar, '2027-01-01')).toEqual(refused)
  })
})

test.each([
  ['2026-02-12', 3, '2026-02-24'],
  ['2026-04-30', 1, '2026-05-06'],
])(
  'a promise made on %s for %i working days ends on %s: the start day is not counted',
  (start, days, end) => {
    expect(promiseDays(calendar, start, days)).toBe(end)
  },
)

test('what September owes on the 1st and on the 3rd both rolls to 2026-10-08', () => {
  expect(rollForward(calendar, '2026-10-01')).toBe('2026-10-08')
  expect(rollForward(calendar, '2026-10-03')).toBe('2026-10-08')
  expect(rollForward(calendar, '2026-10-09')).toBe('2026-10-09')
})

/** Minute by minute, with nothing but the definition: a minute counts when its day works and a session holds it. */
function walked({ policy }: HallTimes, start: Moment, minutes: number): Moment | 'yearNotLoaded' {
  let { day } = start
  let minute = minutesIn(start.time)
  for (let left = minutes; left > 0; ) {
    if (minute === 1_440) {
      day = plusDays(day, 1)
      minute = 0
    }
    const works = isWorkingDay(calendar, day)
    if (typeof works !== 'boolean') return 'yearNotLoaded'
    const inside = policy.sessions.some(({ from, to }) => minutesIn(from) <= minute && minute < minutesIn(to))
    if (works && inside) left--
    minute++
  }
  const two = (n: number) => String(n).padStart(2, '0')
  return { day, time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` }
}

test('adding working minutes agrees with walking them one by one', () => {
  const minute = fc.integer({ min: 0, max: 1_439 })
  const ofDay = (n: number) =>
    `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
  const times = fc
    .uniqueArray(minute, { minLength: 2, maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b).map(ofDay))
    .map((list) =>
      list.flatMap((from, i) => {
        const to = list[i + 1]
        return i % 2 === 0 && to !== undefined ? [{ from, to }] : []
      }),
    )
  fc.assert(
    fc.property(
      times,
      fc.integer({ min: 0, max: 364 }),
      minute,
      fc.integer({ min: 1, max: 1_500 }),
      (random, offset, from, minutes) => {
        const some: HallTimes = {
          calendar,
          policy: Policy.parse({ sessions: random, useCalendar: true }),
        }
        const start = { day: plusDays('2026-01-01', offset), time: ofDay(from) }
        const added = addWorkingMinutes(some, start, minutes)
        expect('refused' in added ? added.refused : added).toEqual(walked(some, start, minutes))
      },
    ),
    { numRuns: 150 },
  )
})

test('rolling and promising agree with counting day by day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
      const start = plusDays('2026-01-01', offset)
      let counted: string | 'yearNotLoaded' = start
      for (let left = days; left > 0 && counted !== 'yearNotLoaded'; ) {
        counted = plusDays(counted, 1)
        const works = isWorkingDay(calendar, counted)
        if (typeof works !== 'boolean') counted = 'yearNotLoaded'
        else if (works) left--
      }
      const promised = promiseDays(calendar, start, days)
      expect(typeof promised === 'string' ? promised : promised.refused).toBe(counted)
    }),
  )
})

import { EstimatesReport } from '@jiaohao/core/contract/estimates.ts'
import { at, given, hall, kiosk, li, time } from '@jiaohao/core/queue/cast.ts'
import { estimated, minutes } from '@jiaohao/core/queue/given.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { monday, recordedHall } from '../reports/recorded-hall.ts'
import { estimatesOf } from './report.ts'

let east: ReturnType<typeof recordedHall>
beforeEach(() => {
  east = recordedHall()
})
afterEach(() => east.close())

const minuteMs = 60_000
const next = (time: string) => [at(time), li.callsNext(), li.starts()]

/** One served in five minutes; then each who comes is told 2, 6 and 12 minutes, and they wait 5, 10 and 15. */
const told = () =>
  given(
    li.opens(),
    kiosk.takes('social'),
    ...next('09:00'),
    at('09:05'),
    li.finishes(),
    estimated('social', 2, 6, 12),
    ...[1, 2, 3, 4].map(() => kiosk.takes('social')),
    ...next('09:10'),
    li.finishes(),
    ...next('09:15'),
    li.finishes(),
    ...next('09:20'),
  )
const report = () => EstimatesReport.parse(estimatesOf(east.db, hall.id, monday))

test('what was told stands in the row of its number, and nothing where nothing was told', () => {
  east.lives(told())
  const rows = east.db.prepare(
    'select n, told_p10_ms, told_p50_ms, told_p90_ms, plain_ms from ticket order by n',
  )
  const range = (n: number, plain: number) => [n, 2 * minuteMs, 6 * minuteMs, 12 * minuteMs, plain]
  expect(rows.raw().all().slice(0, 3)).toEqual([
    [1, null, null, null, null],
    range(2, 0),
    range(3, 5 * minuteMs),
  ])
})

test('shares and errors are of those called, beside the plain formula over the same numbers', () => {
  east.lives(told())
  const { total, services, days } = report()
  expect(total).toEqual({
    id: '',
    name: '',
    told: 4,
    n: 3,
    withinP50: 1 / 3,
    withinP90: 2 / 3,
    within80: 2 / 3,
    between: 1 / 3,
    meanErrorMs: ((1 + 4 + 9) / 3) * minuteMs,
    plain: { n: 3, meanErrorMs: 5 * minuteMs, toldErrorMs: ((1 + 4 + 9) / 3) * minuteMs },
  })
  expect(services.map(({ id, n }) => [id, n])).toEqual([['social', 3]])
  expect(days.map(({ id, n }) => [id, n])).toEqual([[monday.from, 3]])
})

test('a number that was void promised nothing', () => {
  east.lives(
    given(
      li.opens(),
      estimated('social', 2, 6, 12),
      kiosk.takes('social', { paper: true }),
      kiosk.fails(1),
      minutes(1),
      time.voids(1),
    ),
  )
  expect(report().total).toMatchObject({ told: 0, n: 0, withinP50: null, meanErrorMs: null })
})

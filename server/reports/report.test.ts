import {
  at,
  clockMs,
  elderly,
  evaluator,
  given,
  hall,
  kiosk,
  li,
  missedBy,
  time,
  wang,
  zhao,
} from '@jiaohao/core/queue/cast.ts'
import { givenIn, type Story, seconds } from '@jiaohao/core/queue/given.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fill, monday, recordedHall } from './recorded-hall.ts'
import { reportOf } from './report.ts'

const minute = 60_000
let east: ReturnType<typeof recordedHall>
beforeEach(() => {
  east = recordedHall()
})
afterEach(() => east.close())

function reportAfter(story: Pick<Story, 'recorded'>, ask = monday) {
  east.lives(story)
  return reportOf(east.db, hall.id, ask)
}
const of = <Line extends { id: string }>(lines: Line[], id: string): Line =>
  lines.find((line) => line.id === id) as Line

const served = (from: string, to: string) => [at(from), li.callsNext(), li.starts(), at(to), li.finishes()]

test('waits of 59, 61 and 125 minutes average exactly 81 minutes 40 seconds', () => {
  const three = [kiosk.takes('social'), kiosk.takes('social'), kiosk.takes('social')]
  const { total } = reportAfter(
    given(
      li.opens(),
      ...three,
      ...served('09:59', '10:00'),
      ...served('10:01', '10:02'),
      ...served('11:05', '11:06'),
    ),
  )
  expect(total.wait).toEqual({
    n: 3,
    meanMs: 81 * minute + 40_000,
    p50Ms: 61 * minute,
    p90Ms: 125 * minute,
    longestMs: 125 * minute,
  })
})

test('a recall changes no wait; walk is from the first call to the start', () => {
  const { total } = reportAfter(
    given(
      li.opens(),
      kiosk.takes('social'),
      at('09:10'),
      li.callsNext(),
      at('09:11'),
      li.recalls(),
      at('09:12'),
      li.starts(),
    ),
  )
  expect(total.wait.meanMs).toBe(10 * minute)
  expect(total.walk.meanMs).toBe(2 * minute)
})

test('a no-show counts as called and missed and as no service time, not as zero', () => {
  const { total } = reportAfter(
    given(
      li.opens(),
      kiosk.takes('social'),
      kiosk.takes('social'),
      at('09:10'),
      li.callsNext(),
      ...missedBy(li),
      ...served('09:20', '09:26'),
    ),
  )
  expect(total).toMatchObject({ issued: 2, called: 2, finished: 1, missed: 1 })
  expect(total.service).toMatchObject({ n: 1, meanMs: 6 * minute })
  expect(total.walk).toMatchObject({ n: 1 })
  expect(total.wait).toMatchObject({ n: 2, meanMs: 15 * minute })
})

test('a missed citizen who came back was missed once and waited until the first call', () => {
  const { total } = reportAfter(
    given(
      li.opens(),
      kiosk.takes('social'),
      at('09:10'),
      li.callsNext(),
      ...missedBy(li),
      li.returns(1),
      ...served('09:30', '09:35'),
    ),
  )
  expect(total).toMatchObject({ called: 1, missed: 1, finished: 1 })
  expect(total.wait.meanMs).toBe(10 * minute)
  expect(total.service.meanMs).toBe(5 * minute)
})

test('an undone miss was none', () => {
  const { total } = reportAfter(
    given(
      li.opens(),
      kiosk.takes('social'),
      li.callsNext(),
      ...missedBy(li),
      li.undoesMiss(1),
      ...served('09:30', '09:35'),
    ),
  )
  expect(total.missed).toBe(0)
})

test('held time is not service time, and the leg belongs to whoever took it up again', () => {
  const { total, counters, clerks } = reportAfter(
    given(
      li.opens(),
      wang.opens(),
      kiosk.takes('social'),
      at('09:10'),
      li.callsNext(),
      li.starts(),
      at('09:15'),
      li.holds(),
      at('09:45'),
      wang.resumes(1),
      at('09:52'),
      wang.finishes(),
    ),
  )
  expect(total.service.meanMs).toBe(12 * minute)
  expect(counters.map(({ id }) => id)).toEqual(['c2'])
  expect(clerks.map(({ name, finished }) => [name, finished])).toEqual([['王', 1]])
})

test('a transfer is two legs, two waits and two service times, but one number and one stay', () => {
  const { total, services } = reportAfter(
    given(
      li.opens(),
      zhao.opens(),
      kiosk.takes('social'),
      at('09:10'),
      li.callsNext(),
      li.starts(),
      at('09:20'),
      li.transfers({ to: 'service', serviceId: 'household' }),
      at('09:26'),
      zhao.callsNext(),
      at('09:27'),
      zhao.starts(),
      at('09:41'),
      zhao.finishes(),
    ),
  )
  expect(total).toMatchObject({ issued: 1, called: 2, finished: 1 })
  expect(total.wait).toMatchObject({ n: 2, meanMs: 8 * minute })
  expect(total.service).toMatchObject({ n: 2, meanMs: 12 * minute })
  expect(total.stay).toMatchObject({ n: 1, meanMs: 41 * minute })
  expect(of(services, 'social')).toMatchObject({
    name: '社保',
    issued: 1,
    called: 1,
    finished: 0,
    stay: { n: 0 },
  })
  expect(of(services, 'household')).toMatchObject({ issued: 0, called: 1, finished: 1, stay: { n: 1 } })
})

test('an appointment waits from the start of its slot, and not at all when called before it', () => {
  const slot = (from: string, to: string) => ({ appointment: { fromMs: clockMs(from), toMs: clockMs(to) } })
  const { total } = reportAfter(
    given(
      li.opens(),
      kiosk.takes('social', slot('09:30', '10:00')),
      kiosk.takes('social', slot('10:00', '10:30')),
      ...served('09:40', '09:45'),
      ...served('09:50', '09:55'),
    ),
  )
  expect(total.wait).toMatchObject({ n: 2, meanMs: 5 * minute, longestMs: 10 * minute })
})

test('an appointment checked in late waits from its check-in', () => {
  const slot = { appointment: { fromMs: clockMs('09:00'), toMs: clockMs('09:30') } }
  const { total } = reportAfter(
    given(li.opens(), at('09:20'), kiosk.takes('social', slot), ...served('09:27', '09:30')),
  )
  expect(total.wait.meanMs).toBe(7 * minute)
})

test('a reprint is no second number, and a voided number was never issued', () => {
  const { total, services } = reportAfter(
    given(
      kiosk.takes('social', { paper: true }),
      kiosk.prints(1),
      kiosk.reprints(1),
      kiosk.prints(1),
      kiosk.takes('social', { paper: true }),
      kiosk.fails(2),
      seconds(20),
      time.voids(2),
    ),
  )
  expect(total).toMatchObject({ issued: 1, called: 0, abandoned: 0 })
  expect(of(services, 'social').issued).toBe(1)
})

test('abandoned are those cancelled or expired without a call; who was missed was called', () => {
  const story = givenIn(
    hall,
    at('09:00'),
    time.turnsDay(),
    li.opens(),
    ...[1, 2, 3, 4].map(() => kiosk.takes('social')),
    li.callsNext(),
    ...missedBy(li),
    kiosk.cancels(2),
    li.callsNext(),
    at('23:59', 90),
    time.turnsDay(),
  )
  const { total, services, counters } = reportAfter(story)
  expect(total).toMatchObject({ issued: 4, called: 2, missed: 1, cancelled: 1, expired: 2, abandoned: 2 })
  expect(of(services, 'social')).toMatchObject({ cancelled: 1, expired: 2, abandoned: 2 })
  expect(of(counters, 'c1')).toMatchObject({ cancelled: 0, expired: 1, abandoned: 0 })
})

test('unrated is unrated: no level, not a 3 and not a 5', () => {
  const { total } = reportAfter(
    given(
      li.opens(),
      kiosk.takes('social'),
      kiosk.takes('social'),
      kiosk.takes('social'),
      ...served('09:10', '09:15'),
      evaluator.presses(2),
      ...served('09:20', '09:25'),
      at('09:30'),
      li.callsNext(),
      li.starts(),
      seconds(29),
      li.finishes(),
    ),
  )
  expect(total).toMatchObject({ finished: 3, rateable: 2, rated: 1, levels: [0, 0, 0, 1, 0] })
})

test("hours are those of the hall's clock at issue, whatever clock the server keeps", () => {
  const takenAt = (...when: Parameters<typeof at>) => [at(...when), kiosk.takes('social')]
  const story = givenIn(
    hall,
    at('06:00'),
    time.turnsDay(),
    ...takenAt('07:59', 59),
    ...takenAt('08:00'),
    ...takenAt('08:59'),
    li.opens(),
    at('10:00'),
    li.callsNext(),
    ...takenAt('10:30'),
  )
  expect(reportAfter(story).hours).toEqual([
    { hour: 7, issued: 1, called: 1, meanWaitMs: 120 * minute + 1_000 },
    { hour: 8, issued: 2, called: 0, meanWaitMs: null },
    { hour: 9, issued: 0, called: 0, meanWaitMs: null },
    { hour: 10, issued: 1, called: 0, meanWaitMs: null },
  ])
})

test('a day with nobody is zeros and nulls, never NaN', () => {
  const { total, services, hours } = reportOf(east.db, hall.id, {
    ...monday,
    from: '2020-01-01',
    to: '2020-01-31',
  })
  expect(total).toMatchObject({
    issued: 0,
    levels: [0, 0, 0, 0, 0],
    wait: { n: 0, meanMs: null, p90Ms: null },
  })
  expect([services, hours]).toEqual([[], []])
})

test("a clerk's levels are told from ten marks on", () => {
  fill(east, { count: 9, perDay: 9, firstDay: '2026-11-02' })
  fill(east, { count: 10, perDay: 10, firstDay: '2026-11-03' })
  const clerk = (day: string) => reportOf(east.db, hall.id, { ...monday, from: day, to: day }).clerks[0]
  expect(clerk('2026-11-02')).toMatchObject({ rated: 9, levels: null })
  expect(clerk('2026-11-03')).toMatchObject({ rated: 10, levels: [10, 0, 0, 0, 0] })
})

test("marks given today are in the hall's levels and in no clerk's until tomorrow", () => {
  fill(east, { count: 12, perDay: 12, firstDay: '2026-11-03' })
  const ask = { ...monday, from: '2026-11-03', to: '2026-11-03', today: '2026-11-03' }
  const { total, clerks } = reportOf(east.db, hall.id, ask)
  expect(total.levels).toEqual([12, 0, 0, 0, 0])
  expect(clerks[0]).toMatchObject({ rated: 12, levels: null })
  expect(reportOf(east.db, hall.id, { ...ask, today: '2026-11-04' }).clerks[0]?.levels).toEqual([
    12, 0, 0, 0, 0,
  ])
})

test('a mark by phone days later joins the day of its leg', () => {
  fill(east, { count: 11, perDay: 11, firstDay: '2026-11-03' })
  east.db
    .prepare(
      `update leg set level = 1, rated_at_ms = ? where hall = 'east' and day = '2026-11-03' and n = 11`,
    )
    .run(clockMs('09:00'))
  const ask = { ...monday, from: '2026-11-03', to: '2026-11-03' }
  expect(reportOf(east.db, hall.id, { ...ask, today: '2026-11-23' }).clerks[0]?.levels).toEqual([
    10, 0, 0, 0, 0,
  ])
  expect(reportOf(east.db, hall.id, { ...ask, today: '2026-11-24' }).clerks[0]?.levels).toEqual([
    10, 0, 0, 0, 1,
  ])
})

test('what is no longer set up keeps its line under its id, after the others', () => {
  const ask = { ...monday, names: { ...monday.names, services: [{ id: 'household', name: '户籍' }] } }
  const { services } = reportAfter(given(kiosk.takes('social'), kiosk.takes('household', elderly)), ask)
  expect(services.map(({ name }) => name)).toEqual(['户籍', 'social'])
})

test("another hall's visits are in no report", () => {
  fill(east, { count: 5, perDay: 5, firstDay: '2026-11-03' })
  expect(reportOf(east.db, 'west', { ...monday, from: '2026-11-01', to: '2026-11-30' }).total.issued).toBe(0)
})

test('appointments are counted by the day of their slot: kept, late, missed and given back', () => {
  const nine = clockMs('09:00')
  const { appointments } = reportAfter(
    given(
      at('07:00'),
      ...[nine, nine, clockMs('09:30'), clockMs('10:00')].map((fromMs) => kiosk.books('social', fromMs)),
      kiosk.books('social', nine + 86_400_000),
      kiosk.cancelsBooking(4),
      at('09:10'),
      kiosk.checksIn(1),
      at('09:46'),
      time.lapses(),
      kiosk.checksIn(2),
      at('10:16'),
      time.lapses(),
    ),
  )
  const line = { booked: 4, cancelled: 1, checkedIn: 2, late: 1, noShow: 1 }
  expect(appointments).toEqual([
    { id: '', name: '', ...line },
    { id: 'social', name: '社保', ...line },
  ])
})

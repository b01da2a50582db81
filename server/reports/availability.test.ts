import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Db, openDatabase } from '../journal/database.ts'
import type { ReportAsk } from './ask.ts'
import { availability } from './availability.ts'
import { instantOf } from './open-times.ts'

const timeZone = 'Asia/Shanghai'
const folder = mkdtempSync(join(tmpdir(), 'jiaohao-availability-'))
let db: Db
let n = 0
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A hall whose numbers were taken on these days, and whose printer changed its state at these times. */
function hallWith(days: string[], states: [day: string, time: string, state: string][]) {
  n += 1
  db = openDatabase(join(folder, `${n}`), 0)
  for (const [i, day] of days.entries()) {
    db.prepare('insert into hall_day values (?, ?, ?)').run('hall', day, i)
    db.prepare(
      'insert into ticket (hall, day, n, number, secret, issued_at_ms, taken_at, state) values (?, ?, 1, ?, ?, 0, ?, ?)',
    ).run('hall', day, 'A001', '', '', 'finished')
  }
  for (const [i, [day, time, state]] of states.entries()) {
    const atMs = instantOf(day, time, timeZone)
    db.prepare('insert into device_state values (?, ?, ?, ?, ?, ?)').run('hall', 'k1', 'p', i, state, atMs)
  }
}

const device = { stationId: 'k1', station: '1号取号机', deviceId: 'p', kind: 'printer' as const }
const ask = (from: string, to: string, now: [string, string]): ReportAsk => ({
  from,
  to,
  today: to,
  nowMs: instantOf(...now, timeZone),
  timeZone,
  sessions: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
  names: { services: [], counters: [], clerks: [], devices: [device] },
})
const hour = 3_600_000
const monday = '2026-03-09'
const tuesday = '2026-03-10'

test('a printer out of paper for one of seven and a half open hours was ready for the rest, once faulty', () => {
  hallWith(
    [monday],
    [
      [monday, '08:00', 'ready'],
      [monday, '09:00', 'paperOut'],
      [monday, '10:00', 'ready'],
    ],
  )
  expect(availability(db, 'hall', ask(monday, monday, [tuesday, '00:00']))).toEqual([
    { ...device, openMs: 7.5 * hour, readyMs: 6.5 * hour, faults: 1 },
  ])
})

test('lunch, the night and days without a number do not count', () => {
  hallWith(
    [monday],
    [
      [monday, '08:00', 'ready'],
      [monday, '12:00', 'offline'],
      [monday, '13:30', 'ready'],
      [monday, '17:30', 'stationAway'],
    ],
  )
  const [line] = availability(db, 'hall', ask(monday, tuesday, [tuesday, '18:00']))
  expect(line).toMatchObject({ openMs: 7.5 * hour, readyMs: 7.5 * hour, faults: 0 })
})

test('the state of yesterday holds until the next one is heard', () => {
  hallWith(
    [monday, tuesday],
    [
      [monday, '08:00', 'ready'],
      [monday, '17:00', 'coverOpen'],
      [tuesday, '09:30', 'nearEnd'],
    ],
  )
  const [line] = availability(db, 'hall', ask(tuesday, tuesday, [tuesday, '11:30']))
  expect(line).toMatchObject({ openMs: 3 * hour, readyMs: 2 * hour })
})

test('time counts from the first report on, and a fault into another fault is one', () => {
  hallWith(
    [monday],
    [
      [monday, '11:00', 'paperOut'],
      [monday, '11:15', 'coverOpen'],
      [monday, '11:30', 'ready'],
    ],
  )
  expect(availability(db, 'hall', ask(monday, monday, [monday, '12:30']))).toEqual([
    { ...device, openMs: hour, readyMs: hour / 2, faults: 1 },
  ])
})

test('a device no longer set up has no line', () => {
  hallWith([monday], [[monday, '08:00', 'ready']])
  const asked = ask(monday, monday, [tuesday, '00:00'])
  expect(availability(db, 'hall', { ...asked, names: { ...asked.names, devices: [] } })).toEqual([])
})

import type { Station } from '@jiaohao/core/contract/station.ts'
import type { TodayView } from '@jiaohao/core/views/today.ts'
import { expect, test } from 'vitest'
import { alarmsOf } from './alarms.ts'

const nowMs = 10_000_000_000
const minute = 60_000

const service = (name: string, waiting: number, openCounters: number, longestSinceMs: number | null) => ({
  id: name,
  name,
  nameEn: '',
  prefix: 'A',
  waiting,
  wait: null,
  openCounters,
  longestSinceMs,
})

const hall = (services: TodayView['services'], papers: TodayView['papers'] = []): TodayView => ({
  view: 'today',
  hall: { name: '政务大厅', nameEn: '', notice: '', timeZone: 'Asia/Shanghai' },
  day: '2026-03-11',
  counts: {
    taken: 0,
    called: 0,
    finished: 0,
    missed: 0,
    rated: 0,
    rateable: 0,
    waiting: 0,
    held: 0,
    serving: 0,
  },
  longestSinceMs: services[0]?.longestSinceMs ?? null,
  services,
  counters: [],
  calls: [],
  papers,
})

const station = (change: Partial<Station>): Station => ({
  id: 'k1',
  name: '1号取号机',
  kind: 'kiosk',
  counterIds: [],
  zoneId: '',
  may: [],
  devices: [],
  pairedAtMs: 0,
  online: true,
  seenAtMs: nowMs,
  deviceReports: [],
  ...change,
})

test('a service people wait for and no open counter works is uncovered', () => {
  expect(alarmsOf(hall([service('社保', 4, 0, nowMs)]), null, nowMs)).toEqual([
    { is: 'uncovered', service: '社保', waiting: 4 },
  ])
  expect(alarmsOf(hall([service('社保', 0, 0, null)]), null, nowMs)).toEqual([])
})

test('a wait alarms from half an hour on, and names its service', () => {
  const at = (minutes: number) =>
    alarmsOf(hall([service('社保', 4, 2, nowMs - minutes * minute)]), null, nowMs).map(({ is }) => is)
  expect(at(29)).toEqual([])
  expect(at(30)).toEqual(['longWait'])
})

test('a station that is away stands for its devices; a program never alarms', () => {
  const printer = { id: 'p', kind: 'printer' as const, state: 'paperOut', sinceMs: 1, detail: '' }
  const quiet = hall([])
  expect(alarmsOf(quiet, [station({ online: false, deviceReports: [printer] })], nowMs)).toEqual([
    { is: 'stationAway', station: '1号取号机', kind: 'kiosk', seenAtMs: nowMs },
  ])
  expect(alarmsOf(quiet, [station({ deviceReports: [printer] })], nowMs)).toEqual([
    { is: 'deviceDown', station: '1号取号机', device: 'printer', state: 'paperOut', sinceMs: 1 },
  ])
  expect(alarmsOf(quiet, [station({ kind: 'program', online: false })], nowMs)).toEqual([])
})

test('papers that failed are told with their numbers', () => {
  const papers = [{ number: 'A007', slip: 'failed', why: 'paperOut' }]
  expect(alarmsOf(hall([], papers), [], nowMs)).toEqual([{ is: 'papers', numbers: ['A007'] }])
})

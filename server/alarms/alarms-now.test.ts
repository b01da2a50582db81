import type { Station } from '@jiaohao/core/contract/station.ts'
import { Policy } from '@jiaohao/core/queue/hall.ts'
import { expect, test } from 'vitest'
import { type AlarmFacts, alarmsNow, nextChangeMs, type UntoldCall } from './alarms-now.ts'

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

const station = (change: Partial<Station>): Station => ({
  id: 'k1',
  name: '1号取号机',
  kind: 'kiosk',
  counterIds: [],
  zoneId: '',
  may: [],
  screen: true,
  devices: [],
  offlineLetter: '',
  pairedAtMs: 0,
  online: true,
  seenAtMs: nowMs,
  deviceReports: [],
  ...change,
})

const nothingOffline = { returns: [], kept: [], expired: [] }

const facts = (change: Partial<AlarmFacts> & Partial<AlarmFacts['today']>): AlarmFacts => {
  const { services = [], counters = [], papers = [], offline = nothingOffline } = change
  const longestSinceMs = services[0]?.longestSinceMs ?? null
  return {
    nowMs,
    openedAtMs: 0,
    saving: true,
    policy: Policy.parse({}),
    sessionSinceMs: new Map(),
    idleSinceMs: new Map(),
    help: [],
    missingYears: [],
    untold: [],
    incomplete: [],
    silent: [],
    stations: [],
    ...change,
    today: { services, counters, papers, longestSinceMs, offline },
  }
}

const call = (agoMs: number, change: Partial<UntoldCall> = {}): UntoldCall => ({
  seq: 7,
  number: 'A001',
  counterId: 'c1',
  counterNo: '1',
  zoneId: 'main',
  atMs: nowMs - agoMs,
  calling: true,
  missing: [],
  ...change,
})

const kinds = (now: AlarmFacts) => alarmsNow(now).map(({ alarm }) => alarm.is)

test('a hall in which all is well has no alarm, and nothing to wait for', () => {
  const well = facts({ stations: [station({})] })
  expect(alarmsNow(well)).toEqual([])
  expect(nextChangeMs(well)).toBe(Number.POSITIVE_INFINITY)
})

test('a hub that cannot save says so before anything else', () => {
  const now = facts({ saving: false, services: [service('社保', 4, 0, nowMs)] })
  expect(kinds(now)).toEqual(['notSaving', 'uncovered'])
})

test('a service people wait for and no open counter works is uncovered', () => {
  expect(alarmsNow(facts({ services: [service('社保', 4, 0, nowMs)] }))).toMatchObject([
    { key: 'uncovered:社保', alarm: { service: '社保', waiting: 4 } },
  ])
  expect(kinds(facts({ services: [service('社保', 0, 0, null)] }))).toEqual([])
})

test('the longest wait alarms from the minutes of the policy on, once for the hall', () => {
  const at = (minutes: number) => facts({ services: [service('社保', 4, 2, nowMs - minutes * minute)] })
  expect(kinds(at(29))).toEqual([])
  expect(nextChangeMs(at(29))).toBe(nowMs + minute)
  expect(alarmsNow(at(30))).toMatchObject([{ key: 'longWait', alarm: { service: '社保' } }])
})

test('a counter that lets people wait alarms after the seconds of the policy', () => {
  const counter = {
    counterId: 'c1',
    no: '1',
    waiting: 2,
  } as AlarmFacts['today']['counters'][number]
  const at = (seconds: number) =>
    facts({ counters: [counter], idleSinceMs: new Map([['c1', nowMs - seconds * 1_000]]) })
  expect(kinds(at(119))).toEqual([])
  expect(kinds(at(120))).toEqual(['idleWithQueue'])
})

test('a call alarms when nobody has told it within the seconds of the policy, until the citizen came', () => {
  const board = station({ kind: 'display' })
  const at = (untold: UntoldCall) => kinds(facts({ untold: [untold], stations: [board] }))
  expect(at(call(4_999))).toEqual([])
  expect(at(call(5_000))).toEqual(['untold'])
  expect(at(call(30 * minute))).toEqual(['untold'])
  expect(at(call(6_000, { calling: false }))).toEqual(['untold'])
  expect(at(call(2 * minute, { calling: false }))).toEqual([])
})

test('a call is nobody’s to tell where nothing could tell it', () => {
  const untold = [call(minute)]
  const led = { id: 's', kind: 'led' as const, address: 'tcp://h:1', widthPx: 128, heightPx: 32 }
  const strip = (counterId: string) =>
    station({ kind: 'window', devices: [{ ...led, counterId } as Station['devices'][number]] })
  expect(kinds(facts({ untold, stations: [station({})] }))).toEqual([])
  expect(kinds(facts({ untold, stations: [station({ kind: 'display', zoneId: 'other' })] }))).toEqual([])
  expect(kinds(facts({ untold, stations: [strip('c2')] }))).toEqual([])
  expect(kinds(facts({ untold, stations: [strip('c1')] }))).toEqual(['untold'])
})

test('a station that is away stands for its devices; a program never alarms', () => {
  const printer = { id: 'p', kind: 'printer' as const, state: 'paperOut', sinceMs: 1, detail: '' }
  const away = { online: false, seenAtMs: nowMs - 5_000, deviceReports: [printer] }
  expect(alarmsNow(facts({ stations: [station(away)] }))).toMatchObject([
    { key: 'stationAway:k1', alarm: { station: '1号取号机', seenAtMs: nowMs - 5_000 } },
  ])
  expect(kinds(facts({ stations: [station({ ...away, kind: 'program' })] }))).toEqual([])
})

test('a station may go for a breath, and needs a moment to come back to a hub just opened', () => {
  const gone = (agoMs: number) => [station({ online: false, seenAtMs: nowMs - agoMs })]
  expect(kinds(facts({ stations: gone(2_999) }))).toEqual([])
  expect(kinds(facts({ stations: gone(3_000) }))).toEqual(['stationAway'])
  expect(kinds(facts({ stations: gone(minute), openedAtMs: nowMs - 14_000 }))).toEqual([])
})

test('a device that is not ready alarms under one key whatever its fault; one just opened or switched off does not', () => {
  const with_ = (state: string) =>
    alarmsNow(
      facts({
        stations: [station({ deviceReports: [{ id: 'p', kind: 'printer', state, sinceMs: 1, detail: '' }] })],
      }),
    ).map(({ key }) => key)
  expect(with_('paperOut')).toEqual(['deviceDown:k1:p'])
  expect(with_('coverOpen')).toEqual(['deviceDown:k1:p'])
  for (const state of ['ready', 'connecting', 'off']) expect(with_(state), state).toEqual([])
})

test('papers that failed are told with their numbers', () => {
  const papers = [{ number: 'A007', slip: 'failed', why: 'paperOut' }]
  expect(alarmsNow(facts({ papers }))).toMatchObject([{ alarm: { is: 'paperFailed', numbers: ['A007'] } }])
})

test('a kiosk with a letter that is away may be giving numbers of its own, and is told as such', () => {
  const gone = { online: false, seenAtMs: nowMs - minute }
  expect(alarmsNow(facts({ stations: [station({ ...gone, offlineLetter: 'K' })] }))).toMatchObject([
    { alarm: { is: 'kioskOffline', station: '1号取号机', letter: 'K' } },
  ])
})

test('what a kiosk gave without the hub is told for ten minutes when it has come in, a wrong clock for the day', () => {
  const came = { stationId: 'k1', count: 23, drifted: 2, fromMs: 1, toMs: 2 }
  const after = (agoMs: number) =>
    alarmsNow(
      facts({
        stations: [station({})],
        offline: { ...nothingOffline, returns: [{ ...came, atMs: nowMs - agoMs }] },
      }),
    ).map(({ alarm }) => alarm)
  expect(after(minute)).toMatchObject([
    { is: 'offlineReturned', station: '1号取号机', count: 23 },
    { is: 'offlineDrift', station: '1号取号机', count: 2 },
  ])
  expect(after(11 * minute)).toMatchObject([{ is: 'offlineDrift' }])
})

test('numbers that could not come in, or came a day late, are told with their numbers and why', () => {
  const offline = {
    returns: [],
    kept: [{ number: 'AK003', service: '', why: 'unknownService' as const, takenAtMs: 1 }],
    expired: [{ number: 'BK001', day: '2026-11-22', atMs: nowMs - minute }],
  }
  expect(alarmsNow(facts({ offline })).map(({ alarm }) => alarm)).toEqual([
    { is: 'offlineKept', kept: [{ number: 'AK003', why: 'unknownService' }] },
    { is: 'offlineExpired', numbers: ['BK001'], day: '2026-11-22' },
  ])
})

test('a service nobody works some minutes into its session is told even while nobody waits, and once somebody does as that', () => {
  const since = (ago: number) => ({ sessionSinceMs: new Map([['社保', nowMs - ago]]) })
  const is = (change: Parameters<typeof facts>[0]) => alarmsNow(facts(change)).map(({ alarm }) => alarm.is)
  expect(is({ services: [service('社保', 0, 0, null)], ...since(4 * minute) })).toEqual([])
  expect(is({ services: [service('社保', 0, 0, null)], ...since(5 * minute) })).toEqual([
    'uncoveredAtOpening',
  ])
  expect(is({ services: [service('社保', 0, 1, null)], ...since(50 * minute) })).toEqual([])
  expect(is({ services: [service('社保', 3, 0, nowMs)], ...since(50 * minute) })).toEqual(['uncovered'])
  expect(is({ services: [service('社保', 0, 0, null)] })).toEqual([])
})

test('a long queue and a long service are told when they reach what the hall says', () => {
  const is = (change: Parameters<typeof facts>[0]) => alarmsNow(facts(change)).map(({ alarm }) => alarm.is)
  expect(is({ services: [service('社保', 29, 2, nowMs)] })).toEqual([])
  expect(is({ services: [service('社保', 30, 2, nowMs)] })).toEqual(['longQueue'])
  const serving = (ago: number) =>
    ({ counters: [{ counterId: 'c1', no: '1', waiting: 0, serving: { sinceMs: nowMs - ago } }] }) as never
  expect(is(serving(39 * minute))).toEqual([])
  expect(is(serving(40 * minute))).toEqual(['longService'])
})

test('a clerk’s emergency button stands before everything else but a hub that cannot save', () => {
  const help = [{ counterId: 'c3', counterNo: '3', clerk: '赵', sinceMs: nowMs }]
  const papers = [{ number: 'A007', slip: 'failed', why: 'paperOut' }]
  expect(kinds(facts({ help, papers }))).toEqual(['help', 'paperFailed'])
})

test('a year nobody has signed alarms by its number', () => {
  expect(alarmsNow(facts({ missingYears: [2027] }))).toMatchObject([
    { key: 'yearMissing:2027', alarm: { is: 'yearMissing', year: 2027, fromDay: '2027-01-01' } },
  ])
})

test('a silent teller stands until it tells again; what a call lacks is on record until the citizen came and a minute more', () => {
  const missing = {
    ...{ stationId: 'd', station: '东区综合屏', by: 'screen' as const, deviceId: null, zone: '东区' },
  }
  const silent = [{ ...missing, number: 'A001', counterNo: '1', atMs: nowMs - 90 * minute }]
  const at = (agoMs: number, calling: boolean) =>
    alarmsNow(
      facts({
        silent,
        incomplete: [{ ...call(agoMs, { calling, missing: [missing] }), sinceMs: nowMs - agoMs }],
      }),
    )
  expect(at(1_000, true)).toMatchObject([
    { key: 'silent:d:', alarm: { is: 'silent', by: 'screen', number: 'A001' } },
    { key: 'untold:7', alarm: { is: 'untold', bySome: true, missing: [{ station: '东区综合屏' }] } },
  ])
  expect(at(2 * minute, true)).toHaveLength(2)
  expect(at(2 * minute, false)).toHaveLength(1)
})

test('a display that is loudspeakers alone could tell the calls of their zones', () => {
  const speaker = (zoneId: string) => ({ id: 's', kind: 'speaker' as const, address: 'player:', zoneId })
  const sound = (zoneId: string) =>
    station({
      kind: 'display',
      screen: false,
      devices: [speaker(zoneId) as Station['devices'][number]],
    })
  expect(kinds(facts({ untold: [call(minute)], stations: [sound('main')] }))).toEqual(['untold'])
  expect(kinds(facts({ untold: [call(minute)], stations: [sound('other')] }))).toEqual([])
})

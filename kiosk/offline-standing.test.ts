import { Hall } from '@jiaohao/core/queue/hall.ts'
import type { OfflineView } from '@jiaohao/core/views/offline.ts'
import { expect, test } from 'vitest'
import { type OfflineFacts, offlineStanding } from './offline-standing.ts'

const minute = 60_000
const nineMs = Date.UTC(2026, 10, 23, 1)
const hall = Hall.parse({
  id: 'hall',
  name: '大厅',
  zones: [],
  services: [],
  counters: [],
  clerks: [],
  policy: {},
})
const { clerks: _, items: __, offlineLetters: ___, ...kept } = hall
const setUp: OfflineView = {
  view: 'offline',
  stationId: 'k1',
  letter: 'K',
  hall: kept,
  day: '2026-11-23',
  standing: { is: 'open' },
  series: {},
}
const standing = (change: Partial<OfflineFacts>) =>
  offlineStanding({
    hub: { is: 'away', forMs: 5_000 },
    setUp,
    nowMs: nineMs + 5_000,
    heardAtMs: nineMs,
    latestMs: nineMs,
    owed: 0,
    ...change,
  })

test('a kiosk gives numbers of its own once the hub has been away for five seconds, not for a blink', () => {
  expect(standing({ hub: { is: 'away', forMs: 4_999 } })).toEqual({ is: 'soon' })
  expect(standing({})).toEqual({ is: 'giving', sinceMs: nineMs, untilMs: nineMs + 240 * minute })
  expect(standing({ hub: { is: 'online' } })).toEqual({ is: 'notNeeded' })
})

test('without a letter, without a set-up, or turned away by its hub it gives none', () => {
  expect(standing({ setUp: { ...setUp, letter: '' } })).toEqual({ is: 'never' })
  expect(standing({ setUp: undefined })).toEqual({ is: 'never' })
  expect(standing({ hub: { is: 'turnedAway' } })).toEqual({ is: 'never' })
})

test('after four hours without the hub it stops', () => {
  const last = nineMs + 240 * minute
  expect(standing({ nowMs: last - 1 })).toMatchObject({ is: 'giving' })
  expect(standing({ nowMs: last })).toEqual({ is: 'stopped', sinceMs: nineMs, because: 'offlineOver' })
})

test('it goes by a set-up of the same day alone, unless the hall allows older ones', () => {
  const heardAtMs = nineMs + 14.5 * 60 * minute // 23:30
  const afterMidnight = { heardAtMs, latestMs: heardAtMs, nowMs: heardAtMs + 31 * minute }
  expect(standing(afterMidnight)).toMatchObject({ is: 'stopped', because: 'offlineOver' })
  const patient = { ...kept, policy: { ...kept.policy, offlineSetUpDays: 1 } }
  expect(standing({ ...afterMidnight, setUp: { ...setUp, hall: patient } })).toMatchObject({ is: 'giving' })
})

test('a clock before anything already known is wrong, and gives nothing', () => {
  expect(standing({ nowMs: nineMs - 1 })).toMatchObject({ is: 'stopped', because: 'clockWrong' })
  expect(standing({ nowMs: nineMs + 6_000, latestMs: nineMs + 7_000 })).toMatchObject({
    because: 'clockWrong',
  })
})

test('with two thousand numbers still to hand over it stops', () => {
  expect(standing({ owed: 1_999 })).toMatchObject({ is: 'giving' })
  expect(standing({ owed: 2_000 })).toMatchObject({ because: 'offlineOver' })
})

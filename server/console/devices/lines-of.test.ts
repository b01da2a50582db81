import type { Device, Station } from '@jiaohao/core/contract/station.ts'
import { expect, test } from 'vitest'
import { isFaulty, linesOf } from './lines-of.ts'

const printer = (id: string): Device => ({ id, kind: 'printer', address: 'tcp://h:9100', columns: 48 })
const station = (name: string, online: boolean, states: Record<string, string>): Station => ({
  id: name,
  name,
  kind: 'kiosk',
  counterIds: [],
  zoneId: '',
  may: [],
  devices: [...Object.keys(states), 'silent'].map(printer),
  pairedAtMs: 0,
  online,
  seenAtMs: 1,
  deviceReports: Object.entries(states).map(([id, state]) => ({
    id,
    kind: 'printer',
    state,
    sinceMs: 1,
    detail: '',
  })),
})

test('faults come first, then warnings, then what is well or not heard of', () => {
  const lines = linesOf([station('甲', true, { a: 'ready', b: 'nearEnd', c: 'paperOut', d: 'off' })])
  expect(lines.map(({ state }) => state)).toEqual(['paperOut', 'nearEnd', 'ready', 'off', 'notReported'])
  expect(lines.filter(isFaulty).map(({ state }) => state)).toEqual(['paperOut', 'nearEnd'])
})

test('an away station speaks for its devices, whatever they said last', () => {
  const lines = linesOf([station('乙', false, { a: 'ready' })])
  expect(lines.map(({ state }) => state)).toEqual(['stationAway', 'stationAway'])
  expect(lines.every(isFaulty)).toBe(true)
})

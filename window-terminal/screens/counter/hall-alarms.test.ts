import type { StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import { expect, test } from 'vitest'
import { toldHere } from './hall-alarms.ts'

const untold = (counterId: string): StandingAlarm => ({
  key: counterId,
  raisedAtMs: 0,
  alarm: { is: 'untold', callSeq: 1, number: 'A001', counterId, counterNo: '1', atMs: 0 },
})
const notSaving: StandingAlarm = { key: 'notSaving', raisedAtMs: 0, alarm: { is: 'notSaving' } }
const all = [notSaving, untold('c1'), untold('c2')]

test('a supervisor at a counter is told of the whole hall', () => {
  expect(toldHere(all, 'c1', ['clerk', 'supervisor'])).toEqual(all)
})

test('a clerk is told of what this counter can do something about', () => {
  expect(toldHere(all, 'c1', ['clerk'])).toEqual([notSaving, untold('c1')])
})

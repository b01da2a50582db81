import { expect, test } from 'vitest'
import { clockMs, given, kiosk } from './cast.ts'
import { checkHall } from './check-hall.ts'
import { checkToday } from './check-today.ts'
import type { Policy, Service } from './hall.ts'

const { hall, state } = given(
  kiosk.takes('social'),
  kiosk.takes('social'),
  kiosk.takes('social'),
  kiosk.cancels(3),
)
const withQuota = (quota: Partial<Service['quota']>, policy: Partial<Policy> = {}) => ({
  ...hall,
  services: hall.services.map((each) =>
    each.id === 'social' ? { ...each, quota: { day: null, session: null, slots: [], ...quota } } : each,
  ),
  policy: { ...hall.policy, ...policy },
})
const checked = (quota: Partial<Service['quota']>, policy: Partial<Policy> = {}) =>
  checkToday(withQuota(quota, policy), hall, state, clockMs('09:05'))

test('a quota below what is given today is refused, with how many are', () => {
  const problems = [{ path: 'services.0.quota.day', problem: 'belowGiven', given: 2 }]
  expect(checked({ day: 1 })).toEqual({ refused: 'quotaBelowGiven', problems })
  expect(checked({ day: 2 })).toBeUndefined()
})

test('a session’s and a slot’s quota is judged by what was given in it', () => {
  const sessions = [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ]
  expect(checked({ session: 1 }, { sessions })?.problems).toEqual([
    { path: 'services.0.quota.session', problem: 'belowGiven', given: 2 },
  ])
  const slots = [
    { from: '08:00', to: '09:00', most: 0 },
    { from: '09:00', to: '10:00', most: 1 },
  ]
  expect(checked({ slots })?.problems).toEqual([
    { path: 'services.0.quota.slots.1.most', problem: 'belowGiven', given: 2 },
  ])
})

test('yesterday’s numbers bind no quota of today', () => {
  expect(checkToday(withQuota({ day: 0 }), hall, state, clockMs('09:00') + 86_400_000)).toBeUndefined()
})

test('nobody opens by a calendar that is not signed', () => {
  expect(checked({}, { useCalendar: true })).toEqual({
    refused: 'yearNotLoaded',
    year: 2026,
    problems: [{ path: 'policy.useCalendar', problem: 'unsigned' }],
  })
})

test('spans begin before they end and do not overlap, weekdays come once, and some day is open', () => {
  const problems = (quota: Partial<Service['quota']>, policy: Partial<Policy> = {}) =>
    checkHall(withQuota(quota, policy))
      .filter(({ problem }) => problem !== 'workedNowhere')
      .map(({ path, problem }) => `${path} ${problem}`)
  const span = (from: string, to: string) => ({ from, to, most: 1 })
  expect(problems({ slots: [span('10:00', '09:00')] })).toEqual(['services.0.quota.slots.0.to order'])
  expect(problems({ slots: [span('09:00', '10:00'), span('09:30', '11:00')] })).toEqual([
    'services.0.quota.slots.1.from overlap',
  ])
  const friday = { weekday: 5, sessions: [{ from: '12:00', to: '08:30' }] }
  expect(problems({}, { weekdaySessions: [friday] })).toEqual([
    'policy.weekdaySessions.0.sessions.0.to order',
  ])
  const shut = (weekday: number) => ({ weekday, sessions: [] })
  expect(problems({}, { weekdaySessions: [shut(5), shut(5)] })).toEqual([
    'policy.weekdaySessions.1.weekday repeated',
  ])
  expect(problems({}, { weekdaySessions: [1, 2, 3, 4, 5, 6, 7].map(shut) })).toEqual([
    'policy.weekdaySessions neverOpen',
  ])
})

test('what was so before keeps nobody from saving something else', () => {
  const low = withQuota({ day: 1 })
  expect(
    checkToday({ ...low, policy: { ...low.policy, missCalls: 2 } }, low, state, clockMs('09:05')),
  ).toBeUndefined()
  const unsigned = withQuota({}, { useCalendar: true })
  expect(checkToday(unsigned, unsigned, state, clockMs('09:05'))).toBeUndefined()
})

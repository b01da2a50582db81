import { expect, test } from 'vitest'
import { clockMs, hall } from './cast.ts'
import { checkHall } from './check-hall.ts'
import { Command, type CommandOf } from './command.ts'
import type { Hall } from './hall.ts'
import { offlineNumberOf } from './offline-number.ts'
import { takeOffline } from './take-offline.ts'

const wish = (change: object = {}): CommandOf<'takeTicket'> =>
  Command.parse({
    command: 'takeTicket',
    serviceId: 'social',
    paper: true,
    ...change,
  }) as CommandOf<'takeTicket'>
const take = (from: Hall = hall, change: object = {}, time = '09:00', last = 0) =>
  takeOffline({ hall: from, standing: { is: 'open' } }, 'K', wish(change), () => last, clockMs(time))
const under = (policy: Partial<Hall['policy']>): Hall => ({ ...hall, policy: { ...hall.policy, ...policy } })

test("a number given without the hub has the service's letter, the kiosk's letter and the kiosk's own sequence", () => {
  expect(take()).toEqual({ day: '2026-11-23', series: 'AK', sequence: 1, number: 'AK001' })
  expect(take(hall, { serviceId: 'tax' }, '09:00', 41)).toMatchObject({ number: 'CK042' })
  expect(take(hall, {}, '09:00', 999)).toMatchObject({ number: 'AK1000' })
})

test("the sequence is asked for the hall's own day", () => {
  const asked: string[] = []
  takeOffline(
    { hall, standing: { is: 'open' } },
    'K',
    wish(),
    (series, day) => asked.push(`${series} ${day}`),
    clockMs('23:59'),
  )
  takeOffline(
    { hall, standing: { is: 'open' } },
    'K',
    wish(),
    (series, day) => asked.push(`${series} ${day}`),
    clockMs('24:00'),
  )
  expect(asked).toEqual(['AK 2026-11-23', 'AK 2026-11-24'])
})

test("the hall's rules hold without the hub, as far as they need no queue", () => {
  const morning = under({ sessions: [{ from: '08:30', to: '12:00' }] })
  expect(take(morning, {}, '12:00')).toMatchObject({ refused: 'outsideSessions' })
  expect(take(hall, { serviceId: 'closed' })).toEqual({ refused: 'serviceClosed' })
  expect(take(hall, { serviceId: 'orphan' })).toEqual({ refused: 'noCounterServes' })
  expect(take(hall, { serviceId: 'nowhere' })).toEqual({ refused: 'unknownService' })
  expect(take(hall, { priority: { classId: 'king', ground: '无' } })).toEqual({ refused: 'unknownClass' })
  const slot = { fromMs: clockMs('09:00'), toMs: clockMs('09:30') }
  expect(take(hall, { appointment: slot })).toEqual({ refused: 'notSaved' })
})

test('a hall that was being left gives none', () => {
  const left = { hall, standing: { is: 'evacuated', sinceMs: clockMs('08:59') } } as const
  expect(takeOffline(left, 'K', wish(), () => 0, clockMs('09:00'))).toEqual({ refused: 'hallEvacuated' })
})

test('a number is taken apart into its series, letter and sequence', () => {
  expect(offlineNumberOf('AK001')).toEqual({ series: 'AK', letter: 'K', sequence: 1 })
  expect(offlineNumberOf('ABK1000')).toEqual({ series: 'ABK', letter: 'K', sequence: 1000 })
  expect(offlineNumberOf('A001')).toBeUndefined()
})

test('no service may have the prefix that a kiosk composes', () => {
  const services = hall.services.map((each) => (each.id === 'tax' ? { ...each, prefix: 'AK' } : each))
  const clash = { path: 'services.2.prefix', problem: 'offlineSeries' }
  expect(checkHall({ ...hall, services }, ['K'])).toContainEqual(clash)
  expect(checkHall({ ...hall, services }, ['M'])).not.toContainEqual(clash)
})

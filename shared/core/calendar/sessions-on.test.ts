import { expect, test } from 'vitest'
import { hall as cast } from '../queue/cast.ts'
import type { Hall } from '../queue/hall.ts'
import type { Closure } from './hall-calendar.ts'
import { isOpenDay, sessionsOn } from './sessions-on.ts'
import { year2026 } from './year-2026.ts'

const sessions = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
]
const hallWith = (closures: Closure[], policy: Partial<Hall['policy']> = {}): Hall => ({
  ...cast,
  calendar: { years: [year2026], closures },
  policy: { ...cast.policy, sessions, useCalendar: true, ...policy },
})
const closure = (more: Partial<Closure>): Closure => ({
  id: 'x',
  fromDay: '2026-11-23',
  toDay: '2026-11-24',
  part: null,
  of: { is: 'hall' },
  reason: '停电检修',
  approver: '周主任',
  publishedOn: '2026-11-16',
  ...more,
})
const social = { id: 'social', zoneId: 'ground' }

test('a hall without a calendar works every day, in its sessions', () => {
  const hall = hallWith([], { useCalendar: false })
  expect(isOpenDay(hall, '2027-10-01')).toBe(true)
  expect(sessionsOn(hall, '2026-11-22')).toEqual(sessions)
  expect(sessionsOn({ ...hall, policy: { ...hall.policy, sessions: [] } }, '2026-11-22')).toEqual([
    { from: '00:00', to: '24:00' },
  ])
})

test('a hall with a calendar opens on working days, make-up weekends too, and not on holidays', () => {
  const hall = hallWith([])
  expect(sessionsOn(hall, '2026-11-23')).toEqual(sessions)
  expect(sessionsOn(hall, '2026-02-14')).toEqual(sessions)
  expect(sessionsOn(hall, '2026-10-01')).toEqual([])
  expect(isOpenDay(hall, '2026-11-22')).toBe(false)
  expect(isOpenDay(hall, '2027-01-04')).toEqual({ refused: 'yearNotLoaded', year: 2027 })
})

test('a closure takes its whole days, or cuts its part out of the sessions', () => {
  expect(sessionsOn(hallWith([closure({})]), '2026-11-24')).toEqual([])
  expect(sessionsOn(hallWith([closure({})]), '2026-11-25')).toEqual(sessions)
  expect(sessionsOn(hallWith([closure({ part: { from: '10:00', to: '14:00' } })]), '2026-11-23')).toEqual([
    { from: '08:30', to: '10:00' },
    { from: '14:00', to: '17:30' },
  ])
  expect(sessionsOn(hallWith([closure({ part: { from: '09:00', to: '10:00' } })]), '2026-11-23')).toEqual([
    { from: '08:30', to: '09:00' },
    { from: '10:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ])
})

test('a closure of zones or services leaves the others and the hall open', () => {
  const zones = hallWith([closure({ of: { is: 'zones', zoneIds: ['ground'] } })])
  expect(sessionsOn(zones, '2026-11-23', social)).toEqual([])
  expect(sessionsOn(zones, '2026-11-23', { id: 'tax', zoneId: 'upper' })).toEqual(sessions)
  expect(isOpenDay(zones, '2026-11-23')).toBe(true)
  const services = hallWith([closure({ of: { is: 'services', serviceIds: ['tax'] } })])
  expect(sessionsOn(services, '2026-11-23', social)).toEqual(sessions)
  expect(isOpenDay(services, '2026-11-23', { id: 'tax', zoneId: 'ground' })).toBe(false)
})

test('a weekday has its own sessions where the hall says so; a make-up weekend keeps the usual ones', () => {
  const afternoon = [{ from: '13:30', to: '16:00' }]
  const saturday = [{ from: '09:00', to: '12:00' }]
  const hall = hallWith([], {
    weekdaySessions: [
      { weekday: 5, sessions: afternoon },
      { weekday: 6, sessions: saturday },
      { weekday: 3, sessions: [] },
    ],
  })
  expect(sessionsOn(hall, '2026-11-27')).toEqual(afternoon)
  expect(sessionsOn(hall, '2026-11-25')).toEqual([])
  expect(sessionsOn(hall, '2026-11-28')).toEqual(saturday)
  expect(sessionsOn(hall, '2026-11-29')).toEqual([])
  expect(sessionsOn(hall, '2026-02-14')).toEqual(sessions)
  expect(sessionsOn(hall, '2026-10-03')).toEqual([])
})

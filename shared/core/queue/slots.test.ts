import { expect, test } from 'vitest'
import { year2026 } from '../calendar/year-2026.ts'
import { hall as castHall } from './cast.ts'
import { checkHall } from './check-hall.ts'
import { timeOfDay } from './day.ts'
import type { Hall, Service, SlotRow } from './hall.ts'
import { slotsOn } from './slots.ts'

const weekdays = [1, 2, 3, 4, 5]
const row: SlotRow = { weekdays, from: '09:00', to: '10:30', everyMinutes: 30, capacity: 4 }
const social = castHall.services[0] as Service

function told(day: string, slots: SlotRow[], hall: Partial<Hall> = {}): string[] {
  const here = { ...castHall, ...hall }
  return slotsOn(here, { ...social, slots }, day).map(
    ({ fromMs, toMs, capacity }) =>
      `${timeOfDay(fromMs, here.timeZone)}–${timeOfDay(toMs, here.timeZone)} ${capacity}`,
  )
}

test('a row of the plan is cut into slots, the last one shorter when the minutes do not fit', () => {
  expect(told('2026-11-23', [row])).toEqual(['09:00–09:30 4', '09:30–10:00 4', '10:00–10:30 4'])
  expect(told('2026-11-23', [{ ...row, everyMinutes: 50 }])).toEqual(['09:00–09:50 4', '09:50–10:30 4'])
  expect(told('2026-11-23', [{ ...row, everyMinutes: 600 }])).toEqual(['09:00–10:30 4'])
})

test('each weekday has its own rows, in order of time', () => {
  const afternoon: SlotRow = { weekdays: [1], from: '14:00', to: '15:00', everyMinutes: 60, capacity: 1 }
  expect(told('2026-11-23', [afternoon, { ...row, to: '09:30' }])).toEqual(['09:00–09:30 4', '14:00–15:00 1'])
  expect(told('2026-11-24', [afternoon])).toEqual([])
  expect(told('2026-11-28', [row])).toEqual([])
})

test('a slot reaches to midnight, and one outside the sessions is not offered', () => {
  expect(told('2026-11-23', [{ ...row, from: '23:00', to: '24:00' }])).toEqual([
    '23:00–23:30 4',
    '23:30–00:00 4',
  ])
  const policy = { ...castHall.policy, sessions: [{ from: '09:30', to: '12:00' }] }
  expect(told('2026-11-23', [row], { policy })).toEqual(['09:30–10:00 4', '10:00–10:30 4'])
})

test('nothing is offered on a closed day; a worked weekend follows Monday unless it has its own plan', () => {
  const policy = { ...castHall.policy, useCalendar: true }
  const keeping = { policy, calendar: { years: [year2026], closures: [] } }
  const short = { ...row, to: '09:30' }
  expect(told('2026-10-01', [short], keeping)).toEqual([])
  expect(told('2026-10-10', [short], keeping)).toEqual(['09:00–09:30 4'])
  expect(told('2026-10-10', [short, { ...short, weekdays: [6], capacity: 1 }], keeping)).toEqual([
    '09:00–09:30 1',
  ])
  expect(told('2027-03-01', [short], keeping)).toEqual([])
})

test('where the clock is set forward the slots keep the hall clock', () => {
  const slots = [{ ...row, weekdays: [7], from: '01:00', to: '04:00', everyMinutes: 60 }]
  const there = { timeZone: 'Europe/Berlin' }
  expect(told('2026-03-29', slots, there).map((each) => each.slice(0, 5))).toEqual([
    '01:00',
    '03:00',
    '03:00',
  ])
  expect(told('2026-10-25', slots, there).map((each) => each.slice(0, 5))).toEqual([
    '01:00',
    '02:00',
    '03:00',
  ])
})

test('rows of a plan that lie over each other or end before they begin are refused, each at its field', () => {
  const wrongIn = (slots: SlotRow[]) =>
    checkHall({ ...castHall, services: castHall.services.map((each) => ({ ...each, slots })) })
      .filter(({ path }) => path.startsWith('services.0.slots'))
      .map(({ path, problem }) => `${path} ${problem}`)
  expect(wrongIn([row, { ...row, from: '10:30', to: '24:00' }])).toEqual([])
  expect(wrongIn([row, { ...row, weekdays: [6] }])).toEqual([])
  expect(wrongIn([row, { ...row, weekdays: [5], from: '10:00', to: '11:00' }])).toEqual([
    'services.0.slots.1.from overlap',
  ])
  expect(wrongIn([{ ...row, to: '09:00' }])).toEqual(['services.0.slots.0.to order'])
})

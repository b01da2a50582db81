import { hall } from '@jiaohao/core/queue/cast.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fill, recordedHall } from './recorded-hall.ts'
import { ticketsOf, ticketsSql } from './tickets.ts'
import { visits, visitsSql } from './visits.ts'

let east: ReturnType<typeof recordedHall>
beforeAll(() => {
  east = recordedHall()
  fill(east, { count: 100_000, perDay: 400, firstDay: '2026-01-01' })
})
afterAll(() => east.close())

const planOf = (sql: string, ...bound: unknown[]): string[] =>
  east.db
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...bound)
    .map(({ detail }) => detail)

test('a report touches the asked days alone, by the primary keys, and sorts nothing', () => {
  expect(planOf(visitsSql, hall.id, '2026-03-01', '2026-03-31')).toEqual([
    'SEARCH t USING PRIMARY KEY (hall=? AND day>? AND day<?)',
    'SEARCH l USING PRIMARY KEY (hall=? AND day=? AND n=?)',
  ])
})

test("statistics of the tables do not change a report's plan", () => {
  east.db.exec('analyze')
  expect(
    planOf(visitsSql, hall.id, '2026-03-01', '2026-03-31').every((step) => step.startsWith('SEARCH')),
  ).toBe(true)
})

test('a page of tickets starts where the last one ended, by the primary key', () => {
  const plan = planOf(ticketsSql, hall.id, '2026-03-01', 0, 500)
  expect(plan.filter((step) => step.startsWith('SEARCH ticket'))).toEqual([
    'SEARCH ticket USING PRIMARY KEY (hall=? AND day=? AND n>?)',
  ])
  expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN t'])
})

test('a month is its own days, whole', () => {
  const march = [...visits(east.db, hall.id, '2026-03-01', '2026-03-31')]
  expect(march).toHaveLength(31 * 400)
  expect(march[0]).toMatchObject({ day: '2026-03-01', n: 1 })
  expect(march.at(-1)).toMatchObject({ day: '2026-03-31', n: 400 })
})

test('a day of tickets can be read page by page, none twice and none left out', () => {
  fill(east, { count: 1_100, perDay: 1_100, firstDay: '2027-01-01' })
  const seen: string[] = []
  let after = 0
  for (;;) {
    const page = ticketsOf(east.db, hall.id, { day: '2027-01-01', after })
    if (page.length === 0) break
    seen.push(...page.map(({ ticketId }) => ticketId))
    after = Number(seen.at(-1)?.split('-').at(-1))
  }
  expect(new Set(seen).size).toBe(1_100)
  expect(seen.length).toBe(1_100)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hall, today } from '@jiaohao/core/queue/cast.ts'
import { evolve } from '@jiaohao/core/queue/evolve.ts'
import type { Story } from '@jiaohao/core/queue/given.ts'
import { emptyState } from '@jiaohao/core/queue/state.ts'
import { databaseFile, openDatabase } from '../journal/database.ts'
import { openSqliteJournal } from '../journal/sqlite-journal.ts'
import type { ReportAsk } from './ask.ts'

/** The tests' hall with a real journal in a folder of its own. */
export function recordedHall() {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-reports-'))
  const db = openDatabase(folder, 0)
  const journal = openSqliteJournal(db, hall.id)
  return {
    db,
    store: { databaseFile: databaseFile(folder), hallId: hall.id },
    lives: ({ recorded }: Pick<Story, 'recorded'>): void => {
      let state = emptyState
      for (const each of recorded) {
        const next = evolve(state, each)
        journal.append([each], state, next, [], each.atMs)
        state = next
      }
    },
    close: (): void => {
      db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The whole of the story's Monday, asked for the day after. */
export const monday: ReportAsk = {
  from: today,
  to: today,
  today: '2026-11-24',
  nowMs: Date.parse('2026-11-24T02:00:00Z'),
  timeZone: hall.timeZone,
  sessions: hall.policy.sessions,
  names: {
    services: hall.services.map(({ id, name }) => ({ id, name })),
    counters: hall.counters.map(({ id, no }) => ({ id, name: no })),
    clerks: hall.clerks.map(({ id, name }) => ({ id, name })),
    devices: [],
  },
}

/** Tickets written straight into the tables, `perDay` a day from `firstDay` on: each waits 10 minutes, walks 1, is served 4 and marks 5. */
export function fill(
  { db }: Pick<ReturnType<typeof recordedHall>, 'db'>,
  { count, perDay, firstDay }: { count: number; perDay: number; firstDay: string },
): void {
  const every = `with recursive every (k) as (select 0 union all select k + 1 from every where k + 1 < ?),
    each as (
      select k, date(?, '+' || (k / ?) || ' days') as day, k % ? + 1 as n from every
    ), timed as (select k, day, n, unixepoch(day) * 1000 + n * 1000 as at_ms from each)`
  const ask = [count, firstDay, perDay, perDay]
  db.transaction(() => {
    db.prepare(
      `insert into ticket (hall, day, n, number, secret, issued_at_ms, taken_at, state)
       ${every} select 'east', day, n, 'A' || n, '', at_ms, 'kiosk:kiosk', 'finished' from timed`,
    ).run(...ask)
    db.prepare(
      `insert into leg (hall, day, n, leg, service_id, counter_id, staff_id, queued_at_ms, first_called_at_ms,
         last_called_at_ms, calls, misses, started_at_ms, held_ms, ended_at_ms, ended, rateable, level,
         rated_at_ms, explained)
       ${every} select 'east', day, n, 0, 'social', 'c1', 'li', at_ms, at_ms + 600000, at_ms + 600000, 1, 0,
         at_ms + 660000, 0, at_ms + 900000, 'finished', 1, 5, at_ms + 910000, 0 from timed`,
    ).run(...ask)
  })()
}

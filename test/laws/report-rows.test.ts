import type { Recorded } from '@jiaohao/core/queue/event.ts'
import { evolve } from '@jiaohao/core/queue/evolve.ts'
import { emptyState } from '@jiaohao/core/queue/state.ts'
import { migrations } from '@jiaohao/server/journal/migrations.ts'
import { openTables } from '@jiaohao/server/journal/tables.ts'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lived, recipe } from './queue/random-history.ts'

test('the rows reports read are the same however the events were shared out among commits', () => {
  fc.assert(
    fc.property(recipe, fc.integer({ min: 2, max: 60 }), (each, atOnce) => {
      const { recorded } = lived(each).end
      expect(rowsAfter(recorded, atOnce)).toEqual(rowsAfter(recorded, 1))
    }),
    { numRuns: 15 },
  )
})

/** So many events each, but the turn of a day begins one: all commands of a commit are decided at one instant. */
function commits(recorded: readonly Recorded[], atOnce: number): Recorded[][] {
  const all: Recorded[][] = []
  let ended = false
  for (const each of recorded) {
    const ends = each.by === 'clock' && endOfDay.has(each.event.type)
    const last = all.at(-1)
    if (last && (ended || (last.length < atOnce && !ends))) last.push(each)
    else all.push([each])
    ended = ends
  }
  return all
}

const endOfDay: ReadonlySet<string> = new Set(['ticketExpired', 'counterClosed', 'dayClosed'])

/** The ticket and leg rows when so many events at a time are written. */
function rowsAfter(recorded: readonly Recorded[], atOnce: number) {
  const db = new Database(':memory:')
  for (const sql of migrations) db.exec(sql)
  const tables = openTables(db, 'hall')
  let before = emptyState
  for (const some of commits(recorded, atOnce)) {
    const after = some.reduce(evolve, before)
    tables.write(some, before, after)
    before = after
  }
  const rows = [db.prepare('select * from ticket').all(), db.prepare('select * from leg').all()]
  db.close()
  return rows
}

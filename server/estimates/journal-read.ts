import { Event, type Recorded } from '@jiaohao/core/queue/event.ts'
import type { Db } from '../journal/database.ts'

/** The first event of the newest day; null in a hall that has had none. */
export function todaySeq(db: Db, hallId: string): number | null {
  const row = db
    .prepare<[string], { seq: number | null }>('select max(first_seq) as seq from hall_day where hall = ?')
    .get(hallId)
  return row?.seq ?? null
}

/** The events of the days before the newest one, the newest of them first: from the one seq to before the other. */
export function pastDays(db: Db, hallId: string, most: number): { day: string; from: number; to: number }[] {
  const days = db
    .prepare<[string, number], { day: string; seq: number }>(
      'select day, first_seq as seq from hall_day where hall = ? order by first_seq desc limit ?',
    )
    .all(hallId, most + 1)
  return days.slice(1).map(({ day, seq }, i) => ({ day, from: seq, to: days[i]?.seq ?? seq }))
}

interface Row {
  seq: number
  at_ms: number
  by_whom: string
  body: string
}

/** What happened from this seq on, a page at a time: no reader may hold the log while somebody thinks. */
export function* eventsFrom(
  db: Db,
  hallId: string,
  from: number,
  to = Number.MAX_SAFE_INTEGER,
): Generator<Recorded> {
  const page = db.prepare<[string, number, number], Row>(
    'select seq, at_ms, by_whom, body from event where hall = ? and seq >= ? and seq < ? order by seq limit 500',
  )
  for (let next = from; ; ) {
    const rows = page.all(hallId, next, to)
    for (const { seq, at_ms, by_whom, body } of rows)
      yield { seq, atMs: at_ms, by: by_whom, event: Event.parse(JSON.parse(body)) }
    const last = rows.at(-1)
    if (!last || rows.length < 500) return
    next = last.seq + 1
  }
}

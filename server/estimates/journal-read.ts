import type { Recorded } from '@jiaohao/core/queue/event.ts'
import type { Db } from '../journal/database.ts'
import { type EventRow, recordedOf } from '../journal/event-row.ts'

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

/** What happened from this seq on, a page at a time: no reader may hold the log while somebody thinks. */
export function* eventsFrom(
  db: Db,
  hallId: string,
  from: number,
  to = Number.MAX_SAFE_INTEGER,
): Generator<Recorded> {
  const page = db.prepare<[string, number, number], EventRow>(
    'select seq, at_ms, by_whom, body from event where hall = ? and seq >= ? and seq < ? order by seq limit 500',
  )
  for (let next = from; ; ) {
    const rows = page.all(hallId, next, to)
    for (const row of rows) yield recordedOf(row)
    const last = rows.at(-1)
    if (!last || rows.length < 500) return
    next = last.seq + 1
  }
}

/** One day's events, as far as it has come, how many, and whether it is over; null when there is no such day. */
export function dayEvents(
  db: Db,
  hallId: string,
  day: string,
): { over: boolean; count: number; events: Iterable<Recorded> } | null {
  const seqOf = db.prepare<{ hall: string; day: string }, { seq: number | null }>(
    'select first_seq as seq from hall_day where hall = :hall and day = :day',
  )
  const next = db.prepare<{ hall: string; day: string }, { seq: number | null }>(
    'select min(first_seq) as seq from hall_day where hall = :hall and day > :day',
  )
  const from = seqOf.get({ hall: hallId, day })?.seq
  if (typeof from !== 'number') return null
  const to = next.get({ hall: hallId, day })?.seq ?? undefined
  const last = db
    .prepare<[string], { seq: number }>('select seq from event where hall = ? order by seq desc limit 1')
    .get(hallId)
  const count = (to ?? (last?.seq ?? from) + 1) - from
  return { over: to !== undefined, count, events: eventsFrom(db, hallId, from, to) }
}

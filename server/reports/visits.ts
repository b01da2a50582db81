import type { Db } from '../journal/database.ts'

/** One visit with its legs in order, as the journal's tables hold them. */
export interface Visit {
  day: string
  n: number
  issuedAtMs: number
  state: string
  legs: LegRow[]
}

export interface LegRow {
  leg: number
  serviceId: string
  counterId: string | null
  staffId: string | null
  queuedAtMs: number | null
  slotFromMs: number | null
  firstCalledAtMs: number | null
  misses: number
  startedAtMs: number | null
  heldMs: number
  endedAtMs: number | null
  ended: string | null
  rateable: number
  level: number | null
  ratedAtMs: number | null
}

/** Only the asked days of both tables are touched, in the order of their primary keys (hall, day, n). */
export const visitsSql = `
  select
    t.day, t.n, t.issued_at_ms as issuedAtMs, t.state,
    l.leg, l.service_id as serviceId, l.counter_id as counterId, l.staff_id as staffId,
    l.queued_at_ms as queuedAtMs, l.slot_from_ms as slotFromMs, l.first_called_at_ms as firstCalledAtMs,
    l.misses, l.started_at_ms as startedAtMs, l.held_ms as heldMs, l.ended_at_ms as endedAtMs, l.ended,
    l.rateable, l.level, l.rated_at_ms as ratedAtMs
  from ticket t
  join leg l on l.hall = t.hall and l.day = t.day and l.n = t.n
  where t.hall = ? and t.day >= ? and t.day <= ? and t.state <> 'void'
  order by t.day, t.n, l.leg`

/** The visits of these days in order of issue, voided numbers left out; read in one snapshot, row by row. */
export function* visits(db: Db, hallId: string, from: string, to: string): Generator<Visit> {
  const rows = db
    .prepare<[string, string, string], Omit<Visit, 'legs'> & LegRow>(visitsSql)
    .iterate(hallId, from, to)
  let visit: Visit | undefined
  for (const row of rows) {
    if (visit?.day === row.day && visit.n === row.n) {
      visit.legs.push(row)
      continue
    }
    if (visit) yield visit
    const { day, n, issuedAtMs, state } = row
    visit = { day, n, issuedAtMs, state, legs: [row] }
  }
  if (visit) yield visit
}

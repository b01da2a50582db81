import type { Db } from '../journal/database.ts'
import type { TicketRow, TicketsAsk } from './ask.ts'

const mostTickets = 500

/** A leg's own end if it has one, else how its visit stands; a page never cuts a visit in two. */
export const ticketsSql = `
  select
    t.day || '-' || t.n as ticketId, t.number, l.leg, l.service_id as serviceId, l.counter_id as counterId,
    l.staff_id as staffId, t.issued_at_ms as issuedAtMs, l.first_called_at_ms as firstCalledAtMs, l.calls,
    l.started_at_ms as startedAtMs, l.ended_at_ms as finishedAtMs, coalesce(l.ended, t.state) as state,
    coalesce(l.why, '') as why, l.level is not null as rated
  from (
    select hall, day, n, number, issued_at_ms, state from ticket
    where hall = ? and day = ? and n > ? order by n limit ?
  ) t
  join leg l on l.hall = t.hall and l.day = t.day and l.n = t.n
  order by t.n, l.leg`

/** The legs of the day's next 500 tickets in order of issue, voided ones too: the journal's own record. */
export function ticketsOf(db: Db, hallId: string, { day, after }: TicketsAsk): TicketRow[] {
  return db
    .prepare<[string, string, number, number], Omit<TicketRow, 'rated'> & { rated: number }>(ticketsSql)
    .all(hallId, day, after, mostTickets)
    .map((row) => ({ ...row, rated: row.rated === 1 }))
}

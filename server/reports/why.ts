import { type WhyTold, whyTold } from '@jiaohao/core/queue/why-told.ts'
import type { Db } from '../journal/database.ts'
import { type EventRow, recordedOf } from '../journal/event-row.ts'
import { dayAndN } from '../journal/tables.ts'
import type { WhyAsk } from './ask.ts'

/** The events of one hall day, from its opening to its close. */
const dayEventsSql = `
  select seq, at_ms, by_whom, body from event
  where hall = :hall
    and seq >= (select first_seq from hall_day where hall = :hall and day = :day)
    and seq < coalesce((select min(first_seq) from hall_day where hall = :hall and day > :day), 9e18)
  order by seq`

/** Why a ticket was called when it was, from its own day's events. */
export function whyOf(db: Db, hall: string, { ticketId }: WhyAsk): WhyTold | null {
  const [day] = dayAndN(ticketId)
  const rows = db.prepare<{ hall: string; day: string }, EventRow>(dayEventsSql).iterate({ hall, day })
  return (
    whyTold(
      (function* () {
        for (const row of rows) yield recordedOf(row)
      })(),
      ticketId,
    ) ?? null
  )
}

import type { Recorded } from '@jiaohao/core/queue/event.ts'
import { type HallState, type Leg, type Ticket, ticketOf } from '@jiaohao/core/queue/state.ts'
import type { Db } from './database.ts'

/**
 * The rows reports read: one per ticket and one per leg, written in the same commit as the events, from the
 * state those events led to. They can always be made again from the journal.
 */
export function openTables(db: Db, hall: string) {
  const putTicket = db.prepare(
    `insert into ticket (hall, day, n, number, secret, issued_at_ms, taken_at, state) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (hall, day, n) do update set state = excluded.state`,
  )
  const putLeg = db.prepare(
    `insert into leg (hall, day, n, leg, service_id, counter_id, staff_id, queued_at_ms, slot_from_ms,
       first_called_at_ms, last_called_at_ms, calls, misses, started_at_ms, held_ms, ended_at_ms, ended, why,
       rateable, level, rated_at_ms, rated_by, explained)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (hall, day, n, leg) do update set
       counter_id = excluded.counter_id, staff_id = excluded.staff_id, queued_at_ms = excluded.queued_at_ms,
       first_called_at_ms = excluded.first_called_at_ms, last_called_at_ms = excluded.last_called_at_ms,
       calls = excluded.calls, misses = excluded.misses, started_at_ms = excluded.started_at_ms,
       held_ms = excluded.held_ms, ended_at_ms = excluded.ended_at_ms, ended = excluded.ended, why = excluded.why,
       rateable = excluded.rateable, level = excluded.level, rated_at_ms = excluded.rated_at_ms,
       explained = excluded.explained`,
  )
  const ratedBy = db.prepare('update leg set rated_by = ? where hall = ? and day = ? and n = ? and leg = ?')
  const ratePast = db.prepare(
    'update leg set level = ?, rated_at_ms = ?, rated_by = ? where hall = ? and day = ? and n = ? and leg = ?',
  )
  const explainPast = db.prepare(
    'update leg set explained = 1 where hall = ? and day = ? and n = ? and leg = ?',
  )

  function writeTicket(day: string, ticket: Ticket): void {
    putTicket.run(
      hall,
      day,
      ticket.n,
      ticket.number,
      ticket.secret,
      ticket.issuedAtMs,
      ticket.takenAt,
      ticket.status.at,
    )
    for (const [i, leg] of ticket.legs.entries())
      putLeg.run(hall, day, ticket.n, i, ...columnsOf(ticket, leg))
  }

  return {
    write(recorded: readonly Recorded[], after: HallState): void {
      const touched = new Set<string>()
      for (const { event } of recorded) if ('ticketId' in event) touched.add(event.ticketId)
      for (const ticketId of touched) {
        const ticket = ticketOf(after, ticketId)
        if (ticket) writeTicket(dayAndN(ticketId)[0], ticket)
      }
      for (const { event, atMs } of recorded) {
        if (event.type === 'ticketExpired' && !ticketOf(after, event.ticketId)) expire(event.ticketId)
        if (event.type === 'legRated') {
          const [day, n] = dayAndN(event.ticketId)
          if (ticketOf(after, event.ticketId)) ratedBy.run(event.takenAt, hall, day, n, event.leg)
          else ratePast.run(event.level, atMs, event.takenAt, hall, day, n, event.leg)
        }
        if (event.type === 'ratingExplained') explainPast.run(hall, ...dayAndN(event.ticketId), event.leg)
      }
    },
  }

  /** The day has turned in the same commit, so the state no longer holds the ticket. */
  function expire(ticketId: string): void {
    db.prepare(`update ticket set state = 'expired' where hall = ? and day = ? and n = ?`).run(
      hall,
      ...dayAndN(ticketId),
    )
  }
}

function columnsOf(ticket: Ticket, leg: Leg) {
  const { rating } = leg
  return [
    leg.serviceId,
    leg.counterId,
    leg.staffId,
    leg.queuedAtMs,
    ticket.appointment?.fromMs ?? null,
    leg.firstCalledAtMs,
    leg.lastCalledAtMs,
    leg.calls,
    leg.misses,
    leg.startedAtMs,
    leg.holds.reduce((sum, hold) => sum + (hold.toMs === null ? 0 : hold.toMs - hold.fromMs), 0),
    leg.endedAtMs,
    leg.ended,
    leg.why ? `${leg.why.rule}:${leg.why.passed}` : null,
    rating.is === 'none' ? 0 : 1,
    rating.is === 'rated' ? rating.level : null,
    rating.is === 'rated' ? rating.atMs : null,
    null,
    rating.is === 'rated' && rating.explained ? 1 : 0,
  ]
}

/** `2026-11-23-17` → its day and the number in the day. */
export function dayAndN(ticketId: string): [string, number] {
  const dash = ticketId.lastIndexOf('-')
  return [ticketId.slice(0, dash), Number(ticketId.slice(dash + 1))]
}

import type { EventOf, Recorded } from '@jiaohao/core/queue/event.ts'
import { newLeg } from '@jiaohao/core/queue/new-leg.ts'
import { placeAt } from '@jiaohao/core/queue/place.ts'
import { type HallState, type Leg, type Ticket, ticketOf } from '@jiaohao/core/queue/state.ts'
import type { Db } from './database.ts'
import { insertRows } from './insert-rows.ts'
import { updateChanged } from './update-changed.ts'

/**
 * The rows reports read: one per ticket and one per leg, written in the same commit as the events, from the
 * states before and after them. They can always be made again from the journal.
 */
export function openTables(db: Db, hall: string) {
  const insertTickets = insertRows(db, 'ticket', [
    ...['hall', 'day', 'n', 'number', 'secret', 'issued_at_ms', 'taken_at', 'state'],
    ...['told_p10_ms', 'told_p50_ms', 'told_p90_ms', 'plain_ms'],
  ])
  const insertLegs = insertRows(db, 'leg', [...keyOfLeg, 'service_id', 'slot_from_ms', ...changing])
  const updateTicket = db.prepare('update ticket set state = ? where hall = ? and day = ? and n = ?')
  const updateLeg = updateChanged(db, 'leg', changing, keyOfLeg)
  const expire = db.prepare(`update ticket set state = 'expired' where hall = ? and day = ? and n = ?`)
  const ratedBy = db.prepare('update leg set rated_by = ? where hall = ? and day = ? and n = ? and leg = ?')
  const ratePast = db.prepare(
    'update leg set level = ?, rated_at_ms = ?, rated_by = ? where hall = ? and day = ? and n = ? and leg = ?',
  )
  const explainPast = db.prepare(
    'update leg set explained = 1 where hall = ? and day = ? and n = ? and leg = ?',
  )

  const insertOffline = db.prepare(
    `insert into offline_ticket (hall, local_id, day, n, station, said_at_ms, merged_at_ms)
     values (?, ?, ?, ?, ?, ?, ?)`,
  )

  function writeTickets(ticketIds: Iterable<string>, before: HallState, after: HallState): void {
    const tickets = []
    const legs = []
    for (const ticketId of ticketIds) {
      const ticket = ticketOf(after, ticketId)
      if (!ticket) continue
      const was = ticketOf(before, ticketId)
      const [day, n] = dayAndN(ticketId)
      const { number, secret, issuedAtMs, takenAt, status } = ticket
      if (!was)
        tickets.push([hall, day, n, number, secret, issuedAtMs, takenAt, status.at, ...toldIn(ticket)])
      else if (was.status.at !== status.at) updateTicket.run(status.at, hall, day, n)
      for (const [i, leg] of ticket.legs.entries()) {
        const legWas = was?.legs[i]
        if (legWas === leg) continue
        if (legWas) updateLeg(valuesOf(legWas), valuesOf(leg), hall, day, n, i)
        else legs.push([hall, day, n, i, leg.serviceId, ticket.appointment?.fromMs ?? null, ...valuesOf(leg)])
      }
    }
    insertTickets(tickets)
    insertLegs(legs)
  }

  return {
    write(recorded: readonly Recorded[], before: HallState, after: HallState): void {
      const touched = new Set<string>()
      for (const { event } of recorded) {
        if ('ticketId' in event && event.type !== 'offlineExpired') touched.add(event.ticketId)
      }
      writeTickets(touched, before, after)
      for (const { event, atMs } of recorded) {
        if (event.type === 'ticketTaken' && event.offline) {
          const { localId, saidAtMs } = event.offline
          insertOffline.run(hall, localId, ...dayAndN(event.ticketId), event.takenAt, saidAtMs, atMs)
        }
        if (event.type === 'offlineExpired') writeExpired(event, atMs)
        /** The day has turned in the same commit, so the state no longer holds the ticket. */
        if (event.type === 'ticketExpired' && !ticketOf(after, event.ticketId)) {
          expire.run(hall, ...dayAndN(event.ticketId))
        }
        if (event.type === 'legRated') {
          const [day, n] = dayAndN(event.ticketId)
          if (ticketOf(after, event.ticketId)) ratedBy.run(event.takenAt, hall, day, n, event.leg)
          else ratePast.run(event.level, atMs, event.takenAt, hall, day, n, event.leg)
        }
        if (event.type === 'ratingExplained') explainPast.run(hall, ...dayAndN(event.ticketId), event.leg)
      }
    },
  }

  /** Of a day that is over: in no state, only on record. */
  function writeExpired(event: EventOf<'offlineExpired'>, atMs: number): void {
    const { localId, day, n, number, secret, serviceId, takenAtMs, takenAt, fate } = event
    const state = fate === 'waits' ? 'expired' : fate
    insertTickets([[hall, day, n, number, secret, takenAtMs, takenAt, state, ...toldIn({ told: null })]])
    const place = placeAt(takenAtMs, n)
    const leg = newLeg({ serviceId, target: { to: 'service', serviceId }, place, comeBackTo: null })
    insertLegs([[hall, day, n, 0, serviceId, null, ...valuesOf({ ...leg, queuedAtMs: takenAtMs })]])
    insertOffline.run(hall, localId, day, n, takenAt, takenAtMs, atMs)
  }
}

const keyOfLeg = ['hall', 'day', 'n', 'leg']

/** The columns of a leg that change with time. */
const changing = [
  ...['counter_id', 'staff_id', 'queued_at_ms', 'first_called_at_ms', 'last_called_at_ms', 'calls', 'misses'],
  ...[
    'started_at_ms',
    'held_ms',
    'ended_at_ms',
    'ended',
    'why',
    'rateable',
    'level',
    'rated_at_ms',
    'explained',
  ],
]

/** The range the citizen was told, and what the plain formula would have said. */
function toldIn({ told }: Pick<Ticket, 'told'>) {
  if (!told) return [null, null, null, null]
  const { p10Ms, p50Ms, p90Ms, naiveMs } = told
  return [p10Ms, p50Ms, p90Ms, naiveMs === null ? null : Math.round(naiveMs)]
}

/** In the order of `changing`. */
function valuesOf(leg: Leg) {
  const { rating } = leg
  return [
    leg.counterId,
    leg.staffId,
    leg.queuedAtMs,
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
    rating.is === 'rated' && rating.explained ? 1 : 0,
  ]
}

/** `2026-11-23-17` → its day and the number in the day. */
export function dayAndN(ticketId: string): [string, number] {
  const dash = ticketId.lastIndexOf('-')
  return [ticketId.slice(0, dash), Number(ticketId.slice(dash + 1))]
}

import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { PastLeg } from '@jiaohao/core/queue/asked.ts'
import type { Event, Recorded } from '@jiaohao/core/queue/event.ts'
import type { HallState, Level, TicketStatus } from '@jiaohao/core/queue/state.ts'
import type { PastVisit } from '@jiaohao/core/views/past-phone.ts'
import { openAppointmentTable } from './appointment-table.ts'
import { DataRefused, type Db } from './database.ts'
import { type EventRow, recordedOf } from './event-row.ts'
import { insertRows } from './insert-rows.ts'
import type { Journal, Remembered } from './journal.ts'
import { dayAndN, openTables } from './tables.ts'

/** The journal in SQLite: events, the answers they gave, and the tables reports read, in one commit. */
export function openSqliteJournal(db: Db, hallId: string): Journal {
  const insertEvents = insertRows(db, 'event', ['hall', 'seq', 'at_ms', 'by_whom', 'type', 'body'])
  const insertDay = db.prepare('insert into hall_day (hall, day, first_seq) values (?, ?, ?)')
  const insertAnswers = insertRows(db, 'answer', ['hall', 'asker', 'id', 'at_ms', 'body'])
  const selectAnswer = db.prepare<[string, string, string], { body: string }>(
    'select body from answer where hall = ? and id = ? and asker = ?',
  )
  const selectCalls = db.prepare<[string, number, number], EventRow>(
    `select seq, at_ms, by_whom, body from event
     where hall = ? and seq > ? and type in ('ticketCalled', 'ticketRecalled') order by seq desc limit ?`,
  )
  const selectSecret = db.prepare<[string, string, number], { secret: string }>(
    'select secret from ticket where hall = ? and day = ? and n = ?',
  )
  const selectLeg = db.prepare<
    [string, string, number, number],
    { rateable: number; level: number | null; explained: number; ended_at_ms: number | null }
  >(
    'select rateable, level, explained, ended_at_ms from leg where hall = ? and day = ? and n = ? and leg = ?',
  )
  const selectTicket = db.prepare<
    [string, string, number],
    { number: string; issued_at_ms: number; state: TicketStatus['at'] }
  >('select number, issued_at_ms, state from ticket where hall = ? and day = ? and n = ?')
  const selectLegs = db.prepare<
    [string, string, number],
    {
      leg: number
      service_id: string
      counter_id: string | null
      rateable: number
      level: number | null
      ended_at_ms: number | null
    }
  >(
    `select leg, service_id, counter_id, rateable, level, ended_at_ms from leg
     where hall = ? and day = ? and n = ? order by leg`,
  )
  const selectOffline = db.prepare<[string, string], { day: string; n: number }>(
    'select day, n from offline_ticket where hall = ? and local_id = ?',
  )
  const selectIssued = db.prepare<[string, string], { issued: number }>(
    'select n as issued from ticket where hall = ? and day = ? order by n desc limit 1',
  )
  const deleteAnswers = db.prepare('delete from answer where at_ms < ?')
  const insertIdentityDay = db.prepare('insert or ignore into identity_day (hall, day) values (?, ?)')
  const selectIdentityDays = db.prepare<[string, string], { day: string }>(
    'select day from identity_day where hall = ? and day < ?',
  )
  /** Days lie in the journal one behind the other, so each is a span of the primary key. */
  const removeIdentities = db.prepare(
    `update event set body = case type
         when 'ticketTaken' then json_remove(body, '$.identity')
         when 'appointmentBooked' then json_set(body, '$.booking.identity', null)
         else json_set(body, '$.bookings', json((
           select json_group_array(json_set(value, '$.identity', null)) from json_each(body, '$.bookings'))))
       end
     where hall = @hall and type in ('ticketTaken', 'appointmentBooked', 'appointmentsCarried')
       and instr(body, '"identity":{') > 0
       and seq >= (select first_seq from hall_day where hall = @hall and day = @day)
       and seq < coalesce(
         (select min(first_seq) from hall_day where hall = @hall and day > @day), 9223372036854775807)`,
  )
  const deleteIdentityDay = db.prepare('delete from identity_day where hall = ? and day = ?')
  const forgetIdentities = db.transaction((beforeDay: string) => {
    for (const { day: over } of selectIdentityDays.all(hallId, beforeDay)) {
      removeIdentities.run({ hall: hallId, day: over })
      deleteIdentityDay.run(hallId, over)
    }
  })
  const tables = openTables(db, hallId)
  const appointments = openAppointmentTable(db, hallId)

  const append = db.transaction(
    (
      recorded: readonly Recorded[],
      before: HallState,
      after: HallState,
      answers: readonly Remembered[],
      atMs: number,
    ) => {
      let day = before.day ?? ''
      for (const { seq, event } of recorded) {
        if (event.type === 'dayOpened') {
          day = event.day
          insertDay.run(hallId, day, seq)
        }
        if (holdsIdentity(event)) insertIdentityDay.run(hallId, day)
      }
      insertEvents(
        recorded.map(({ seq, atMs: happenedMs, by, event }) => [
          ...[hallId, seq, happenedMs, by, event.type],
          JSON.stringify(event),
        ]),
      )
      tables.write(recorded, before, after)
      appointments.write(recorded)
      insertAnswers(answers.map(({ asker, id, answer }) => [hallId, asker, id, atMs, JSON.stringify(answer)]))
    },
  )

  return {
    loadToday: () => {
      const last = db
        .prepare<[string], { day: string; first_seq: number }>(
          'select day, first_seq from hall_day where hall = ? order by first_seq desc limit 1',
        )
        .get(hallId)
      if (!last) return []
      const rows = db
        .prepare<[string, number], EventRow>(
          'select seq, at_ms, by_whom, body from event where hall = ? and seq >= ? order by seq',
        )
        .all(hallId, last.first_seq)
      return rows.map((row, i) => {
        if (row.seq !== last.first_seq + i) {
          throw new DataRefused(
            `The journal of ${hallId} has a gap before event ${row.seq}. Restore the newest backup.`,
          )
        }
        return recordedOf(row)
      })
    },
    append,
    tryToSave: () => {
      db.pragma(`user_version = ${db.pragma('user_version', { simple: true })}`)
    },
    answerTo: (asker, id) => {
      const row = selectAnswer.get(hallId, id, asker)
      return row && (JSON.parse(row.body) as Answer)
    },
    callsSince: (seq, limit) => selectCalls.all(hallId, seq, limit).reverse().map(recordedOf),
    secretOf: (ticketId) => selectSecret.get(hallId, ...dayAndN(ticketId))?.secret,
    pastLeg: (ticketId, leg): PastLeg | undefined => {
      const row = selectLeg.get(hallId, ...dayAndN(ticketId), leg)
      return (
        row && {
          ticketId,
          leg,
          rateable: row.rateable === 1,
          rated: row.level as Level | null,
          explained: row.explained === 1,
          finishedAtMs: row.ended_at_ms ?? 0,
        }
      )
    },
    pastVisit: (ticketId): PastVisit | undefined => {
      const ticket = selectTicket.get(hallId, ...dayAndN(ticketId))
      return (
        ticket && {
          ticketId,
          number: ticket.number,
          issuedAtMs: ticket.issued_at_ms,
          at: ticket.state,
          legs: selectLegs.all(hallId, ...dayAndN(ticketId)).map((row) => ({
            leg: row.leg,
            serviceId: row.service_id,
            counterId: row.counter_id,
            rateable: row.rateable === 1,
            rated: row.level !== null,
            endedAtMs: row.ended_at_ms ?? 0,
          })),
        }
      )
    },
    offlineTicket: (localId) => {
      const row = selectOffline.get(hallId, localId)
      return row && `${row.day}-${row.n}`
    },
    issuedOn: (of) => selectIssued.get(hallId, of)?.issued ?? 0,
    forgetIdentities,
    forgetAnswers: (beforeMs) => {
      deleteAnswers.run(beforeMs)
    },
  }
}

/** Does it say whose card was shown? A booking is written again each day it stands. */
function holdsIdentity(event: Event): boolean {
  switch (event.type) {
    case 'ticketTaken':
      return event.identity !== undefined
    case 'appointmentBooked':
      return event.booking.identity !== null
    case 'appointmentsCarried':
      return event.bookings.some(({ identity }) => identity !== null)
    default:
      return false
  }
}

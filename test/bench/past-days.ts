import { openDatabase } from '@jiaohao/server/journal/database.ts'

/** Days that went by in a hall, written straight into its store: events, tickets and legs as a hub leaves them. */
export interface PastDays {
  dataDir: string
  days: number
  ticketsPerDay: number
  /** The last of them, `2026-11-22`. */
  lastDay: string
  progress?: (day: number) => void
}

const dayMs = 86_400_000
const eventsPerTicket = 5

/** Numbers are taken from 8:30 on, each called, served and finished; every third visit is rated. */
export function writePastDays({ dataDir, days, ticketsPerDay, lastDay, progress }: PastDays): void {
  const db = openDatabase(dataDir, Date.now())
  db.pragma('synchronous = OFF')
  db.exec(`create temp table n as with recursive up(n) as (
    select 1 union all select n + 1 from up where n < ${ticketsPerDay}) select n from up`)
  const begin = db.prepare(`insert into hall_day (hall, day, first_seq) values ('hall', :day, :seq)`)
  const mark = db.prepare(`insert into event (hall, seq, at_ms, by_whom, type, body)
    values ('hall', :seq, :atMs, 'clock', :type, json_object('type', :type, 'day', :day))`)
  const events = bodies.map(([type, body], k) =>
    db.prepare(`insert into event (hall, seq, at_ms, by_whom, type, body)
      select 'hall', :seq + (n - 1) * ${eventsPerTicket} + ${k + 1}, :atMs + n * 14000 + ${k * 300_000},
        'staff:clerk-' || (n % 8), '${type}', ${body} from n`),
  )
  const tickets = db.prepare(`insert into ticket (hall, day, n, number, secret, issued_at_ms, taken_at, state)
    select 'hall', :day, n, printf('A%03d', n), hex(randomblob(16)), :atMs + n * 14000, 'kiosk:k1', 'finished' from n`)
  const legs = db.prepare(`insert into leg (hall, day, n, leg, service_id, counter_id, staff_id, queued_at_ms,
      slot_from_ms, first_called_at_ms, last_called_at_ms, calls, misses, started_at_ms, held_ms, ended_at_ms,
      ended, why, rateable, level, rated_at_ms, rated_by, explained)
    select 'hall', :day, n, 0, 'service-' || char(65 + n % 3), 'c' || (1 + n % 8), 'clerk-' || (n % 8),
      :atMs + n * 14000, null, :atMs + n * 14000 + 300000 + n % 977 * 1000,
      :atMs + n * 14000 + 300000 + n % 977 * 1000, 1, 0, :atMs + n * 14000 + 330000 + n % 977 * 1000, 0,
      :atMs + n * 14000 + 630000 + n % 977 * 1000 + n % 331 * 1000, 'finished', 'first:0', 1,
      case when n % 3 = 0 then 5 - n % 2 end, case when n % 3 = 0 then :atMs + n * 14000 + 2000000 end,
      case when n % 3 = 0 then 'evaluator:e1' end, 0 from n`)
  let seq = 1
  for (let i = days - 1; i >= 0; i--) {
    const day = new Date(Date.parse(lastDay) - i * dayMs).toISOString().slice(0, 10)
    const atMs = Date.parse(`${day}T00:30:00Z`)
    db.transaction(() => {
      begin.run({ day, seq })
      mark.run({ day, seq, atMs, type: 'dayOpened' })
      for (const event of events) event.run({ day, seq, atMs })
      tickets.run({ day, atMs })
      legs.run({ day, atMs })
      seq += ticketsPerDay * eventsPerTicket + 1
      mark.run({ day, seq, atMs: atMs + 12 * 3_600_000, type: 'dayClosed' })
      seq += 1
    })()
    progress?.(days - i)
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

const about = `'ticketId', :day || '-' || n, 'leg', 0`
const called = `${about}, 'number', printf('A%03d', n), 'counterId', 'c' || (1 + n % 8),
  'counterNo', '' || (1 + n % 8), 'zoneId', 'main', 'serviceId', 'service-' || char(65 + n % 3)`
const bodies: [string, string][] = [
  [
    'ticketTaken',
    `json_object('type', 'ticketTaken', 'ticketId', :day || '-' || n, 'n', n, 'number', printf('A%03d', n),
      'prefix', 'A', 'sequence', n, 'serviceId', 'service-' || char(65 + n % 3), 'paper', json('false'),
      'takenAt', 'kiosk:k1', 'secret', hex(randomblob(16)), 'priority', null, 'appointment', null,
      'language', 'zh-CN', 'place', json_object('atMs', :atMs + n * 14000, 'tie', 0, 'n', n))`,
  ],
  [
    'ticketCalled',
    `json_object('type', 'ticketCalled', ${called}, 'staffId', 'clerk-' || (n % 8),
      'why', json_object('rule', 'first', 'passed', 0))`,
  ],
  [
    'ticketStarted',
    `json_object('type', 'ticketStarted', ${about}, 'startedAtMs', :atMs + n * 14000 + 330000, 'assumed', json('false'))`,
  ],
  [
    'legFinished',
    `json_object('type', 'legFinished', ${about}, 'counterId', 'c' || (1 + n % 8), 'rateable', json('true'),
      'nonce', hex(randomblob(16)), 'untilMs', :atMs + n * 14000 + 690000)`,
  ],
  ['ticketFinished', `json_object('type', 'ticketFinished', 'ticketId', :day || '-' || n)`],
]

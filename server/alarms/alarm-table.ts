import { Alarm, type AlarmRow, type StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import { type Db, isDiskTrouble } from '../journal/database.ts'

/** The alarms' record: raised and cleared, each with its instant. */
export interface AlarmTable {
  /** Written with the next `write`. Again under the same key and instant: the same alarm, said better. */
  raise(alarm: StandingAlarm): void
  clear(alarm: StandingAlarm, atMs: number): void
  /** Those that stood when the hub was last heard of. */
  standing(): StandingAlarm[]
  /** Newest first, at most 200, of one kind when named, raised before when given. */
  rows(asked: { is?: string | undefined; before?: number | undefined }): AlarmRow[]
  /** All that was raised and cleared since, in one commit; what a full disk keeps from being written is kept for later. */
  write(): void
  forget(beforeMs: number): void
}

interface Row {
  key: string
  raised_at_ms: number
  cleared_at_ms: number | null
  body: string
}

const mostUnwritten = 1_000
const columns = 'key, raised_at_ms, cleared_at_ms, body'

export function openAlarmTable(db: Db, hall: string): AlarmTable {
  const insert = db.prepare(
    'insert into alarm (hall, raised_at_ms, key, kind, body) values (?, ?, ?, ?, ?) on conflict do update set body = excluded.body',
  )
  const update = db.prepare(
    'update alarm set cleared_at_ms = ? where hall = ? and raised_at_ms = ? and key = ?',
  )
  const open = db.prepare<[string], Row>(
    `select ${columns} from alarm where hall = ? and cleared_at_ms is null order by raised_at_ms, key`,
  )
  const newest = db.prepare<[string, number, string | null, string | null], Row>(
    `select ${columns} from alarm where hall = ? and raised_at_ms < ? and (? is null or kind = ?)
     order by raised_at_ms desc, key limit 200`,
  )
  const remove = db.prepare(
    'delete from alarm where hall = ? and raised_at_ms < ? and cleared_at_ms is not null',
  )
  const unwritten: (() => void)[] = []
  const writeAll = db.transaction(() => {
    for (const line of unwritten) line()
  })

  function note(line: () => void): void {
    unwritten.push(line)
    if (unwritten.length > mostUnwritten) unwritten.shift()
  }

  /** An alarm is told also when the disk is full: that is one of the things it is for. */
  function write(): void {
    if (unwritten.length === 0) return
    try {
      writeAll()
      unwritten.length = 0
    } catch (problem) {
      if (!isDiskTrouble(problem)) throw problem
    }
  }

  return {
    raise: ({ key, raisedAtMs, alarm }) =>
      note(() => insert.run(hall, raisedAtMs, key, alarm.is, JSON.stringify(alarm))),
    clear: ({ key, raisedAtMs }, atMs) => note(() => update.run(atMs, hall, raisedAtMs, key)),
    standing: () => open.all(hall).flatMap(rowOf),
    rows: ({ is = null, before = Number.MAX_SAFE_INTEGER }) =>
      newest.all(hall, before, is, is).flatMap(rowOf),
    write,
    forget: (beforeMs) => void remove.run(hall, beforeMs),
  }
}

/** An alarm of an earlier version that this one does not know has nothing to say any more. */
function rowOf(row: Row): AlarmRow[] {
  const alarm = Alarm.safeParse(JSON.parse(row.body))
  if (!alarm.success) return []
  return [{ key: row.key, raisedAtMs: row.raised_at_ms, clearedAtMs: row.cleared_at_ms, alarm: alarm.data }]
}

import { createHash } from 'node:crypto'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { Db } from './journal/database.ts'

/** The append-only record of who changed what; each row's hash covers the row before it. */
export interface Audit {
  note(who: string, what: string, detail?: unknown): void
  /** Newest first, at most 100, older than `before` when given. */
  rows(before?: number): AuditRow[]
  /** Recomputes every hash: `broken` when a row was changed or taken out. */
  chain(): 'whole' | 'broken'
}

export interface AuditRow {
  seq: number
  atMs: number
  who: string
  what: string
  detail: string
  hash: string
}

export function openAudit(db: Db, clock: Clock): Audit {
  const insert = db.prepare(
    'insert into audit (seq, at_ms, who, what, detail, hash) values (?, ?, ?, ?, ?, ?)',
  )
  const last = db.prepare<[], { seq: number; hash: string }>(
    'select seq, hash from audit order by seq desc limit 1',
  )
  const columns = 'seq, at_ms as atMs, who, what, detail, hash'
  const page = db.prepare<[number], AuditRow>(
    `select ${columns} from audit where seq < ? order by seq desc limit 100`,
  )
  const all = db.prepare<[], AuditRow>(`select ${columns} from audit order by seq`)
  return {
    note: db.transaction((who: string, what: string, detail: unknown = '') => {
      const before = last.get() ?? { seq: 0, hash: '' }
      const row = { seq: before.seq + 1, atMs: clock.now(), who, what, detail: textOf(detail) }
      insert.run(row.seq, row.atMs, who, what, row.detail, hashOf(before.hash, row))
    }),
    rows: (before = Number.MAX_SAFE_INTEGER) => page.all(before),
    chain: () => {
      let hash = ''
      let seq = 0
      for (const row of all.iterate()) {
        if (row.seq !== seq + 1 || row.hash !== hashOf(hash, row)) return 'broken'
        hash = row.hash
        seq = row.seq
      }
      return 'whole'
    },
  }
}

function textOf(detail: unknown): string {
  return (typeof detail === 'string' ? detail : JSON.stringify(detail)).slice(0, 4_000)
}

function hashOf(before: string, row: Omit<AuditRow, 'hash'>): string {
  const text = JSON.stringify([before, row.seq, row.atMs, row.who, row.what, row.detail])
  return createHash('sha256').update(text).digest('base64url')
}

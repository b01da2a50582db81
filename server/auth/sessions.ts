import type { Clock } from '@jiaohao/core/clock.ts'
import type { Staff } from '@jiaohao/core/contract/routes.ts'
import { type Db, ifDiskAllows } from '../journal/database.ts'
import type { StaffAccounts } from '../staff.ts'
import { freshSecret, hashOf } from './secret.ts'

export const idleMinutes = 30
const longestMs = 14 * 3_600_000
const seenEveryMs = 60_000

/** Staff sessions, on the server's side: the cookie is a random token, its hash is what is stored. */
export function openSessions(db: Db, clock: Clock, staff: StaffAccounts) {
  const insert = db.prepare(
    'insert into session (hash, staff_id, opened_at_ms, seen_at_ms) values (?, ?, ?, ?)',
  )
  const select = db.prepare<[string], { staff_id: string; opened_at_ms: number; seen_at_ms: number }>(
    'select staff_id, opened_at_ms, seen_at_ms from session where hash = ?',
  )
  const touch = db.prepare('update session set seen_at_ms = ? where hash = ?')
  const remove = db.prepare('delete from session where hash = ?')
  const removeOf = db.prepare('delete from session where staff_id = ?')

  /** Not idle too long, not too old, the account active. */
  function holder(hash: string): { account: Staff; seenAtMs: number } | undefined {
    const row = select.get(hash)
    if (!row) return undefined
    const now = clock.now()
    if (now - row.seen_at_ms > idleMinutes * 60_000 || now - row.opened_at_ms > longestMs) {
      ifDiskAllows(() => remove.run(hash))
      return undefined
    }
    const account = staff.find(row.staff_id)
    return account?.active ? { account, seenAtMs: row.seen_at_ms } : undefined
  }

  return {
    open: (staffId: string): string => {
      const token = freshSecret()
      insert.run(hashOf(token), staffId, clock.now(), clock.now())
      return token
    },
    /** Whose session this is, if it is alive; being asked keeps it alive. */
    whose: (token: string): Staff | undefined => {
      const hash = hashOf(token)
      const found = holder(hash)
      const now = clock.now()
      if (found && now - found.seenAtMs > seenEveryMs) ifDiskAllows(() => touch.run(now, hash))
      return found?.account
    },
    /** Is it alive? Looking does not keep it alive. */
    isAlive: (token: string): boolean => holder(hashOf(token)) !== undefined,
    close: (token: string): void => void remove.run(hashOf(token)),
    closeAllOf: (staffId: string): void => void removeOf.run(staffId),
  }
}

export type Sessions = ReturnType<typeof openSessions>

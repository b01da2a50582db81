import { freshSecret } from './auth/secret.ts'
import type { Db } from './journal/database.ts'

/** A secret of the hall's own, made when it is first asked for and the same ever after. */
export function hallSecret(db: Db, hall: string, name: string): string {
  const kept = db
    .prepare<[string, string], { secret: string }>(
      'select secret from hall_secret where hall = ? and name = ?',
    )
    .get(hall, name)
  if (kept) return kept.secret
  const secret = freshSecret()
  db.prepare('insert into hall_secret (hall, name, secret) values (?, ?, ?)').run(hall, name, secret)
  return secret
}

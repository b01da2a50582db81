import type { Statement } from 'better-sqlite3'
import type { Db } from './database.ts'

type Value = string | number | null

/**
 * Updates those columns of a row that differ from what it was, found by the columns of its key. The same few
 * sets of columns change together all day, so each has its statement.
 */
export function updateChanged(db: Db, table: string, columns: readonly string[], key: readonly string[]) {
  const where = key.map((each) => `${each} = ?`).join(' and ')
  const statements = new Map<number, Statement>()

  function statementFor(changed: number): Statement {
    const known = statements.get(changed)
    if (known) return known
    const set = columns.filter((_, i) => changed & (1 << i)).map((each) => `${each} = ?`)
    const statement = db.prepare(`update ${table} set ${set.join(', ')} where ${where}`)
    statements.set(changed, statement)
    return statement
  }

  return (was: readonly Value[], now: readonly Value[], ...keyValues: Value[]): void => {
    let changed = 0
    const values: Value[] = []
    for (const [i, value] of now.entries()) {
      if (value === was[i]) continue
      changed |= 1 << i
      values.push(value)
    }
    if (changed !== 0) statementFor(changed).run(...values, ...keyValues)
  }
}

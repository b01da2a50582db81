import type { Db } from './database.ts'

type Value = string | number | null

/** So many rows share a statement: what a statement costs by itself is then next to nothing. */
const atOnce = 16

/** Inserts rows of a table, each given as the values of these columns in order. */
export function insertRows(db: Db, table: string, columns: readonly string[]) {
  const row = `(${columns.map(() => '?').join(', ')})`
  const prepared = (rows: number) =>
    db.prepare(
      `insert into ${table} (${columns.join(', ')}) values ${Array.from({ length: rows }, () => row).join(', ')}`,
    )
  const [one, many] = [prepared(1), prepared(atOnce)]
  return (rows: readonly (readonly Value[])[]): void => {
    let done = 0
    for (; done + atOnce <= rows.length; done += atOnce) many.run(rows.slice(done, done + atOnce).flat())
    for (; done < rows.length; done++) one.run(rows[done])
  }
}

import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from './migrations.ts'

export type Db = Database.Database

/** Checkpoints are made beside the commands (checkpoints.ts); only a log this long, 64 MB, makes a commit help. */
const mostLogPages = 16_384

/** The data cannot be used as it is; the message says why and what to do. The files are left as they were. */
export class DataRefused extends Error {}

/** Opens the hub's one database file in this folder, bringing its schema up to date after a backup. */
export function openDatabase(dataDir: string, nowMs: number): Db {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = databaseFile(dataDir)
  const known = existsSync(path)
  try {
    if (known) refuseNewer(path, dataDir)
    const db = new Database(path, { timeout: 5_000 })
    if (!known) chmodSync(path, 0o600)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma(`wal_autocheckpoint = ${mostLogPages}`)
    migrate(db, dataDir, known, nowMs)
    return db
  } catch (problem) {
    throw refusedData(problem, dataDir)
  }
}

/** What SQLite says of a damaged file, in words an operator can act on; anything else as it was. */
export function refusedData(problem: unknown, dataDir: string): unknown {
  if (!isSqlite(problem)) return problem
  return new DataRefused(
    `${databaseFile(dataDir)} cannot be used (${problem.code}: ${problem.message}). Nothing was changed. ` +
      `Copy the folder away, then put the newest file of ${join(dataDir, 'backups')} in its place, ` +
      'or start with another --data folder.',
    { cause: problem },
  )
}

/** Looked at through a read-only connection, which on closing leaves even a log from a crash as it was. */
function refuseNewer(path: string, dataDir: string): void {
  const db = new Database(path, { readonly: true, timeout: 5_000 })
  const done = db.pragma('user_version', { simple: true }) as number
  db.close()
  if (done > migrations.length) {
    throw new DataRefused(
      `The data in ${dataDir} was written by a newer version (schema ${done}, this one knows ${migrations.length}). ` +
        'Start that version, or restore a backup made before the upgrade.',
    )
  }
}

export const databaseFile = (dataDir: string): string => join(dataDir, 'jiaohao.db')

export function isSqlite(problem: unknown): problem is Error & { code: string } {
  return problem instanceof Database.SqliteError
}

/** A row with this key is there already: a command repeated, or another writer. */
export const isRepeat = (problem: unknown): boolean =>
  isSqlite(problem) && problem.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'

/** The disk is full, gone or locked: nothing to mend in the program, and it may pass by itself. */
export const isDiskTrouble = (problem: unknown): boolean =>
  isSqlite(problem) && /^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)/.test(problem.code)

/** For what is good to know and not worth stopping for (last seen, housekeeping): skipped while the disk is in trouble. */
export function ifDiskAllows(write: () => void): void {
  try {
    write()
  } catch (problem) {
    if (!isDiskTrouble(problem)) throw problem
  }
}

function migrate(db: Db, dataDir: string, known: boolean, nowMs: number): void {
  const done = db.pragma('user_version', { simple: true }) as number
  if (done === migrations.length) return
  if (known && done > 0) backUp(db, dataDir, `schema-${done}-${nowMs}`)
  db.transaction(() => {
    for (const [i, sql] of migrations.entries()) if (i >= done) db.exec(sql)
    db.pragma(`user_version = ${migrations.length}`)
  })()
}

/** A consistent copy beside the data; `vacuum into` never overwrites an existing file. */
export function backUp(db: Db, dataDir: string, name: string): string {
  const folder = join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.db`)
  db.prepare('vacuum into ?').run(file)
  return file
}

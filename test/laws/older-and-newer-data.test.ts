import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataRefused, databaseFile, openDatabase } from '@jiaohao/server/journal/database.ts'
import { migrations } from '@jiaohao/server/journal/migrations.ts'
import { openSqliteJournal } from '@jiaohao/server/journal/sqlite-journal.ts'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

test('data of an older version is copied away whole before it is brought up to date', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-older-'))
  const old = new Database(databaseFile(dataDir))
  old.exec(migrations[0] ?? '')
  old.exec(`insert into hall_day (hall, day, first_seq) values ('hall', '2026-03-10', 1)`)
  old.pragma('user_version = 1')
  old.close()

  openDatabase(dataDir, 1_000).close()
  expect(readdirSync(join(dataDir, 'backups'))).toEqual(['schema-1-1000.db'])
  for (const [file, version] of [
    [join(dataDir, 'backups/schema-1-1000.db'), 1],
    [databaseFile(dataDir), migrations.length],
  ] as const) {
    const db = new Database(file, { readonly: true })
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    expect(db.prepare('select day from hall_day').all()).toEqual([{ day: '2026-03-10' }])
    db.close()
  }
  openDatabase(dataDir, 2_000).close()
  expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1)
  rmSync(dataDir, { recursive: true })
})

test('events and answers of the first schema are read by this one', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-oldest-'))
  const old = new Database(databaseFile(dataDir))
  old.exec(migrations[0] ?? '')
  old.exec(`
    insert into hall_day (hall, day, first_seq) values ('hall', '2026-03-10', 1);
    insert into event (hall, seq, day, at_ms, by_whom, type, body) values
      ('hall', 2, '2026-03-10', 20, 'staff:li', 'counterOpened', '{"type":"counterOpened","counterId":"c1","staffId":"li"}'),
      ('hall', 1, '2026-03-10', 10, 'clock', 'dayOpened', '{"type":"dayOpened","day":"2026-03-10"}');
    insert into ticket (hall, day, n, number, secret, issued_at_ms, taken_at, state) values
      ('hall', '2026-03-10', 1, 'A001', '', 30, 'kiosk:k', 'waiting');
    insert into answer (hall, asker, id, at_ms, body) values ('hall', 'staff:li', 'x1', 20, '{"done":{"seq":2}}');
  `)
  old.pragma('user_version = 1')
  old.close()

  const db = openDatabase(dataDir, 1_000)
  const journal = openSqliteJournal(db, 'hall')
  expect(journal.loadToday()).toEqual([
    { seq: 1, atMs: 10, by: 'clock', event: { type: 'dayOpened', day: '2026-03-10' } },
    { seq: 2, atMs: 20, by: 'staff:li', event: { type: 'counterOpened', counterId: 'c1', staffId: 'li' } },
  ])
  expect(journal.answerTo('staff:li', 'x1')).toEqual({ done: { seq: 2 } })
  expect(db.prepare('select number, told_p50_ms as told from ticket').all()).toEqual([
    { number: 'A001', told: null },
  ])
  db.close()
  rmSync(dataDir, { recursive: true })
})

test("a newer version's file and the log its crash left stay as they were, byte for byte", () => {
  const [lived, dataDir] = [
    mkdtempSync(join(tmpdir(), 'jiaohao-lived-')),
    mkdtempSync(join(tmpdir(), 'jiaohao-newer-')),
  ]
  const newer = openDatabase(lived, 1_000)
  newer.pragma('wal_checkpoint(truncate)')
  newer.pragma('user_version = 9999')
  for (const end of ['', '-wal'])
    copyFileSync(`${databaseFile(lived)}${end}`, `${databaseFile(dataDir)}${end}`)
  const bytes = () => ['', '-wal'].map((end) => readFileSync(`${databaseFile(dataDir)}${end}`, 'base64'))
  const before = bytes()

  expect(() => openDatabase(dataDir, 2_000)).toThrow(DataRefused)
  expect(bytes()).toEqual(before)
  newer.close()
  for (const folder of [lived, dataDir]) rmSync(folder, { recursive: true })
})

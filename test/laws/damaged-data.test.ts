import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataRefused, databaseFile } from '@jiaohao/server/journal/database.ts'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openTestHall } from '../hall/open-hall.ts'

/** A hall with a number taken, closed again; then something happens to its one file. */
async function damaged(
  damage: (file: string) => void,
): Promise<{ dataDir: string; file: string; before: Buffer }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-damaged-'))
  const hall = await openTestHall({ dataDir })
  const kiosk = await hall.station({ kind: 'kiosk' })
  for (let i = 0; i < 5; i++) {
    await kiosk.client.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  }
  await hall.close()
  const file = databaseFile(dataDir)
  damage(file)
  return { dataDir, file, before: readFileSync(file) }
}

test.each<[string, (file: string) => void, RegExp]>([
  ['random bytes', (file) => writeFileSync(file, Buffer.alloc(20_000, 0x5a)), /cannot be used.*backups/s],
  ['a truncated file', (file) => truncateSync(file, 5_000), /cannot be used.*backups/s],
  [
    'a file of a newer version',
    (file) => change(file, 'pragma user_version = 9999'),
    /newer version.*backup/s,
  ],
  [
    'a gap in the journal',
    (file) => change(file, "delete from event where type = 'ticketTaken' and seq = 4"),
    /gap.*backup/s,
  ],
  [
    'an event nobody can read',
    (file) => change(file, `update event set body = '{"type":"gone"}' where seq = 4`),
    /cannot be read/,
  ],
  ['a set-up nobody can read', (file) => change(file, setUpOf('{"name":1}')), /set-up cannot be read/],
])('%s stops the start with the reason, and the file stays as it was', async (_what, damage, reason) => {
  const { dataDir, file, before } = await damaged(damage)
  const refusal = await openTestHall({ dataDir }).then(
    () => undefined,
    (problem: unknown) => problem,
  )
  expect(refusal).toBeInstanceOf(DataRefused)
  expect((refusal as DataRefused).message).toMatch(reason)
  expect(readFileSync(file).equals(before)).toBe(true)
  rmSync(dataDir, { recursive: true, force: true })
})

const setUpOf = (body: string) =>
  `insert into set_up (hall, version, at_ms, who, body) values ('hall', 1, 0, 'test', '${body}')`

function change(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { pairedKey } from '@jiaohao/station/keeper.ts'
import { expect, test } from 'vitest'
import { openTestHall } from '../hall/open-hall.ts'

test('a station shows a code, waits for the administrator, keeps its key for itself and needs no second code', async () => {
  const hall = await openTestHall()
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-keeper-'))
  const said: string[] = []
  const options = {
    hubUrl: hall.url,
    dataDir,
    kind: 'kiosk' as const,
    clock: clockOf(globalThis),
    say: (line: string) => said.push(line),
    pollEveryMs: 20,
  }
  const pairing = pairedKey(options)
  const { stations } = hall.hub.parts
  await expect.poll(() => stations.pairings().length).toBe(1)
  const code = stations.pairings()[0]?.code ?? ''
  await expect.poll(() => said.join()).toContain(code)
  stations.confirm(code, StationSetUp.parse({ kind: 'kiosk', name: '1号取号机' }))

  const key = await pairing
  expect(stations.whoHolds(key)).toMatchObject({ as: 'kiosk' })
  expect(statSync(join(dataDir, 'station.key')).mode & 0o777).toBe(0o600)
  expect(await pairedKey(options)).toBe(key)
  await hall.close()
  rmSync(dataDir, { recursive: true })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { expect, test } from 'vitest'
import { listen } from '../hall/listen.ts'
import { openTestHall } from '../hall/open-hall.ts'

const root = resolve(import.meta.dirname, '../..')

test('each app starts from its command line, pairs by the code it prints, serves its page and ends when told', async () => {
  const hall = await openTestHall()
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-process-'))
  const { stations } = hall.hub.parts
  for (const [app, kind] of [
    ['kiosk', 'kiosk'],
    ['window-terminal', 'window'],
    ['hall-display', 'display'],
  ] as const) {
    const child = spawn(process.execPath, [
      join(root, app, 'main.ts'),
      ...['--hub', hall.url, '--data', join(dataDir, app), '--port', '0'],
    ])
    const said = listen(child)
    const code = await said(/(\d{6})/)
    expect(stations.pairings()).toMatchObject([{ code, kind }])
    stations.confirm(code, StationSetUp.parse({ kind, name: app }))
    const page = await said(new RegExp(`${app}: (http://127\\.0\\.0\\.1:\\d+)`))
    expect((await fetch(page, { redirect: 'manual' })).status).toBe(302)
    await said(/(The hub is there)/)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  }
  await hall.close()
  rmSync(dataDir, { recursive: true })
})

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { expect, test } from 'vitest'
import { openChildHub } from '../hall/child-hub.ts'
import { connect } from '../hall/client.ts'

const prlimit = ['/usr/bin/prlimit', '/bin/prlimit'].find((path) => existsSync(path))
const take = { command: 'takeTicket', serviceId: 'service-A', paper: false, language: 'zh-CN' } as const

/** The kernel refuses the hub's process any larger file: what a full disk does, on any machine. */
test.skipIf(!prlimit)(
  'with the disk full commands are refused as not saved, reads go on, and it recovers by itself',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-full-'))
    const hub = await openChildHub({ dataDir, kiosks: 1 })
    const limit = (bytes: string) =>
      execFileSync(prlimit ?? '', [`--pid=${hub.pid}`, `--fsize=${bytes}:unlimited`])
    const kiosk = await connect(hub.url, { key: hub.people.kiosks[0] ?? '' })
    const health = async () => routes.health.reply.parse(await (await fetch(`${hub.url}/api/health`)).json())

    expect(await kiosk.send(take)).toMatchObject({ done: { number: 'A001' } })
    limit('1')
    expect(await kiosk.send(take, 'same')).toEqual({ refused: 'notSaved' })
    expect(await health()).toMatchObject({ saving: false })
    const late = await connect(hub.url, { key: hub.people.kiosks[0] ?? '' })
    const seen = await late.watch({ view: 'kiosk' })
    expect(seen.view().taken.map(({ number }) => number)).toEqual(['A001'])
    const overHttp = await fetch(`${hub.url}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.people.kiosks[0]}` },
      body: JSON.stringify({ id: 'over-http', command: take }),
    })
    expect(overHttp.status).toBe(503)
    expect(await overHttp.json()).toMatchObject({ refused: 'notSaved' })

    limit('unlimited')
    while (!(await health()).saving) await new Promise(setImmediate)
    expect(await kiosk.send(take, 'same')).toMatchObject({ done: { number: 'A002' } })
    kiosk.close()
    late.close()
    await hub.stop()
    rmSync(dataDir, { recursive: true })
  },
)

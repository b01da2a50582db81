import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { mostScreenshotBytes } from '@jiaohao/core/contract/inspection.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { buildScreens } from '../build-screens.ts'
import { listen } from '../hall/listen.ts'
import { openTestHall } from '../hall/open-hall.ts'
import { chromiumPath, headless } from './chromium.ts'

const root = resolve(import.meta.dirname, '../..')

test.skipIf(!chromiumPath())(
  'npm run kiosk -- --browser opens the kiosk over the whole screen, takes a number there, and closes with it',
  { timeout: 120_000 },
  async () => {
    await buildScreens()
    const hall = await openTestHall()
    const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-kiosk-'))
    const child = spawn(
      process.execPath,
      [join(root, 'kiosk/main.ts'), '--hub', hall.url, '--data', dataDir, '--port', '0', '--browser'],
      { env: { ...process.env, PATH: `${browserWithoutScreen(dataDir)}${delimiter}${process.env.PATH}` } },
    )
    const said = listen(child)
    const code = await said(/(\d{6})/)
    hall.hub.parts.stations.confirm(code, StationSetUp.parse({ kind: 'kiosk', name: '取号机' }))
    const station = await said(/kiosk: (http:\/\/127\.0\.0\.1:\d+)/)

    const browser = await opened(dataDir)
    const pages = () => browser.contexts().flatMap((each) => each.pages())
    await expect
      .poll(() => pages().map((each) => each.url()), { timeout: 30_000 })
      .toContain(`${station}/kiosk`)
    const page = pages().find((each) => each.url().startsWith(station))
    await page?.getByText('社会保险').first().click()
    await page?.getByRole('button', { name: '取号' }).click()
    await page?.getByText('001').first().waitFor()

    const { cookie } = await hall.staff('zhang', 'supervisor')
    const photographed = async () => {
      const [{ id } = { id: '' }] = hall.hub.parts.stations.list()
      const headers = { cookie }
      const reply = await fetch(`${hall.url}/api/stations/${id}/screenshot`, { method: 'POST', headers })
      return (await reply.json()) as { jpeg?: string; refused?: string }
    }
    const jpeg = Buffer.from((await photographed()).jpeg ?? '', 'base64')
    expect(jpeg.subarray(0, 3).toString('hex')).toBe('ffd8ff')
    expect(jpeg.length).toBeGreaterThan(5_000)
    expect(jpeg.length).toBeLessThanOrEqual(mostScreenshotBytes)
    // Somebody leads the browser of the kiosk to a clerk's desk.
    await page?.goto(`${hall.url}/counter`)
    expect((await photographed()).refused).toBe('otherPage')

    const gone = once(browser, 'disconnected')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    await gone
    await hall.close()
    rmSync(dataDir, { recursive: true, force: true })
  },
)

/** This machine's own Chromium as the product finds it on PATH, told besides to need no screen and to be watched. */
function browserWithoutScreen(dataDir: string): string {
  const folder = join(dataDir, 'bin')
  mkdirSync(folder)
  const program = `#!/bin/sh\nexec '${chromiumPath()}' --headless --remote-debugging-port=0 ${headless.join(' ')} "$@"\n`
  writeFileSync(join(folder, 'chromium'), program, { mode: 0o755 })
  return folder
}

/** Chromium writes the port it listens on into its profile. */
async function opened(dataDir: string) {
  const portFile = join(dataDir, 'browser', 'DevToolsActivePort')
  const read = () => {
    try {
      return readFileSync(portFile, 'utf8').split('\n')[0] ?? ''
    } catch (problem) {
      if ((problem as { code?: string }).code === 'ENOENT') return ''
      throw problem
    }
  }
  await expect.poll(read, { timeout: 30_000 }).toMatch(/^\d+$/)
  return chromium.connectOverCDP(`http://127.0.0.1:${read()}`)
}

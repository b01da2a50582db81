import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, openBrowser } from './chromium.ts'
import { moving, tooSmall, unreached } from './page-checks.ts'
import { servePages } from './served-pages.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'jiaohao-pages-'))

/** The citizens' screens at their true size, in the states somebody has to do something in. */
const screens = {
  kiosk: {
    size: { width: 1080, height: 1920 },
    states: ['ordinary', 'sheet', 'cardWanted', 'take', 'failed', 'held', 'checkIn'],
  },
  phone: { size: { width: 390, height: 844 }, states: ['waiting', 'called', 'finished', 'paused'] },
  book: { size: { width: 390, height: 844 }, states: ['services', 'slots', 'finding', 'mine'] },
  evaluator: { size: { width: 1024, height: 600 }, states: ['idle', 'asked'] },
  board: { size: { width: 1920, height: 1080 }, states: ['ordinary', 'evacuated'] },
}
const shown = Object.entries(screens).flatMap(([screen, { size, states }]) =>
  states.flatMap((state) => [
    { screen, size, state, also: '' },
    { screen, size, state, also: '&accessible' },
  ]),
)

describe.skipIf(!chromiumPath())('what citizens stand before', () => {
  let browser: Browser
  let page: Page
  let pages: Awaited<ReturnType<typeof servePages>>
  beforeAll(async () => {
    const { build } = await import('vite')
    const { default: config } = await import('../../vite.config.ts')
    const input = Object.keys(screens).map((name) => join(root, `test/screens/gallery/${name}.html`))
    await build({
      ...config,
      configFile: false,
      logLevel: 'warn',
      build: { ...config.build, outDir: folder, minify: false, rolldownOptions: { input } },
    })
    pages = await servePages(folder)
    browser = await openBrowser()
    page = await browser.newPage({ reducedMotion: 'reduce' })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(shown)(
    '$screen $state $also: large enough to hit, reached by keyboard, still when asked to be',
    async ({ screen, size, state, also }) => {
      await page.setViewportSize(size)
      await page.goto(`${pages.url}/test/screens/gallery/${screen}.html?state=${state}${also}`)
      await page.waitForFunction(() => document.body.textContent.trim().length > 5)
      await page.evaluate(() => document.fonts.ready)
      expect(await tooSmall(page)).toEqual([])
      expect(await moving(page)).toEqual([])
      expect(await unreached(page)).toEqual([])
    },
  )
})

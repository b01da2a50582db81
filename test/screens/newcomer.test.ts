import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { emptyHall } from '@jiaohao/server/empty-hall.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildScreens } from '../build-screens.ts'
import { openFloor } from '../floor/open-floor.ts'
import { chromiumPath, openBrowser } from './chromium.ts'

const screensDir = resolve(import.meta.dirname, '../../dist/screens')

/** The whole promise of the product, by hand, in a real browser over real bytes. */
test.skipIf(!chromiumPath())(
  'a newcomer opens the floor, takes a number, calls it, sees and hears it, rates it and finds it in the day report',
  { timeout: 90_000 },
  async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${floor.url}/floor`)

    const kiosk = page.frameLocator('iframe[data-kiosk="kiosk1"]')
    await kiosk.getByText('社会保险').first().click()
    await kiosk.getByRole('button', { name: '取号' }).click()
    await kiosk.getByText('请取走小票').waitFor()
    await page.getByRole('button', { name: /小票/ }).first().waitFor()

    const counter = page.getByRole('article', { name: /1/ }).first()
    await counter.getByRole('button', { name: '叫下一位' }).click()
    await counter.getByText('A001').first().waitFor()
    await boardShows(page, '001')
    await counter.getByRole('img', { name: /请A001号/ }).waitFor()

    await counter.getByRole('button', { name: '请评价' }).click()
    await counter.getByRole('button', { name: '非常满意' }).click()

    const report = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await report.goto(`${floor.url}/floor/enter/demo?to=console`)
    await report.getByText('评价 / 应评').waitFor()
    await expect.poll(() => report.getByText('/ 1').count(), { timeout: 15_000 }).toBeGreaterThan(0)
  },
)

test.skipIf(!chromiumPath())(
  'the day is seen again up to its last call, and played with one more counter, and the hall goes on as it was',
  { timeout: 90_000 },
  async () => {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(`${floor.url}/floor/enter/demo?to=replay`)
    const api = async (path: string) => (await page.request.get(`${floor.url}/api/${path}`)).json()
    const [{ day }] = (await api('reports/days')) as [{ day: string }]
    const tickets = () => api(`tickets?day=${day}`)
    const before = await tickets()
    const calls = page.getByRole('region', { name: '最近叫号' })
    await calls.getByText('还没有叫号').waitFor()
    expect(await calls.getByText('A001').count()).toBe(0)
    await page.getByRole('button', { name: '600×' }).click()
    await page.getByRole('button', { name: '播放' }).click()
    await calls.getByText('A001').first().waitFor()
    await page.getByRole('slider', { name: '当日时刻' }).press('Home')
    await calls.getByText('还没有叫号').waitFor()
    await page.getByRole('button', { name: '推演这一天' }).click()
    await page.getByRole('columnheader', { name: '换个做法' }).waitFor()
    expect(
      await page
        .getByRole('row', { name: /叫到 . 来过/ })
        .first()
        .textContent(),
    ).toContain('1 / 1')
    expect(before).toMatchObject([{ number: 'A001' }])
    expect(await tickets()).toEqual(before)
    await page.close()
  },
)

test.skipIf(!chromiumPath())(
  'a card that cannot be right is laid on a kiosk of the floor, and the kiosk says what to do',
  { timeout: 90_000 },
  async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${floor.url}/floor`)
    const kiosk = page.frameLocator('iframe[data-kiosk="kiosk1"]')
    await kiosk.getByText('社会保险').first().waitFor()
    await page.getByRole('button', { name: '证件·扫码' }).first().click()
    await page.getByRole('button', { name: '校验位不对的证件' }).click()
    await kiosk.getByText('请到服务台').waitFor()
    await page.getByRole('switch', { name: '未授权' }).click()
    await page.getByRole('status').getByText('未授权').waitFor()
    await page.close()
  },
)

let browser: Browser
let floor: Awaited<ReturnType<typeof openFloor>>
let dataDir: string

beforeAll(async () => {
  if (!chromiumPath()) return
  await buildScreens()
  dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-floor-'))
  browser = await openBrowser()
  floor = await openFloor({
    dataDir,
    port: 0,
    address: '127.0.0.1',
    clock: clockOf(globalThis),
    firstSetUp: emptyHall,
    screensDir,
    logLevel: 'silent',
    onBroken: (problem) => {
      throw problem
    },
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await floor?.close()
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
})

async function boardShows(page: Page, digits: string): Promise<void> {
  await page.frameLocator('.board-wall iframe').first().getByText(digits).first().waitFor()
}

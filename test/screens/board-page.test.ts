import { resolve } from 'node:path'
import { openHallDisplay } from '@jiaohao/hall-display/open-hall-display.ts'
import { expect, test } from 'vitest'
import { buildScreens } from '../build-screens.ts'
import { openTestHall } from '../hall/open-hall.ts'
import { stationFolder } from '../hall/station-folder.ts'
import { chromiumPath, openBrowser } from './chromium.ts'

const screensDir = resolve(import.meta.dirname, '../../dist/screens')

test.skipIf(!chromiumPath())(
  'a board says what it has shown, follows its zone, and keeps the last truth when the hub is away',
  { timeout: 120_000 },
  async () => {
    await buildScreens()
    const hall = await openTestHall()
    const folder = stationFolder()
    const { id, key, client } = await hall.station({ kind: 'display' })
    client.close()
    const kiosk = (await hall.station({ kind: 'kiosk' })).client
    const clerk = (await hall.staff('li', 'clerk')).client
    const today = await (await hall.staff('zhang', 'supervisor')).client.watch({ view: 'today' })
    const display = await openHallDisplay({ ...folder.start(hall.url, key), screensDir })
    const browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    const broken: string[] = []
    page.on('pageerror', (problem) => broken.push(problem.message))
    await page.goto(display.url)
    await page.getByText('窗口暂未开放').waitFor()

    await clerk.send({ command: 'openCounter', counterId: 'c1' })
    await page.getByText('暂无叫号').waitFor()
    await kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
    await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })
    await today.until(({ calls }) => calls[0]?.shownBy.length === 1)
    expect(await page.locator('.newest-line').textContent()).toMatch(/^A001[^a-z]*1号窗口$/)

    const { stations, cutOff } = hall.hub.parts
    const setUp = stations.find(id)
    if (!setUp) throw new Error('no such station')
    stations.change(id, { ...setUp, zoneId: 'main' })
    cutOff((who) => who.as === 'display', 'signedOut')
    await page.getByText('一楼大厅').waitFor()

    await hall.hub.close()
    await page.getByText('叫号系统连接中断').waitFor()
    await page.reload()
    await page.getByText('叫号系统连接中断').waitFor()
    expect(await page.locator('.newest-line').textContent()).toContain('001')
    await hall.restart()
    await page.getByText('叫号系统连接中断').waitFor({ state: 'detached' })

    expect(broken).toEqual([])
    await browser.close()
    await display.close()
    await hall.close()
    folder.remove()
  },
)

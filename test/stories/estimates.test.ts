import type { WaitMinutes } from '@jiaohao/core/estimate/waits.ts'
import { ticketOf } from '@jiaohao/core/queue/state.ts'
import { afterEach, expect, test } from 'vitest'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'

let hall: TestHall
afterEach(() => hall.close())

/** Four citizens served one after the other, and six more who wait. */
async function busyHall() {
  hall = await openTestHall()
  const { client: clerk } = await hall.staff('li', 'clerk')
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const take = (paper = false) =>
    kiosk.send({ command: 'takeTicket', serviceId: 'social', paper, language: 'zh-CN' })
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  for (let i = 0; i < 4; i++) {
    await take()
    await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })
  }
  await clerk.send({ command: 'finish', counterId: 'c1', wrapUp: false })
  for (let i = 0; i < 6; i++) await take()
  return { kiosk, take }
}

/** A machine at work on other things may keep the estimates' thread waiting. */
const patient = { timeout: 20_000 }
const known = () => hall.hub.parts.estimates.seq()
const happened = () => hall.hub.parts.loop.state().seq

test('the range on the tile, on the slip and on record are one and the same', async () => {
  const { kiosk, take } = await busyHall()
  const screen = await kiosk.watch({ view: 'kiosk' })
  await expect.poll(known, patient).toBe(happened())
  await screen.until(({ services }) => services[0]?.wait !== null)
  const tile = screen.view().services[0]?.wait as WaitMinutes
  await take(true)
  await screen.until(({ toPrint }) => toPrint.length === 1)
  expect(screen.view().toPrint[0]?.wait).toEqual(tile)
  const { low, high } =
    ticketOf(hall.hub.parts.loop.state(), screen.view().toPrint[0]?.ticketId ?? '')?.told ?? {}
  expect({ low, high }).toEqual(tile)
})

test('everybody who waits has a range, and a restart knows them again from the journal', async () => {
  await busyHall()
  await expect.poll(() => hall.hub.parts.estimates.now().n.length, patient).toBe(6)
  const before = hall.hub.parts.estimates.now().rangesMs
  await hall.restart()
  await expect.poll(() => hall.hub.parts.estimates.now().n.length, patient).toBe(6)
  expect([...hall.hub.parts.estimates.now().rangesMs].length).toBe(before.length)
})

test('a phone is told its own range while it waits', async () => {
  await busyHall()
  const phone = await hall.phone(`${hall.hub.parts.loop.state().day}-10`)
  const page = await phone.watch({ view: 'phone' })
  await page.until(({ wait }) => wait !== null)
  expect(page.view().wait?.high).toBeGreaterThanOrEqual(page.view().wait?.low ?? 0)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { Device, StationSetUp } from '@jiaohao/core/contract/station.ts'
import { values } from '@jiaohao/core/queue/sorted.ts'
import { openPrinterTwin, type PrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'
import { openWire } from '../hall/wire.ts'

const clock = clockOf(globalThis)
let hall: TestHall
let printer: PrinterTwin
let folder: StationFolder
let kiosk: Station
let page: Client
let key: string
let id: string

const quick = HallSetUp.parse({ ...smallHall, policy: { ...smallHall.policy, offlineAfterSeconds: 1 } })

beforeEach(async () => {
  hall = await openTestHall({ setUp: quick })
  printer = await openPrinterTwin({ clock })
  folder = stationFolder()
  const devices = [Device.parse({ id: 'printer', kind: 'printer', address: printer.address })]
  const paired = await hall.station({ kind: 'kiosk', name: '1号取号机', devices, offlineLetter: 'K' })
  paired.client.close()
  ;({ key, id } = paired)
  const li = await hall.staff('li', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  await openIt()
})

afterEach(async () => {
  page.close()
  await kiosk.close()
  await printer.close()
  await hall.close()
  folder.remove()
})

async function openIt(hubUrl = hall.url) {
  kiosk = await openKiosk(folder.start(hubUrl, key))
  await expect.poll(() => kiosk.devices()[0]?.state, { timeout: 10_000 }).toBe('ready')
  page = await connect(kiosk.url, {})
}

const takeSocial = { command: 'takeTicket', serviceId: 'social', paper: true, language: 'zh-CN' } as const
const slips = () => printer.papers().map((paper) => paper.text)
const setUpIsKept = () =>
  expect
    .poll(() => readFileSync(join(folder.start(hall.url, key).dataDir, 'offline-set-up.json'), 'utf8'))
    .toContain('"letter":"K"')
const numbersWaiting = () => {
  const { tickets } = hall.hub.parts.loop.state()
  return values(tickets)
    .filter(({ status }) => status.at === 'waiting')
    .map(({ number }) => number)
}
const haveCome = (count: number) =>
  expect.poll(() => hall.hub.parts.loop.state().counts.taken, { timeout: 15_000 }).toBe(count)

test('with the hub away the kiosk gives its own numbers, and hands them over when it is back', {
  timeout: 60_000,
}, async () => {
  const view = await page.watch({ view: 'kiosk' })
  expect(await page.send(takeSocial)).toMatchObject({ done: { number: 'A001' } })
  await view.until(({ taken: [newest] }) => newest?.slip === 'settled')
  await setUpIsKept()
  await hall.hub.close()

  const away = await view.until(({ offline }) => offline?.is === 'giving')
  expect(away.services[0]).toMatchObject({ name: '社会保险', shut: null })
  expect(await page.send(takeSocial, 'tap-1')).toMatchObject({ done: { number: 'AK001' } })
  expect(await page.send(takeSocial, 'tap-1')).toMatchObject({ done: { number: 'AK001' } })
  expect(await page.send(takeSocial)).toMatchObject({ done: { number: 'AK002' } })
  await view.until(({ taken: [newest] }) => newest?.number === 'AK002' && newest.slip === 'settled')
  expect(slips().slice(1)).toEqual([
    expect.stringMatching(/AK001[\s\S]*号码有效/),
    expect.stringMatching(/AK002[\s\S]*号码有效/),
  ])

  await hall.restart()
  await haveCome(3)
  const { state } = hall.hub.parts.loop
  expect(state().offline.kiosks[`kiosk:${id}`]).toMatchObject({ count: 2, drifted: 0 })
  await view.until(({ offline }) => offline === undefined)
  expect(await page.send(takeSocial)).toMatchObject({ done: { number: 'A002' } })
  const li = await hall.staff('wang', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c2' })
  const called = []
  for (let i = 0; i < 3; i++) {
    const answer = await li.client.send({ command: 'callNext', counterId: 'c2', finishCurrent: true })
    called.push('done' in answer && answer.done.number)
  }
  expect(called).toEqual(['A001', 'AK001', 'AK002'])
})

test('killed without the hub, it starts again with its printer, its minutes and its sequence', {
  timeout: 60_000,
}, async () => {
  let view = await page.watch({ view: 'kiosk' })
  await setUpIsKept()
  await hall.hub.close()
  const { offline } = await view.until((each) => each.offline?.is === 'giving')
  await page.send(takeSocial)
  await view.until(({ taken: [newest] }) => newest?.slip === 'settled')
  page.close()
  await kiosk.close()

  await openIt()
  view = await page.watch({ view: 'kiosk' })
  const again = await view.until((each) => each.offline?.is === 'giving')
  expect(again.offline).toEqual(offline)
  expect(await page.send(takeSocial)).toMatchObject({ done: { number: 'AK002' } })
  await expect.poll(() => slips().length, { timeout: 10_000 }).toBe(2)
  await hall.restart()
  await haveCome(2)
})

test("the slip of a number given without the hub opens the citizen's page once it has come in", {
  timeout: 60_000,
}, async () => {
  const view = await page.watch({ view: 'kiosk' })
  await setUpIsKept()
  await hall.hub.close()
  await view.until(({ offline }) => offline?.is === 'giving')
  await page.send(takeSocial)
  const { taken } = await view.until(({ taken: [newest] }) => newest?.slip === 'settled')
  const [, ticketId = '', secret = ''] = /phone#([\w-]+)\.([\w-]+)$/.exec(taken[0]?.url ?? '') ?? []
  await hall.restart()
  await haveCome(1)
  const phone = await connect(hall.url, { ticket: { ticketId, secret } })
  expect((await phone.watch({ view: 'phone' })).view()).toMatchObject({ number: 'AK001', at: 'waiting' })
  phone.close()
  await expect(connect(hall.url, { ticket: { ticketId, secret: `${secret}x` } })).rejects.toThrow()
})

test('without paper and without a confirmation the number is void, and comes in as void', {
  timeout: 60_000,
}, async () => {
  const view = await page.watch({ view: 'kiosk' })
  const brief = { ...quick, policy: { ...quick.policy, confirmNumberSeconds: 5 } }
  hall.hub.parts.setUp.write(0, brief, 'wang')
  hall.hub.parts.applySetUp()
  await expect
    .poll(() => readFileSync(join(folder.start(hall.url, key).dataDir, 'offline-set-up.json'), 'utf8'))
    .toContain('"confirmNumberSeconds":5')
  await printer.faults.set('paperOut', true)
  await hall.hub.close()
  await view.until(({ offline }) => offline?.is === 'giving')
  await page.send(takeSocial)
  await view.until(({ taken: [newest] }) => newest?.slip === 'failed' && newest.confirmByMs !== null)
  await page.send(takeSocial)
  const { taken } = await view.until(
    ({ taken: [newest] }) => newest?.number === 'AK002' && newest.slip === 'failed',
  )
  expect(await page.send({ command: 'confirmNumber', ticketId: taken[0]?.ticketId ?? '' })).toHaveProperty(
    'done',
  )
  await view.until((each) => each.taken[1]?.slip === 'void')
  await hall.restart()
  await haveCome(2)
  expect(numbersWaiting()).toEqual(['AK002'])
})

test('a number asked for and never answered does not become two: not when it was made, not when it comes late', async () => {
  const wire = await openWire(hall.url)
  page.close()
  await kiosk.close()
  await openIt(wire.url)
  const view = await page.watch({ view: 'kiosk' })
  await setUpIsKept()

  wire.deafen()
  const answer = page.send(takeSocial, 'tap-1')
  await haveCome(1)
  wire.cut()
  expect(await answer).toMatchObject({ done: { number: 'AK001' } })
  await view.until(({ taken: [newest] }) => newest?.slip === 'settled')

  wire.mend()
  await haveCome(2)
  await view.until(({ offline }) => offline === undefined)
  expect(numbersWaiting()).toEqual(['AK001'])
  expect(slips()).toEqual([expect.stringContaining('AK001')])

  wire.cut()
  await view.until(({ offline }) => offline?.is === 'giving')
  expect(await page.send(takeSocial, 'tap-2')).toMatchObject({ done: { number: 'AK002' } })
  wire.mend()
  await haveCome(3)
  const late = await connect(hall.url, { key })
  expect(await late.send(takeSocial, 'tap-1')).toMatchObject({ done: { number: 'A001' } })
  expect(await late.send(takeSocial, 'tap-2')).toEqual({ refused: 'stale' })
  expect(numbersWaiting()).toEqual(['AK001', 'AK002'])
  late.close()
  await wire.close()
}, 60_000)

test("two kiosks cannot have one letter, and no letter composes another service's prefix", async () => {
  const admin = await hall.staff('gao', 'administrator')
  const put = async (change: object) => {
    const setUp = StationSetUp.parse({ kind: 'kiosk', name: '2号取号机', ...change })
    const { id: other } = hall.hub.parts.stations.add(
      StationSetUp.parse({ kind: 'kiosk', name: '2号取号机' }),
    )
    const response = await fetch(`${hall.url}/api/stations/${other}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: admin.cookie },
      body: JSON.stringify(setUp),
    })
    return response.json()
  }
  expect(await put({ offlineLetter: 'M' })).toEqual({ ok: true })
  expect(await put({ offlineLetter: 'K' })).toMatchObject({
    refused: 'invalid',
    problems: [{ path: 'offlineLetter', problem: 'letterTaken' }],
  })
  const { setUp } = hall.hub.parts
  const [first, ...others] = quick.services
  const clash = { ...quick, services: [first, { ...others[0], prefix: 'AK' }] } as HallSetUp
  expect(setUp.write(0, clash, 'gao')).toMatchObject({
    problems: [{ path: 'services.1.prefix', problem: 'offlineSeries' }],
  })
})

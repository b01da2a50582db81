import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import type { Service } from '@jiaohao/core/queue/hall.ts'
import { slotsOn } from '@jiaohao/core/queue/slots.ts'
import { openPrinterTwin, type PrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import { openJobs } from '@jiaohao/station/jobs.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
let hall: TestHall
let printer: PrinterTwin
let folder: StationFolder
let kiosk: Station
let key: string
let id: string

beforeEach(async () => {
  hall = await openTestHall()
  printer = await openPrinterTwin({ clock })
  folder = stationFolder()
  const devices = [Device.parse({ id: 'printer', kind: 'printer', address: printer.address })]
  const paired = await hall.station({ kind: 'kiosk', name: '1号取号机', devices })
  paired.client.close()
  ;({ key, id } = paired)
  const li = await hall.staff('li', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  kiosk = await openKiosk(folder.start(hall.url, key))
  await printerIs('ready')
})

afterEach(async () => {
  await kiosk.close()
  await printer.close()
  await hall.close()
  folder.remove()
})

const printerIs = (state: string) =>
  expect.poll(() => kiosk.devices()[0]?.state, { timeout: 10_000 }).toBe(state)

const takeSocial = { command: 'takeTicket', serviceId: 'social', paper: true, language: 'zh-CN' } as const
const slips = () => printer.papers().map((paper) => paper.text)

test('a booking checked in at the kiosk comes out of its printer with the slot on it, once', async () => {
  const { loop } = hall.hub.parts
  const fromMs =
    slotsOn(loop.hall(), loop.hall().services[0] as Service, loop.state().day ?? '')[0]?.fromMs ?? 0
  const booked = await loop.ask(
    { command: 'bookAppointment', serviceId: 'social', fromMs, language: 'zh-CN' },
    { as: 'public' },
    'book-1',
  )
  const code = 'done' in booked ? (booked.done.appointment?.code ?? '') : ''
  const page = await connect(kiosk.url, {})
  const view = await page.watch({ view: 'kiosk' })
  const shows = { command: 'checkIn', by: { is: 'code', code }, paper: true } as const
  expect(await page.send(shows)).toMatchObject({ done: { number: 'A001' } })
  await view.until(({ taken }) => taken[0]?.slip === 'settled')
  expect(await page.send(shows)).toMatchObject({ done: { number: 'A001', again: true } })
  expect(slips()).toEqual([expect.stringMatching(/A001[\s\S]*预约 00:00～00:00/)])
  page.close()
})

test('a number taken on the page of the kiosk comes out of its printer once, and then waits', async () => {
  const page = await connect(kiosk.url, {})
  const view = await page.watch({ view: 'kiosk' })
  const answer = await page.send(takeSocial, 'tap-1')
  expect(answer).toMatchObject({ done: { number: 'A001' } })
  expect(await page.send(takeSocial, 'tap-1')).toEqual(answer)
  await view.until(({ taken }) => taken[0]?.slip === 'settled')
  expect(slips()).toEqual([expect.stringContaining('A001')])
  expect(view.view().services[0]?.waiting).toBe(1)
  page.close()
})

test('without paper the slip fails, the number is shown, and a reprint brings one slip, marked as such', async () => {
  await printer.faults.set('paperOut', true)
  await printerIs('paperOut')
  const page = await connect(kiosk.url, {})
  const view = await page.watch({ view: 'kiosk' })
  await page.send(takeSocial)
  const { taken } = await view.until(({ taken: [newest] }) => newest?.slip === 'failed')
  expect(taken[0]).toMatchObject({ number: 'A001', why: 'paperOut' })

  await printer.faults.set('paperOut', false)
  await printerIs('ready')
  expect(slips()).toEqual([])
  await page.send({ command: 'reprint', ticketId: taken[0]?.ticketId ?? '' })
  await expect.poll(slips).toEqual([expect.stringContaining('补打')])
  page.close()
})

test('without paper the page is told which other kiosk prints, and no longer when that one cannot either', async () => {
  const second = await openPrinterTwin({ clock })
  const devices = [Device.parse({ id: 'printer', kind: 'printer', address: second.address })]
  const paired = await hall.station({ kind: 'kiosk', name: '2号取号机', devices })
  paired.client.close()
  const its = stationFolder()
  const other = await openKiosk(its.start(hall.url, paired.key))
  const page = await connect(kiosk.url, {})
  const view = await page.watch({ view: 'kiosk' })
  await view.until(({ otherKiosks }) => otherKiosks[0]?.name === '2号取号机')
  await second.faults.set('coverOpen', true)
  await view.until(({ otherKiosks }) => otherKiosks.length === 0)
  await second.faults.set('coverOpen', false)
  await view.until(({ otherKiosks }) => otherKiosks.length === 1)
  await other.close()
  await view.until(({ otherKiosks }) => otherKiosks.length === 0)
  page.close()
  await second.close()
  its.remove()
})

test('a slip is laid out as the hall has set it', async () => {
  const page = await connect(kiosk.url, {})
  const { setUp, applySetUp } = hall.hub.parts
  const { version, hall: saved } = setUp.read()
  const line = { part: 'line', zh: '咨询电话 12345', en: '', align: 'centre', size: 1 } as const
  setUp.write(version, { ...saved, slip: { ...saved.slip, parts: [...saved.slip.parts, line] } }, 'wang')
  applySetUp()
  await page.send(takeSocial)
  await expect.poll(slips).toEqual([expect.stringMatching(/A001[\s\S]*咨询电话 12345$/)])
  page.close()
})

test('a slip that a dying process had begun is unknown, and is not printed again by itself', async () => {
  await kiosk.close()
  const another = await connect(hall.url, { key })
  const view = await another.watch({ view: 'kiosk' })
  await another.send(takeSocial)
  const owed = await view.until(({ toPrint }) => toPrint.length === 1)
  const { dataDir } = folder.start(hall.url, key)
  const jobs = openJobs(dataDir)
  expect(jobs.begin(owed.toPrint[0]?.jobId ?? '')).toBe('new')
  jobs.close()

  kiosk = await openKiosk(folder.start(hall.url, key))
  const { taken } = await view.until(({ taken: [newest] }) => newest?.slip === 'unknown')
  expect(taken[0]?.why).toBe('interrupted')
  expect(slips()).toEqual([])
  another.close()
})

test('a slip that was printed is told again when the news was lost, and not printed again', async () => {
  await kiosk.close()
  const another = await connect(hall.url, { key })
  const view = await another.watch({ view: 'kiosk' })
  await another.send(takeSocial)
  const owed = await view.until(({ toPrint }) => toPrint.length === 1)
  const jobId = owed.toPrint[0]?.jobId ?? ''
  const jobs = openJobs(folder.start(hall.url, key).dataDir)
  jobs.begin(jobId)
  jobs.end(jobId, { result: 'printed', why: '' })
  jobs.close()

  kiosk = await openKiosk(folder.start(hall.url, key))
  await view.until(({ taken: [newest] }) => newest?.slip === 'settled')
  expect(slips()).toEqual([])
  expect(readFileSync(join(folder.start(hall.url, key).dataDir, 'printed.log'), 'utf8')).toBe(
    `${jobId} printed\n`,
  )
  another.close()
})

test('when the hub restarts the page keeps its view, is told, and goes on', async () => {
  const page = await connect(kiosk.url, {})
  const told: string[] = []
  page.socket.on('local', ({ hub }) => told.push(hub.is))
  const view = await page.watch({ view: 'kiosk' })
  await hall.hub.close()
  await expect.poll(() => told.at(-1)).toBe('away')
  expect(await page.send(takeSocial)).toEqual({ refused: 'notSaved' })

  const late = await connect(kiosk.url, {})
  const lateView = await late.watch({ view: 'kiosk' })
  expect(lateView.view().hall.name).toBe('示例大厅')

  await hall.restart()
  await expect.poll(() => told.at(-1), { timeout: 15_000 }).toBe('online')
  await page.send(takeSocial)
  await view.until(({ taken: [newest] }) => newest?.slip === 'settled')
  expect(slips()).toHaveLength(1)
  page.close()
  late.close()
})

test('another printer in the set-up is used without a restart, and the hub is told how it is', async () => {
  const second = await openPrinterTwin({ clock })
  const { stations, tellStation } = hall.hub.parts
  const setUp = stations.find(id)
  if (!setUp) throw new Error('no such station')
  const devices = [Device.parse({ id: 'second', kind: 'printer', address: second.address })]
  stations.change(id, { ...setUp, devices })
  tellStation(id)
  await expect
    .poll(() => stations.list()[0]?.deviceReports, { timeout: 10_000 })
    .toMatchObject([{ id: 'second', state: 'ready' }])

  const page = await connect(kiosk.url, {})
  await page.send(takeSocial)
  await expect.poll(() => second.papers().length).toBe(1)
  expect(slips()).toEqual([])
  page.close()
  await second.close()
})

test('a withdrawn key cuts the station off, and its page is told that the hub is away', async () => {
  const { stations, cutOff } = hall.hub.parts
  stations.withdraw(id)
  cutOff((who) => 'stationId' in who && who.stationId === id, 'keyWithdrawn')
  await expect.poll(() => kiosk.state()).toMatchObject({ is: 'turnedAway', because: 'keyWithdrawn' })
})

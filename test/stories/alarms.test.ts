import { type Clock, clockOf } from '@jiaohao/core/clock.ts'
import type { AlarmRow, StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { openPrinterTwin, type PrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
const within = { timeout: 30_000 }
const beganMs = clock.now()
/** The hub's day runs ten times as fast, so that nobody waits for its patience. */
const hurried: Clock = {
  now: () => beganMs + 10 * (clock.now() - beganMs),
  after: (delayMs, run) => clock.after(delayMs / 10, run),
}
const policy = { ...smallHall.policy, deliverySeconds: 20, idleWithQueueSeconds: 60 }
let hall: TestHall
let printer: PrinterTwin
let folder: StationFolder
let kiosk: Station
let key: string
let cookie: string
let clerk: Client
let told: StandingAlarm[][]

beforeEach(async () => {
  hall = await openTestHall({ clock: hurried, setUp: HallSetUp.parse({ ...smallHall, policy }) })
  printer = await openPrinterTwin({ clock })
  folder = stationFolder()
  const devices = [Device.parse({ id: 'printer', kind: 'printer', address: printer.address })]
  const paired = await hall.station({ kind: 'kiosk', name: '1号取号机', devices })
  paired.client.close()
  key = paired.key
  kiosk = await openKiosk(folder.start(hall.url, key))
  clerk = (await hall.staff('li', 'clerk')).client
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  ;({ cookie } = await hall.staff('zhang', 'supervisor'))
  told = []
  const supervisor = await connect(hall.url, { cookie })
  supervisor.socket.on('alarms', (standing) => told.push(standing))
  await expect.poll(() => kiosk.devices()[0]?.state, within).toBe('ready')
})

afterEach(async () => {
  await kiosk.close()
  await printer.close()
  await hall.close()
  folder.remove()
})

const standing = () => hall.hub.parts.alarms.standing().map((each) => each.alarm)
const kinds = () => standing().map(({ is }) => is)
const record = async (is: string) => {
  const reply = await fetch(`${hall.url}/api/alarms?is=${is}`, { headers: { cookie } })
  return (await reply.json()) as AlarmRow[]
}
const take = (paper: boolean) => async () => {
  const page = await connect(kiosk.url, {})
  await page.send({ command: 'takeTicket', serviceId: 'social', paper, language: 'zh-CN' })
  page.close()
}

test('a broken printer raises one alarm, told to staff, and its recovery clears it; both stand in the record', async () => {
  await printer.faults.set('paperOut', true)
  await expect
    .poll(standing, within)
    .toMatchObject([{ is: 'deviceDown', station: '1号取号机', device: 'printer', state: 'paperOut' }])
  await printer.faults.set('coverOpen', true)
  await expect.poll(standing, within).toMatchObject([{ is: 'deviceDown', state: 'coverOpen' }])
  expect(await record('deviceDown')).toMatchObject([{ clearedAtMs: null }])

  await printer.faults.set('coverOpen', false)
  await printer.faults.set('paperOut', false)
  await expect.poll(standing, within).toEqual([])
  const [row, ...others] = await record('deviceDown')
  expect(others).toEqual([])
  expect(row?.clearedAtMs).toBeGreaterThanOrEqual(row?.raisedAtMs ?? Number.POSITIVE_INFINITY)
  await expect.poll(() => told.at(-1)).toEqual([])
  expect(new Set(told.flat().map(({ raisedAtMs }) => raisedAtMs)).size).toBe(1)
})

test('a call that no display shows or speaks is an alarm until somebody does, and stays on record', async () => {
  const display = await hall.station({ kind: 'display', name: '综合屏' })
  display.client.close()
  await take(false)()
  await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })
  await expect.poll(kinds, within).toContain('untold')
  expect(await record('untold')).toMatchObject([
    { clearedAtMs: null, alarm: { number: 'A001', counterNo: '1' } },
  ])

  const back = await connect(hall.url, { key: display.key })
  const [call] = hall.hub.parts.loop.state().calls
  await back.send({ command: 'reportShown', callSeq: call?.seq ?? 0 })
  await expect.poll(kinds, within).not.toContain('untold')
  expect(await record('untold')).toMatchObject([{ clearedAtMs: expect.any(Number) }])
  back.close()
})

test('a call shown in time is no alarm', async () => {
  const display = await hall.station({ kind: 'display', name: '综合屏' })
  await take(false)()
  await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })
  const [call] = hall.hub.parts.loop.state().calls
  await display.client.send({ command: 'reportShown', callSeq: call?.seq ?? 0 })
  await take(false)()
  // The idle counter's alarm comes long after a call would have been missed.
  await clerk.send({ command: 'finish', counterId: 'c1', wrapUp: false })
  await clerk.send({ command: 'start', counterId: 'c1' })
  await clerk.send({ command: 'finish', counterId: 'c1', wrapUp: false })
  await expect.poll(kinds, within).toEqual(['idleWithQueue'])
  expect(await record('untold')).toEqual([])
})

test('a station that is away is one alarm, and is not raised again over a restart of the hub', async () => {
  await kiosk.close()
  await expect.poll(kinds, within).toEqual(['stationAway'])
  const [before] = hall.hub.parts.alarms.standing()
  await hall.restart()
  expect(hall.hub.parts.alarms.standing()).toEqual([before])
  const other = (await hall.station({ kind: 'kiosk' })).client
  await other.send({ command: 'takeTicket', serviceId: 'household', paper: false, language: 'zh-CN' })
  await expect.poll(kinds, within).toEqual(['uncovered', 'stationAway'])
  expect(hall.hub.parts.alarms.standing()[1]).toEqual(before)
  kiosk = await openKiosk(folder.start(hall.url, key))
  await expect.poll(kinds, within).toEqual(['uncovered'])
  expect(await record('stationAway')).toMatchObject([{ raisedAtMs: before?.raisedAtMs }])
})

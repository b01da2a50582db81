import { clockOf } from '@jiaohao/core/clock.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { type KeypadTwin, openKeypadTwin } from '@jiaohao/drivers/keypad/twin.ts'
import type { LedTwin } from '@jiaohao/drivers/led/card-twin.ts'
import { openLedTwin } from '@jiaohao/drivers/led/onbon/twin.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { openWindowTerminal } from '@jiaohao/window-terminal/open-window-terminal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
const seat = 3
let hall: TestHall
let keypads: KeypadTwin
let strip: LedTwin
let folder: StationFolder
let stationId: string
let terminal: Station
let clerk: Client
let kiosk: Client

beforeEach(async () => {
  hall = await openTestHall()
  keypads = await openKeypadTwin({ clock, addresses: [seat] })
  strip = await openLedTwin({ clock, width: 128, height: 32 })
  folder = stationFolder()
  const devices = [
    Device.parse({
      id: 'bus',
      kind: 'keypads',
      address: keypads.address,
      counters: [{ address: seat, counterId: 'c1' }],
    }),
    Device.parse({ id: 'strip', kind: 'led', address: strip.address, counterId: 'c1' }),
  ]
  const { id, key, client } = await hall.station({ kind: 'window', counterIds: ['c1'], devices })
  stationId = id
  client.close()
  kiosk = (await hall.station({ kind: 'kiosk' })).client
  clerk = (await hall.staff('li', 'clerk')).client
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  terminal = await openWindowTerminal(folder.start(hall.url, key))
  await expect.poll(() => terminal.devices().map(({ state }) => state)).toEqual(['ready', 'ready'])
})

afterEach(async () => {
  await terminal.close()
  await keypads.close()
  await hall.close()
  await strip.close()
  folder.remove()
})

/** What an administrator saves of the station: the strip with these steps of brightness, and nothing else. */
async function saveStrip(...brightness: { from: string; level: number }[]) {
  const { cookie } = await hall.staff(`admin${brightness.length}${brightness[0]?.level}`, 'administrator')
  const devices = [{ id: 'strip', kind: 'led', address: strip.address, counterId: 'c1', brightness }]
  const reply = await fetch(`${hall.url}/api/stations/${stationId}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name: '窗口', kind: 'window', counterIds: ['c1'], devices }),
  })
  return { status: reply.status, said: await reply.json() }
}

const take = () => kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
const stripShows = (...lines: string[]) =>
  expect.poll(() => strip.panel().lines, { timeout: 10_000 }).toEqual(lines)

test('the call key calls, is acknowledged, and strip and digits show the number', async () => {
  await stripShows('1号窗口', '社会保险')
  await take()
  await expect.poll(() => keypads.display(seat)).toBe('001   ')
  keypads.press(seat, 'callNext')
  await expect.poll(() => keypads.acknowledged(seat)).toBe(1)
  await expect.poll(() => keypads.display(seat)).toBe('   001')
  await stripShows('请A001号', '到1号窗口')
})

test('the panel acknowledges the call it flashed, and a recall as a call of its own', async () => {
  const today = await (await hall.staff('zhang', 'supervisor')).client.watch({ view: 'today' })
  await take()
  keypads.press(seat, 'callNext')
  await today.until(({ calls }) => calls.length === 1 && calls[0]?.shownBy.length === 1)
  keypads.press(seat, 'recall')
  await today.until(({ calls }) => calls.length === 2 && calls.every(({ shownBy }) => shownBy.length === 1))
})

test('a key the hub refuses is not acknowledged; it beeps', async () => {
  keypads.press(seat, 'callNext')
  await expect.poll(() => keypads.beeps(seat)).toBe(1)
  expect(keypads.acknowledged(seat)).toBe(0)
})

test('the next call ends the one before', async () => {
  const view = await clerk.watch({ view: 'counter', counterId: 'c1' })
  await take()
  await take()
  await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })
  await expect.poll(() => keypads.display(seat)).toBe('   001')
  keypads.press(seat, 'callNext')
  const { finishedHere } = await view.until(({ current }) => current?.number === 'A002')
  expect(finishedHere).toBe(1)
})

test('the pause key pauses', async () => {
  keypads.press(seat, 'pause')
  await stripShows('暂停服务')
  await expect.poll(() => keypads.acknowledged(seat)).toBe(1)
})

test('the pause key ends a pause made at the counter page', async () => {
  await clerk.send({ command: 'pauseCounter', counterId: 'c1', reason: '午间轮休' })
  await stripShows('暂停服务', '午间轮休')
  keypads.press(seat, 'pause')
  await stripShows('1号窗口', '社会保险')
})

test('a citizen set aside by the hold key comes back by the call-back key', async () => {
  const view = await clerk.watch({ view: 'counter', counterId: 'c1' })
  await take()
  keypads.press(seat, 'callNext')
  await view.until(({ current }) => current?.at === 'called')
  await expect.poll(() => keypads.display(seat)).toBe('   001')
  keypads.press(seat, 'hold')
  await view.until(({ held }) => held[0]?.number === 'A001')
  await expect.poll(() => keypads.acknowledged(seat)).toBe(2)
  keypads.press(seat, 'callBack')
  await view.until(({ current }) => current?.at === 'serving')
})

test('a mark counts while it is asked for, once, and not otherwise', async () => {
  const today = await (await hall.staff('zhang', 'supervisor')).client.watch({ view: 'today' })
  keypads.rate(seat, 0)
  await take()
  keypads.press(seat, 'callNext')
  await expect.poll(() => keypads.acknowledged(seat)).toBe(1)
  keypads.press(seat, 'requestRating')
  await expect.poll(() => keypads.acknowledged(seat)).toBe(2)
  keypads.rate(seat, 1)
  await today.until(({ counts }) => counts.rated === 1)
  await expect.poll(() => keypads.acknowledged(seat)).toBe(3)
})

test('a strip without power is told of, and shows the call when it is back', async () => {
  await strip.faults.set('unplugged', true)
  await expect
    .poll(() => terminal.devices().find(({ kind }) => kind === 'led')?.state, { timeout: 10_000 })
    .toBe('offline')
  await take()
  keypads.press(seat, 'callNext')
  await strip.faults.set('unplugged', false)
  await stripShows('请A001号', '到1号窗口')
})

test('a strip is dimmed as it is set up for the time of day, and anew when that is changed', async () => {
  const isAt = (level: number) => expect.poll(() => strip.panel().brightness, { timeout: 10_000 }).toBe(level)
  expect(await saveStrip({ from: '00:00', level: 5 })).toMatchObject({ status: 200 })
  await isAt(4)
  await saveStrip({ from: '00:00', level: 16 })
  await isAt(15)
  expect(terminal.state()).toEqual({ is: 'online' })
})

test('steps of brightness that begin together, or that no strip knows, are refused at their field', async () => {
  expect(await saveStrip({ from: '08:00', level: 5 }, { from: '08:00', level: 6 })).toMatchObject({
    status: 400,
    said: { problems: [{ path: 'devices.0.brightness.1.from', problem: 'repeated' }] },
  })
  for (const step of [
    { from: '24:00', level: 5 },
    { from: '08:00', level: 0 },
    { from: '08:00', level: 17 },
  ])
    expect((await saveStrip(step)).status).toBe(400)
})

import { clockOf } from '@jiaohao/core/clock.ts'
import { exampleFile } from '@jiaohao/core/contract/keypad-profiles.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { profileOf } from '@jiaohao/drivers/keypad/profile.ts'
import { type KeypadTwin, openKeypadTwin } from '@jiaohao/drivers/keypad/twin.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { openWindowTerminal } from '@jiaohao/window-terminal/open-window-terminal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

/** Three counters on one line, whose keypads speak another vendor's bytes. */
const seats = { c1: 11, c2: 12, c3: 13 }
let hall: TestHall
let keypads: KeypadTwin
let folder: StationFolder
let terminal: Station
let kiosk: Client

beforeEach(async () => {
  hall = await openTestHall()
  const clock = clockOf(globalThis)
  keypads = await openKeypadTwin({
    clock,
    addresses: Object.values(seats),
    profile: profileOf(exampleFile),
  })
  folder = stationFolder()
  const bus = Device.parse({
    id: 'bus',
    kind: 'keypads',
    address: keypads.address,
    counters: Object.entries(seats).map(([counterId, address]) => ({ counterId, address })),
    profile: exampleFile,
  })
  const counterIds = Object.keys(seats)
  const { key, client } = await hall.station({ kind: 'window', counterIds, devices: [bus] })
  client.close()
  kiosk = (await hall.station({ kind: 'kiosk' })).client
  for (const [i, counterId] of counterIds.entries()) {
    const { client: clerk } = await hall.staff(['li', 'wang', 'zhao'][i] ?? '', 'clerk')
    await clerk.send({ command: 'openCounter', counterId })
  }
  terminal = await openWindowTerminal(folder.start(hall.url, key))
  await expect.poll(() => terminal.devices().map(({ state }) => state)).toEqual(['ready'])
})

afterEach(async () => {
  await terminal.close()
  await keypads.close()
  await hall.close()
  folder.remove()
})

const take = (serviceId: string) =>
  kiosk.send({ command: 'takeTicket', serviceId, paper: false, language: 'zh-CN' })
const showing = () => Object.values(seats).map((address) => keypads.display(address))

test('three counters press at once on one line: three citizens, each on its own keypad', async () => {
  await take('social')
  await take('household')
  await take('household')
  await expect.poll(showing).toEqual(['001 ', '003 ', '002 '])
  for (const address of Object.values(seats)) keypads.press(address, 'callNext')
  await expect.poll(() => Object.values(seats).map(keypads.acknowledged)).toEqual([1, 1, 1])
  await expect.poll(() => showing().every((shown) => /^ \d{3}$/.test(shown))).toBe(true)
  const called = hall.hub.parts.loop.state().calls.map(({ counterId }) => counterId)
  expect(called.toSorted()).toEqual(['c1', 'c2', 'c3'])
})

test("a counter's refused key beeps there, and its neighbours go on", async () => {
  await take('household')
  keypads.press(seats.c1, 'callNext')
  keypads.press(seats.c3, 'callNext')
  await expect.poll(() => keypads.beeps(seats.c1)).toBe(1)
  await expect.poll(() => keypads.acknowledged(seats.c3)).toBe(1)
  expect(keypads.acknowledged(seats.c1)).toBe(0)
  expect(keypads.beeps(seats.c3)).toBe(0)
})

test('a mark counts for the counter whose evaluator was pressed', async () => {
  const today = await (await hall.staff('zhang', 'supervisor')).client.watch({ view: 'today' })
  await take('household')
  keypads.press(seats.c3, 'callNext')
  await expect.poll(() => keypads.acknowledged(seats.c3)).toBe(1)
  await expect.poll(() => keypads.display(seats.c3)).toBe(' 001')
  keypads.press(seats.c3, 'requestRating')
  await expect.poll(() => keypads.acknowledged(seats.c3)).toBe(2)
  await expect.poll(() => keypads.display(seats.c3)).toBe('000 ')
  keypads.rate(seats.c2, 1)
  keypads.rate(seats.c3, 5)
  await today.until(({ counts }) => counts.rated === 1)
  expect(keypads.acknowledged(seats.c2)).toBe(0)
})

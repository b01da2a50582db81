import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Device } from '@jiaohao/core/contract/station.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { openWindowTerminal } from '@jiaohao/window-terminal/open-window-terminal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

let hall: TestHall
let folder: StationFolder
let terminal: Station

beforeEach(async () => {
  hall = await openTestHall()
  folder = stationFolder()
})

afterEach(async () => {
  await terminal.close()
  await hall.close()
  folder.remove()
})

/** A window station whose folder allows the example under the name `vendor`. */
async function stationWith(...devices: object[]) {
  const { key, client } = await hall.station({
    kind: 'window',
    counterIds: ['c1'],
    devices: devices.map((device) => Device.parse(device)),
  })
  client.close()
  const start = folder.start(hall.url, key)
  mkdirSync(start.dataDir, { recursive: true })
  const example = resolve(import.meta.dirname, '../../drivers/external/example.ts')
  const commands = { vendor: [process.execPath, example, '--press-after', '500'] }
  writeFileSync(join(start.dataDir, 'commands.json'), JSON.stringify(commands))
  terminal = await openWindowTerminal(start)
}
const states = () => terminal.devices().map(({ id, state }) => `${id} ${state}`)
const soon = { timeout: 10_000 }

const keypads = {
  id: 'keys',
  kind: 'keypads',
  address: 'command:vendor',
  counters: [{ address: 3, counterId: 'c1' }],
}

test("a vendor's program calls the next citizen, and another shows the number", {
  timeout: 30_000,
}, async () => {
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  await kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  const { client: clerk } = await hall.staff('li', 'clerk')
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  await stationWith(keypads, { id: 'strip', kind: 'led', address: 'command:vendor', counterId: 'c1' })
  await expect.poll(states, soon).toEqual(['keys ready', 'strip ready'])
  const calls = () => hall.hub.parts.loop.state().calls
  await expect.poll(() => calls().map(({ counterId }) => counterId), soon).toEqual(['c1'])
  await expect.poll(() => calls()[0]?.shownBy.length, soon).toBe(1)
})

test('a hub starts nothing that the station does not allow', async () => {
  await stationWith({ ...keypads, address: 'command:sh' })
  await expect.poll(states, soon).toEqual(['keys wrongSetUp'])
  expect(terminal.devices()[0]?.detail).toContain('command sh is not allowed here')
})

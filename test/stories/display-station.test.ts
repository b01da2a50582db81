import { clockOf } from '@jiaohao/core/clock.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { silentVoice } from '@jiaohao/drivers/voice/silent-voice.ts'
import { openSpeakerTwin, type SpeakerTwin } from '@jiaohao/drivers/voice/twin.ts'
import { openHallDisplay } from '@jiaohao/hall-display/open-hall-display.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
/** The loudspeaker's own day runs faster, so that five announcements take no minute. */
const hurried = {
  now: clock.now,
  after: (delayMs: number, run: () => void) => clock.after(delayMs / 40, run),
}
let hall: TestHall
let speaker: SpeakerTwin
let folder: StationFolder
let display: Station
let kiosk: Client
let clerk: Client

beforeEach(async () => {
  hall = await openTestHall()
  speaker = openSpeakerTwin({ clock: hurried })
  folder = stationFolder()
  const devices = [Device.parse({ id: 'speaker', kind: 'speaker', address: 'none:' })]
  const { key, client } = await hall.station({ kind: 'display', devices })
  client.close()
  kiosk = (await hall.station({ kind: 'kiosk' })).client
  clerk = (await hall.staff('li', 'clerk')).client
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  display = await openHallDisplay({
    ...folder.start(hall.url, key),
    hear: async () => ({ voice: silentVoice, sink: speaker }),
  })
  await expect.poll(() => display.devices()[0]?.state).toBe('ready')
})

afterEach(async () => {
  await display.close()
  await hall.close()
  folder.remove()
})

const said = () => speaker.heard().map(({ text }) => text)
const callNext = () => clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })
const take = () => kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })

test('five calls in one second are five announcements, in order, each reported as spoken', async () => {
  const today = await (await hall.staff('zhang', 'supervisor')).client.watch({ view: 'today' })
  for (let n = 1; n <= 5; n += 1) await take()
  for (let n = 1; n <= 5; n += 1) await callNext()
  await expect.poll(said, { timeout: 20_000 }).toEqual([1, 2, 3, 4, 5].map((n) => `请A00${n}号到1号窗口`))
  await today.until(({ calls }) => calls.length === 5 && calls.every(({ spokenBy }) => spokenBy.length === 1))
})

test('a recall sounds again', async () => {
  await take()
  await callNext()
  await expect.poll(said, { timeout: 10_000 }).toHaveLength(1)
  await clerk.send({ command: 'recall', counterId: 'c1' })
  await expect.poll(said, { timeout: 10_000 }).toHaveLength(2)
})

test('a call made while the display was cut off is said once when it is back', async () => {
  await take()
  hall.hub.parts.cutOff((who) => who.as === 'display', 'signedOut')
  await expect.poll(() => display.state().is).toBe('away')
  await callNext()
  await expect.poll(() => display.state().is, { timeout: 15_000 }).toBe('online')
  await expect.poll(said, { timeout: 15_000 }).toEqual(['请A001号到1号窗口'])
})

test('the board page says by its station that it has shown a call', async () => {
  const today = await (await hall.staff('zhang', 'supervisor')).client.watch({ view: 'today' })
  const page = await connect(display.url, {})
  const board = await page.watch({ view: 'board', zoneId: '' })
  await take()
  await callNext()
  await board.until((_, calls) => calls.length === 1)
  await page.send({ command: 'reportShown', callSeq: board.calls[0]?.seq ?? 0 })
  await today.until(({ calls }) => calls[0]?.shownBy.length === 1)
  page.close()
})

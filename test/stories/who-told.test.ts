import { type Clock, clockOf } from '@jiaohao/core/clock.ts'
import type { AlarmRow } from '@jiaohao/core/contract/alarms.ts'
import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { openLedTwin } from '@jiaohao/drivers/led/onbon/twin.ts'
import { silentVoice } from '@jiaohao/drivers/voice/silent-voice.ts'
import { openSpeakerTwin } from '@jiaohao/drivers/voice/twin.ts'
import { openHallDisplay } from '@jiaohao/hall-display/open-hall-display.ts'
import { openWindowTerminal } from '@jiaohao/window-terminal/open-window-terminal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'
import { stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
const within = { timeout: 30_000 }
/** Sentences take no minute of a test. */
const hurried: Clock = { now: clock.now, after: (delayMs, run) => clock.after(delayMs / 40, run) }
const policy = { ...smallHall.policy, deliverySeconds: 3 }
const toClose: (() => Promise<unknown> | unknown)[] = []
let hall: TestHall
let clerk: Client
let cookie: string

beforeEach(async () => {
  hall = await openTestHall({ setUp: HallSetUp.parse({ ...smallHall, policy }) })
  toClose.push(hall.close)
  clerk = (await hall.staff('li', 'clerk')).client
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  ;({ cookie } = await hall.staff('zhang', 'supervisor'))
})

afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

/** A board's page that shows what it is told, until it is frozen. */
async function board(name: string) {
  const { client } = await hall.station({ kind: 'display', name })
  const page = await client.watch({ view: 'board', zoneId: '' })
  let frozen = false
  const shown = new Set<number>()
  const show = () => {
    for (const { seq } of frozen ? [] : page.view().calls) {
      if (shown.has(seq)) continue
      shown.add(seq)
      void client.send({ command: 'reportShown', callSeq: seq })
    }
  }
  client.socket.on('update', () => queueMicrotask(show))
  return {
    freeze: () => {
      frozen = true
    },
    thaw: () => {
      frozen = false
      show()
    },
  }
}

async function loudspeaker() {
  const speaker = openSpeakerTwin({ clock: hurried })
  const folder = stationFolder()
  const devices = [Device.parse({ id: 'speaker', kind: 'speaker', address: 'none:', zoneId: '' })]
  const { key, client } = await hall.station({ kind: 'display', name: '广播', devices, screen: false })
  client.close()
  const display = await openHallDisplay({
    ...folder.start(hall.url, key),
    hear: async () => ({ voice: silentVoice, sink: speaker }),
  })
  toClose.push(folder.remove, display.close)
  await expect.poll(() => display.devices()[0]?.state, within).toBe('ready')
  return speaker
}

async function strip() {
  const led = await openLedTwin({ clock, width: 128, height: 32 })
  const folder = stationFolder()
  const devices = [Device.parse({ id: 'strip', kind: 'led', address: led.address, counterId: 'c1' })]
  const { key, client } = await hall.station({
    kind: 'window',
    name: '窗口主机',
    counterIds: ['c1'],
    devices,
  })
  client.close()
  const terminal = await openWindowTerminal(folder.start(hall.url, key))
  toClose.push(folder.remove, led.close, terminal.close)
  await expect.poll(() => terminal.devices()[0]?.state, within).toBe('ready')
  return led
}

async function call() {
  const kiosk = await hall.station({ kind: 'kiosk' })
  await kiosk.client.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })
  return hall.hub.parts.loop.state().calls.at(-1)
}
const standing = () =>
  hall.hub.parts.alarms
    .standing()
    .map(({ alarm }) => alarm)
    .filter(({ is }) => is !== 'stationAway')
const record = async () => {
  const reply = await fetch(`${hall.url}/api/alarms?is=untold`, { headers: { cookie } })
  return ((await reply.json()) as AlarmRow[]).flatMap(({ alarm }) =>
    alarm.is === 'untold' ? [{ ...alarm, missing: alarm.missing.map(({ station }) => station) }] : [],
  )
}
const toldBy = (seq: number | undefined) => {
  const told = hall.hub.parts.loop.state().calls.find((each) => each.seq === seq)
  return [told?.shownBy.length, told?.spokenBy.length]
}

test('a frozen board beside living ones is named within the limit, once, until it shows again', async () => {
  await board('东区综合屏')
  const west = await board('西区综合屏')
  await loudspeaker()
  await strip()
  const first = await call()
  await expect.poll(() => toldBy(first?.seq), within).toEqual([3, 1])

  west.freeze()
  const second = await call()
  await expect.poll(standing, within).toMatchObject([{ is: 'silent', by: 'screen', station: '西区综合屏' }])
  const [{ raisedAtMs } = { raisedAtMs: 0 }] = hall.hub.parts.alarms
    .standing()
    .filter(({ alarm }) => alarm.is === 'silent')
  expect(raisedAtMs - (second?.atMs ?? 0)).toBeLessThan(15_000)
  await expect.poll(record, within).toMatchObject([{ number: 'A002', bySome: true, missing: ['西区综合屏'] }])

  const third = await call()
  await expect.poll(record, within).toMatchObject([{ number: 'A003' }, { number: 'A002' }])
  expect(standing()).toHaveLength(1)
  west.thaw()
  await expect.poll(() => toldBy(third?.seq)[0], within).toBe(3)
  await expect.poll(standing, within).toEqual([])
})

test('a strip that takes nothing is named, and not twice when its line is found to be dead', async () => {
  await board('综合屏')
  const led = await strip()
  await call()
  await led.faults.set('busy', true)
  await call()
  await expect.poll(record, within).toMatchObject([{ number: 'A002', missing: ['窗口主机'] }])
  await expect.poll(() => standing().length, within).toBe(1)
  await led.faults.set('busy', false)
  await expect.poll(standing, within).toEqual([])
})

test('a loudspeaker is given the time a sentence takes, and is named when it gives a call up', async () => {
  const speaker = await loudspeaker()
  const first = await call()
  await expect.poll(() => toldBy(first?.seq), within).toEqual([0, 1])
  expect(standing()).toEqual([])
  speaker.faults.set('silent', true)
  await call()
  await expect.poll(record, within).toMatchObject([{ number: 'A002', missing: ['广播'] }])
})

test('a display that was away when the call was made is not asked of it', async () => {
  await board('综合屏')
  const away = await hall.station({ kind: 'display', name: '走廊屏' })
  away.client.close()
  await expect.poll(() => hall.hub.parts.stations.list().filter(({ online }) => online).length).toBe(1)
  const first = await call()
  const back = await connect(hall.url, { key: away.key })
  toClose.push(back.close)
  await expect.poll(() => toldBy(first?.seq)[0], within).toBe(1)
  await call()
  await expect.poll(record, within).toMatchObject([{ number: 'A002', missing: ['走廊屏'] }])
})

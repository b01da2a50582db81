import { clockOf } from '@jiaohao/core/clock.ts'
import type { routes } from '@jiaohao/core/contract/routes.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { type KeypadTwin, openKeypadTwin } from '@jiaohao/drivers/keypad/twin.ts'
import { openLedTwin } from '@jiaohao/drivers/led/onbon/twin.ts'
import { openPrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { silentVoice } from '@jiaohao/drivers/voice/silent-voice.ts'
import { openSpeakerTwin } from '@jiaohao/drivers/voice/twin.ts'
import { openHallDisplay } from '@jiaohao/hall-display/open-hall-display.ts'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { openWindowTerminal } from '@jiaohao/window-terminal/open-window-terminal.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as z from 'zod'
import { connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
const within = { timeout: 15_000 }
const seat = 3
const toClose: (() => Promise<unknown> | unknown)[] = []
let hall: TestHall
let cookie: string

beforeEach(async () => {
  hall = await openTestHall()
  toClose.push(hall.close)
  cookie = (await hall.staff('zhang', 'supervisor')).cookie
})

afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

type Inspected = z.infer<typeof routes.inspectDevice.reply>

async function ask(path: string, body?: object): Promise<{ status: number; said: unknown }> {
  const reply = await fetch(`${hall.url}${path}`, {
    headers: { cookie, 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  return { status: reply.status, said: await reply.json() }
}
const inspect = async (stationId: string, deviceId: string) =>
  (await ask(`/api/stations/${stationId}/devices/${deviceId}`)).said as Inspected
const testDevice = (stationId: string, deviceId: string, test: string) =>
  ask(`/api/stations/${stationId}/devices/${deviceId}/test`, { test })
const allReady = (station: Station) =>
  expect.poll(() => new Set(station.devices().map(({ state }) => state)), within).toEqual(new Set(['ready']))

async function kioskWithPrinter() {
  const printer = await openPrinterTwin({ clock })
  const folder = stationFolder()
  const devices = [Device.parse({ id: 'printer', kind: 'printer', address: printer.address })]
  const { id, key, client } = await hall.station({ kind: 'kiosk', name: '1号取号机', devices })
  client.close()
  const kiosk = await openKiosk(folder.start(hall.url, key))
  toClose.push(folder.remove, printer.close, kiosk.close)
  await allReady(kiosk)
  return { id, printer, kiosk }
}

async function windowWithKeypads() {
  const keypads: KeypadTwin = await openKeypadTwin({ clock, addresses: [seat] })
  const strip = await openLedTwin({ clock, width: 128, height: 32 })
  const folder = stationFolder()
  const counters = [{ address: seat, counterId: 'c1' }]
  const devices = [
    Device.parse({ id: 'bus', kind: 'keypads', address: keypads.address, counters }),
    Device.parse({ id: 'strip', kind: 'led', address: strip.address, counterId: 'c1' }),
  ]
  const { id, key, client } = await hall.station({ kind: 'window', counterIds: ['c1'], devices })
  client.close()
  const terminal = await openWindowTerminal(folder.start(hall.url, key))
  toClose.push(folder.remove, keypads.close, strip.close, terminal.close)
  await allReady(terminal)
  return { id, keypads, strip }
}

const meanings = ({ inspection }: Inspected) =>
  inspection?.exchanges.flatMap(({ direction, meaning }) =>
    meaning.map(({ means }) => `${direction} ${means}`),
  ) ?? []

test('a supervisor prints the test page from the console, and it lies in the tray', async () => {
  const { id, printer } = await kioskWithPrinter()
  expect(await testDevice(id, 'printer', 'printPage')).toMatchObject({
    status: 200,
    said: { result: 'passed' },
  })
  expect(printer.papers().map(({ text }) => text)).toEqual([expect.stringContaining('Test page')])
  const { inspection } = await inspect(id, 'printer')
  expect(inspection?.picture).toEqual({ svg: expect.stringContaining('Test page') })

  await printer.faults.set('paperOut', true)
  expect((await testDevice(id, 'printer', 'printPage')).said).toMatchObject({
    result: 'failed',
    why: 'paperOut',
  })
  expect(printer.papers()).toHaveLength(1)
  const tests = hall.hub.parts.audit.rows().filter(({ what }) => what === 'testDevice')
  expect(tests.map(({ detail }) => JSON.parse(detail).result)).toEqual(['failed', 'passed'])
})

test('the inspection of a printer shows the bytes of a slip, what they say, and the slip itself', async () => {
  const { id, kiosk } = await kioskWithPrinter()
  const li = await hall.staff('li', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  const page = await connect(kiosk.url, {})
  toClose.push(() => page.close())
  const view = await page.watch({ view: 'kiosk' })
  await page.send({ command: 'takeTicket', serviceId: 'social', paper: true, language: 'zh-CN' })
  await view.until(({ taken: [newest] }) => newest?.slip === 'settled')

  const inspected = await inspect(id, 'printer')
  const slip = inspected.inspection?.exchanges.find(({ sizeBytes }) => sizeBytes > 200)
  expect(slip?.hex).toMatch(/^1b401d61ff1c26/)
  expect(slip?.meaning).toContainEqual({ means: 'text', detail: expect.stringContaining('A001') })
  expect(meanings(inspected)).toEqual(
    expect.arrayContaining(['sent askStatus', 'received statusByte', 'sent cut', 'received processed']),
  )
  expect(inspected.inspection?.counters?.frames).toBeGreaterThan(4)
  const { picture } = inspected.inspection ?? {}
  expect(picture && 'svg' in picture ? picture.svg : '').toContain('A001')
  expect(inspected.states[0]?.state).toBe('ready')
})

test('the key to a citizen’s own page is in no byte, meaning or picture that a technician sees', async () => {
  const { id, kiosk, printer } = await kioskWithPrinter()
  const li = await hall.staff('li', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  const page = await connect(kiosk.url, {})
  toClose.push(() => page.close())
  const view = await page.watch({ view: 'kiosk' })
  await page.send({ command: 'takeTicket', serviceId: 'social', paper: true, language: 'zh-CN' })
  const { taken } = await view.until(({ taken: [newest] }) => newest?.slip === 'settled')

  const secret = hall.hub.parts.journal.secretOf(taken[0]?.ticketId ?? '') ?? ''
  expect(printer.papers()[0]?.text).toContain(secret)
  const { inspection } = await inspect(id, 'printer')
  expect(JSON.stringify(inspection)).not.toContain(secret)
  expect(JSON.stringify(inspection)).not.toContain(Buffer.from(secret).toString('hex'))
  expect(meanings(await inspect(id, 'printer'))).toContain('sent qr')
  const codes = [...(printer.papers()[0]?.svg.matchAll(/ d="([^"]{200,})"/g) ?? [])].map(([, drawn]) => drawn)
  expect(codes).toHaveLength(1)
  expect(JSON.stringify(inspection)).not.toContain(codes[0])
})

test('heartbeats never crowd the last slip out of the exchanges', async () => {
  const { id } = await kioskWithPrinter()
  await testDevice(id, 'printer', 'printPage')
  for (let n = 0; n < 5; n += 1) await testDevice(id, 'printer', 'printPage')
  const { inspection } = await inspect(id, 'printer')
  expect(inspection?.exchanges.length).toBeLessThanOrEqual(50)
  expect(inspection?.exchanges.filter(({ sizeBytes }) => sizeBytes > 200)).toHaveLength(6)
})

test('a key pressed for the check is heard, named, and calls nobody', async () => {
  const { id, keypads } = await windowWithKeypads()
  const li = await hall.staff('li', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  const kiosk = (await hall.station({ kind: 'kiosk' })).client
  await kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  const answer = testDevice(id, 'bus', 'pressKey')
  await expect.poll(() => keypads.beeps(seat), within).toBe(1)
  expect((await testDevice(id, 'bus', 'pressKey')).said).toMatchObject({ refused: 'deviceBusy' })
  keypads.press(seat, 'callNext')
  expect((await answer).said).toEqual({ result: 'passed', why: '', detail: `${seat} callNext` })
  expect(hall.hub.parts.loop.state().counts.called).toBe(0)
  expect(meanings(await inspect(id, 'bus'))).toContain('received keyCallNext')
})

test('the patterns go over the strip, and then it says again what it should', async () => {
  const { id, strip } = await windowWithKeypads()
  const seen = new Set<string>()
  const answer = testDevice(id, 'strip', 'ledPatterns')
  await expect
    .poll(() => {
      seen.add(`${strip.panel().colour} ${strip.panel().lines[0]?.[0] ?? ''}`)
      return [...seen]
    }, within)
    .toEqual(expect.arrayContaining(['red ■', 'green ■', 'yellow ■', 'red 测']))
  expect((await answer).said).toMatchObject({ result: 'passed' })
  await expect.poll(() => strip.panel().lines, within).toEqual(['未开放'])
  const inspected = await inspect(id, 'strip')
  expect(inspected.inspection?.picture).toEqual({ lines: ['未开放'], colour: 'red' })
  expect(meanings(inspected)).toEqual(expect.arrayContaining(['sent showText', 'received accepted']))
})

test('the loudspeaker says a sentence, in its turn', async () => {
  const hurried = {
    now: clock.now,
    after: (delayMs: number, run: () => void) => clock.after(delayMs / 40, run),
  }
  const speaker = openSpeakerTwin({ clock: hurried })
  const folder = stationFolder()
  const devices = [Device.parse({ id: 'speaker', kind: 'speaker', address: 'none:' })]
  const { id, key, client } = await hall.station({ kind: 'display', devices })
  client.close()
  const display = await openHallDisplay({
    ...folder.start(hall.url, key),
    hear: async () => ({ voice: silentVoice, sink: speaker }),
  })
  toClose.push(folder.remove, display.close)
  await allReady(display)
  expect((await testDevice(id, 'speaker', 'say')).said).toMatchObject({ result: 'passed' })
  expect(speaker.heard()).toHaveLength(1)
})

test('a device of a station that is away can be looked up, with its past, but not tried', async () => {
  const { id, kiosk } = await kioskWithPrinter()
  await kiosk.close()
  await expect.poll(async () => (await inspect(id, 'printer')).online, within).toBe(false)
  const inspected = await inspect(id, 'printer')
  expect(inspected.inspection).toBeNull()
  expect(inspected.states.map(({ state }) => state)).toEqual(['stationAway', 'ready'])
  expect(await testDevice(id, 'printer', 'printPage')).toMatchObject({
    status: 409,
    said: { refused: 'stationAway' },
  })
  expect(await ask(`/api/stations/${id}/devices/nothing`)).toMatchObject({ status: 404 })
})

test('a clerk may neither look into devices nor try them', async () => {
  const { id } = await kioskWithPrinter()
  cookie = (await hall.staff('li', 'clerk')).cookie
  expect((await ask(`/api/stations/${id}/devices/printer`)).status).toBe(403)
  expect((await testDevice(id, 'printer', 'printPage')).status).toBe(403)
})

import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import type { Presented } from '@jiaohao/core/contract/presented.ts'
import type { routes } from '@jiaohao/core/contract/routes.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import { type IdReaderTwin, openIdReaderTwin } from '@jiaohao/drivers/id-reader/twin.ts'
import { exampleCard, type TwinCard, twinCardText } from '@jiaohao/drivers/id-reader/twin-card.ts'
import { openScannerTwin } from '@jiaohao/drivers/scanner/twin.ts'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as z from 'zod'
import { connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
const within = { timeout: 15_000 }
const toClose: (() => Promise<unknown> | unknown)[] = []
let hall: TestHall
let cookie: string

beforeEach(async () => {
  hall = await openTestHall()
  toClose.push(() => hall.close())
  cookie = (await hall.staff('zhang', 'supervisor', 'administrator')).cookie
})

afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

/** A kiosk with a reader and a scanner, and a page that remembers what it is told. */
async function kioskWithReader(of: TestHall = hall) {
  const reader = await openIdReaderTwin({ clock })
  const scanner = await openScannerTwin()
  const folder = stationFolder()
  const devices = [
    Device.parse({ id: 'reader', kind: 'idReader', address: reader.address }),
    Device.parse({ id: 'scanner', kind: 'scanner', address: scanner.address }),
  ]
  const { id, key, client } = await of.station({ kind: 'kiosk', name: '1号取号机', devices })
  client.close()
  const start = folder.start(of.url, key)
  const kiosk = await openKiosk(start)
  toClose.push(folder.remove, reader.close, scanner.close, kiosk.close)
  await allReady(kiosk)
  return { id, key, kiosk, reader, scanner, start, page: await openPage(kiosk) }
}

async function openPage(kiosk: Station) {
  const client = await connect(kiosk.url, {})
  toClose.push(client.close)
  const told: Presented[] = []
  client.socket.on('presented', (what) => told.push(what))
  return { client, told }
}

const allReady = (station: Station) =>
  expect.poll(() => station.devices().map(({ state }) => state), within).toEqual(['ready', 'ready'])
const lay = (reader: IdReaderTwin, changed: Partial<TwinCard> = {}) =>
  reader.put(twinCardText({ ...exampleCard, ...changed }))
/** Takes the card away, and waits until the reader has noticed. */
const takeAway = async (id: string, reader: IdReaderTwin) => {
  reader.take()
  const frames = async () => (await inspected(id, 'reader'))?.counters?.frames ?? 0
  const before = await frames()
  await expect.poll(frames, within).toBeGreaterThan(before + 2)
}
const toldOnce = async (told: readonly Presented[]) => {
  await expect.poll(() => told, within).toHaveLength(1)
  return told[0]
}

async function ask(path: string, method: string, body?: object) {
  const reply = await fetch(`${hall.url}${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: reply.status, said: await reply.json() }
}
type Inspected = z.infer<typeof routes.inspectDevice.reply>
const inspected = async (id: string, deviceId: string) =>
  ((await ask(`/api/stations/${id}/devices/${deviceId}`, 'GET')).said as Inspected).inspection
const testDevice = (id: string, deviceId: string, test: string) =>
  ask(`/api/stations/${id}/devices/${deviceId}/test`, 'POST', { test })

test('a card laid on a kiosk is told to its page as the hall’s hash and a mask', async () => {
  const { reader, page } = await kioskWithReader()
  lay(reader)
  const secret = hall.hub.parts.cardSecret
  expect(await toldOnce(page.told)).toEqual({
    kind: 'card',
    hash: createHmac('sha256', secret).update(exampleCard.number).digest('base64url'),
    masked: '110***********002X',
    cardKind: 'resident',
  })
})

test('the same person has the same hash at every kiosk of the hall, also after a restart, and another in another hall', async () => {
  const here = await kioskWithReader()
  lay(here.reader)
  const first = await toldOnce(here.page.told)
  await hall.restart()
  const there = await kioskWithReader()
  lay(there.reader)
  expect(await toldOnce(there.page.told)).toEqual(first)

  const other = await openTestHall()
  toClose.push(other.close)
  const elsewhere = await kioskWithReader(other)
  lay(elsewhere.reader)
  const foreign = await toldOnce(elsewhere.page.told)
  expect(foreign).toMatchObject({ kind: 'card', masked: '110***********002X' })
  expect(foreign).not.toEqual(first)
})

test('a kiosk started without its hub has no use for a card, and once the hub is there it has', async () => {
  const { id, kiosk, reader, start } = await kioskWithReader()
  await kiosk.close()
  toClose.splice(toClose.indexOf(kiosk.close), 1)
  await hall.hub.close()
  const alone = await openKiosk(start)
  toClose.push(alone.close)
  const page = await openPage(alone)
  await allReady(alone)
  lay(reader)
  expect(await toldOnce(page.told)).toEqual({ kind: 'cardProblem', why: 'refused' })
  await hall.restart()
  await expect.poll(() => alone.here()?.cardSecret, within).toBe(hall.hub.parts.cardSecret)
  await takeAway(id, reader)
  lay(reader)
  await expect.poll(() => page.told.at(-1), within).toMatchObject({ kind: 'card', cardKind: 'resident' })
})

test('number and name of a person are in nothing that a page, the hub, a technician or a disk gets', async () => {
  const { id, reader, page, start } = await kioskWithReader()
  const heard: unknown[] = []
  page.client.socket.onAny((...message) => heard.push(message))
  lay(reader)
  await toldOnce(page.told)
  const { said } = await ask(`/api/stations/${id}/devices/reader`, 'GET')
  expect(JSON.stringify(said)).toContain('notShown')
  const files = [hall.dataDir, start.dataDir].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => readFileSync(join(each.parentPath, each.name))),
  )
  const told = Buffer.from(JSON.stringify([heard, page.told, said]))
  const { number, name } = exampleCard
  for (const secret of [number, number.slice(3, 14), name, name.slice(1)]) {
    const forms = [
      Buffer.from(secret),
      Buffer.from(secret, 'utf16le'),
      Buffer.from(Buffer.from(secret, 'utf16le').toString('hex')),
    ]
    for (const form of forms) for (const place of [told, ...files]) expect(place.includes(form)).toBe(false)
  }
})

test('the secret under which cards are hashed goes to a kiosk with a reader, and not to its page', async () => {
  const { key, page } = await kioskWithReader()
  expect(await page.client.socket.emitWithAck('here')).not.toHaveProperty('cardSecret')
  const station = await connect(hall.url, { key })
  expect(await station.socket.emitWithAck('here')).toMatchObject({ cardSecret: hall.hub.parts.cardSecret })
  station.close()
  const plain = await hall.station({ kind: 'kiosk', name: '2号取号机' })
  expect(await plain.client.socket.emitWithAck('here')).not.toHaveProperty('cardSecret')
})

test('cards of foreigners and of people from Hong Kong, Macao and Taiwan are told as what they are', async () => {
  const { id, reader, page } = await kioskWithReader()
  lay(reader, { kind: 'hkMacaoTaiwan' })
  expect(await toldOnce(page.told)).toMatchObject({ cardKind: 'residencePermit' })
  await takeAway(id, reader)
  lay(reader, { kind: 'foreigner', number: 'GBR440524188001', bornOn: '18800101' })
  await expect.poll(() => page.told.at(-1), within).toMatchObject({ cardKind: 'foreigner' })
})

test('a card that cannot be read, and one whose fields cannot be, are told to the page', async () => {
  const { id, reader, page } = await kioskWithReader()
  lay(reader, { number: '110105194912310021' })
  expect(await toldOnce(page.told)).toEqual({ kind: 'cardProblem', why: 'refused' })
  await takeAway(id, reader)
  reader.answerWith('select', 0x81)
  lay(reader)
  await expect.poll(() => page.told, within).toHaveLength(2)
  expect(page.told[1]).toEqual({ kind: 'cardProblem', why: 'unreadable' })
})

test('a code is told once, to the page opened last, and to nobody when no page is open', async () => {
  const { kiosk, scanner, page } = await kioskWithReader()
  scanner.scan('YY-20260311-7F')
  expect(await toldOnce(page.told)).toEqual({ kind: 'code', text: 'YY-20260311-7F' })
  const second = await openPage(kiosk)
  scanner.scan('YY-20260311-80')
  expect(await toldOnce(second.told)).toEqual({ kind: 'code', text: 'YY-20260311-80' })
  expect(page.told).toHaveLength(1)
})

test('a hostile code reaches no page', async () => {
  const { scanner, page } = await kioskWithReader()
  scanner.say(Buffer.from(`${'x'.repeat(513)}\r`))
  scanner.say(Buffer.from('\u001b]0;rm\u0007\r'))
  scanner.say(Buffer.from('abc\u202edef\r'))
  scanner.say(Buffer.from([0xff, 0xfe, 0x0d]))
  scanner.scan('good')
  expect(await toldOnce(page.told)).toEqual({ kind: 'code', text: 'good' })
})

test('a technician’s card and code answer the check, and do nothing else', async () => {
  const { id, reader, scanner, page } = await kioskWithReader()
  const card = testDevice(id, 'reader', 'layCard')
  const code = testDevice(id, 'scanner', 'scanCode')
  await expect.poll(async () => (await testDevice(id, 'scanner', 'scanCode')).status, within).toBe(409)
  lay(reader)
  scanner.scan('1234567')
  expect((await card).said).toEqual({ result: 'passed', why: '', detail: 'resident' })
  expect((await code).said).toEqual({ result: 'passed', why: '', detail: '7' })
  expect(page.told).toEqual([])
  await takeAway(id, reader)
  const bad = testDevice(id, 'reader', 'layCard')
  await expect.poll(async () => (await testDevice(id, 'reader', 'layCard')).status, within).toBe(409)
  lay(reader, { number: '110105194912310021' })
  expect((await bad).said).toEqual({ result: 'failed', why: 'cardRefused', detail: '' })
  expect(page.told).toEqual([])
})

test('a technician sees what passed on both lines, and no code', async () => {
  const { id, scanner, page } = await kioskWithReader()
  scanner.scan('geheim-0815')
  await toldOnce(page.told)
  const wire = await inspected(id, 'scanner')
  expect(wire?.exchanges).toMatchObject([
    { direction: 'received', hex: '2a2a2a2a2a2a2a2a2a2a2a0d', meaning: [{ means: 'code', detail: '11' }] },
  ])
  expect(wire?.counters).toMatchObject({ frames: 1, receivedBytes: 12 })
  const means = async () =>
    (await inspected(id, 'reader'))?.exchanges.flatMap((each) => each.meaning.map(({ means: word }) => word))
  await expect.poll(means, within).toEqual(expect.arrayContaining(['samFind', 'samNoCard']))
})

test('a reader that is unplugged, or whose module does no work, is an alarm until it works again', async () => {
  const { kiosk, reader } = await kioskWithReader()
  const state = () => kiosk.devices().find(({ kind }) => kind === 'idReader')?.state
  const alarms = () => hall.hub.parts.alarms.standing().map(({ alarm }) => alarm)
  await reader.faults.set('unplugged', true)
  await expect.poll(state, within).toBe('offline')
  await expect
    .poll(alarms, within)
    .toMatchObject([{ is: 'deviceDown', device: 'idReader', state: 'offline' }])
  await reader.faults.set('unplugged', false)
  await expect.poll(state, within).toBe('ready')
  await reader.faults.set('unauthorised', true)
  await expect.poll(state, within).toBe('refusing')
  await reader.faults.set('unauthorised', false)
  await expect.poll(alarms, within).toEqual([])
})

test('two devices of a station on one port, and a reader on no line, are refused at their field', async () => {
  const { id, reader } = await kioskWithReader()
  const setUp = (address: string) => ({
    name: '1号取号机',
    kind: 'kiosk',
    devices: [
      { id: 'reader', kind: 'idReader', address: reader.address },
      { id: 'scanner', kind: 'scanner', address },
    ],
  })
  expect(await ask(`/api/stations/${id}`, 'PUT', setUp(reader.address))).toMatchObject({
    status: 400,
    said: { refused: 'invalid', problems: [{ path: 'devices.1.address', problem: 'portTwice' }] },
  })
  expect((await ask(`/api/stations/${id}`, 'PUT', setUp('player:'))).status).toBe(400)
})

test('a reader at a station that is no kiosk is not driven', async () => {
  const { kiosk } = await kioskWithReader()
  expect(kiosk.devices().map(({ kind }) => kind)).toEqual(['idReader', 'scanner'])
  const { openWindowTerminal } = await import('@jiaohao/window-terminal/open-window-terminal.ts')
  const folder = stationFolder()
  const devices = [Device.parse({ id: 'r', kind: 'idReader', address: 'tcp://127.0.0.1:9' })]
  const { key, client } = await hall.station({ kind: 'window', counterIds: ['c1'], devices })
  client.close()
  const terminal = await openWindowTerminal(folder.start(hall.url, key))
  toClose.push(folder.remove, terminal.close)
  await expect.poll(() => terminal.devices()[0]?.state, within).toBe('notDriven')
})

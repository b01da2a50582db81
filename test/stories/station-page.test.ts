import { request } from 'node:http'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

let hall: TestHall
let folder: StationFolder
let station: Station

beforeEach(async () => {
  hall = await openTestHall()
  folder = stationFolder()
  const { key, client } = await hall.station({ kind: 'kiosk', name: '1号取号机' })
  client.close()
  station = await openKiosk(folder.start(hall.url, key))
})

afterEach(async () => {
  await station.close()
  await hall.close()
  folder.remove()
})

test('a station serves its pages, leads to its own, and serves nothing else', async () => {
  expect(await (await fetch(`${station.url}/`)).text()).toContain('kiosk')
  expect(await (await fetch(`${station.url}/board`)).text()).toContain('board')
  for (const path of [
    '/console',
    '/api/health',
    '/data/station.key',
    '/assets/../data/printed.log',
    '/assets/..%2f..%2fdata%2fprinted.log',
  ]) {
    expect((await fetch(station.url + path)).status, path).toBe(404)
  }
})

test('another name for this machine, and a page of another site, are turned away', async () => {
  expect(await statusFor({ host: 'evil.example' })).toBe(403)
  expect(await statusFor({ origin: 'http://evil.example' })).toBe(403)
  const { promise, resolve } = Promise.withResolvers<string>()
  const socket = io(station.url, {
    transports: ['websocket'],
    extraHeaders: { origin: 'http://evil.example' },
    reconnection: false,
  })
  socket.on('connect', () => resolve('connected'))
  socket.on('connect_error', () => resolve('turned away'))
  expect(await promise).toBe('turned away')
})

test('a page of another version is told so', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const socket = io(station.url, { transports: ['websocket'], auth: { protocol: 0 }, reconnection: false })
  socket.on('connect_error', (problem) => resolve(problem.message))
  expect(await promise).toBe('protocol')
})

test('a page in a browser of somebody else’s is not photographed, and the console is told why; both are audited', async () => {
  const { cookie } = await hall.staff('zhang', 'supervisor')
  const clerk = await hall.staff('li', 'clerk')
  const [{ id } = { id: '' }] = hall.hub.parts.stations.list()
  const photograph = async (as: string, of = id) => {
    const reply = await fetch(`${hall.url}/api/stations/${of}/screenshot`, {
      method: 'POST',
      headers: { cookie: as },
    })
    return ((await reply.json()) as { refused?: string }).refused
  }
  await expect.poll(() => photograph(cookie), { timeout: 10_000 }).toBe('noCamera')
  expect(await photograph(clerk.cookie)).toBe('notAllowed')
  expect(await photograph(cookie, 'nobody')).toBe('unknownStation')
  station.lookThrough(async () => ({ jpeg: '/9j/' }))
  expect(await photograph(cookie)).toBeUndefined()
  await station.close()
  await expect.poll(() => photograph(cookie), { timeout: 10_000 }).toBe('stationAway')
  const audited = hall.hub.parts.audit.rows().filter(({ what }) => what === 'screenshot')
  expect(audited.map(({ detail }) => JSON.parse(detail).refused)).toContain(undefined)
  expect(audited.map(({ detail }) => JSON.parse(detail).refused)).toContain('noCamera')
  station = await openKiosk(folder.start(hall.url, (await hall.station({ kind: 'kiosk' })).key))
})

test('a page learns whose station it is, and wrong messages come back with the reason', async () => {
  const page = await connect(station.url, {})
  const here = await page.socket.emitWithAck('here')
  expect(here.station).toMatchObject({ kind: 'kiosk', name: '1号取号机' })
  expect(await page.socket.emitWithAck('watch', { ask: { view: 'today' } })).toEqual({
    refused: 'notAllowed',
  })
  const wrong = await page.socket.emitWithAck('command', {
    id: 'x',
    command: { command: 'explode' },
  } as never)
  expect(wrong).toMatchObject({ refused: 'invalid' })
  page.socket.emit('command', { id: 'x' } as never, undefined as never)
  page.socket.emit('here', 'not a reply' as never)
  expect((await page.socket.emitWithAck('here')).devices).toEqual([])
  page.close()
})

test('a page that asks before its station has found the hub gets its view when the hub is there', async () => {
  const { key, client } = await hall.station({ kind: 'kiosk' })
  client.close()
  const { hub } = hall
  await hub.close()
  const other = stationFolder()
  const early = await openKiosk(other.start(hub.url, key))
  const page = await connect(early.url, {})
  const view = page.watch({ view: 'kiosk' })
  await hall.restart()
  expect((await view).view().hall.name).toBe('示例大厅')
  page.close()
  await early.close()
  other.remove()
})

function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${station.url}/kiosk`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

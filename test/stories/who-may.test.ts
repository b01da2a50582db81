import { routes } from '@jiaohao/core/contract/routes.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import type { ViewAsk } from '@jiaohao/core/views/view.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'

let hall: TestHall
beforeEach(async () => {
  hall = await openTestHall()
})
afterEach(() => hall.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${hall.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

test('no credentials of staff create a rating, over any road, and each try is in the audit', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  const all = await hall.staff('li', 'clerk', 'supervisor', 'administrator', 'auditor')
  const taken = await kiosk.client.send({
    command: 'takeTicket',
    serviceId: 'social',
    paper: false,
    language: 'zh-CN',
  })
  const ticketId = 'done' in taken ? (taken.done.ticketId ?? '') : ''
  await all.client.send({ command: 'openCounter', counterId: 'c1' })
  await all.client.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })
  await all.client.send({ command: 'finish', counterId: 'c1', wrapUp: false })
  const asking = hall.hub.parts.loop.state().counters.c1?.asking
  const rate = { command: 'rate', ticketId, leg: 0, level: 5, nonce: asking?.nonce ?? '' } as const
  expect(rate.nonce).not.toBe('')
  expect(await all.client.send(rate)).toEqual({ refused: 'notAllowed' })
  expect((await post('/api/commands', { id: 'x', command: rate }, { cookie: all.cookie })).status).toBe(403)
  const program = await hall.station({ kind: 'program', may: ['take', 'call', 'read'] })
  expect(await program.client.send(rate)).toEqual({ refused: 'notAllowed' })
  const elsewhere = await hall.station({ kind: 'evaluator', counterIds: ['c2'] })
  expect(await elsewhere.client.send(rate)).toEqual({ refused: 'ratingClosed' })
  const tries = hall.hub.parts.audit.rows().filter(({ what }) => what === 'ratingRefused')
  expect(tries.map(({ who }) => who)).toEqual([
    `evaluator:${elsewhere.id}`,
    `program:${program.id}`,
    `staff:${all.id}`,
    `staff:${all.id}`,
  ])
  expect(hall.hub.parts.loop.state().counts.rated).toBe(0)
})

test('each one sees its own view and nobody else’s', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  const taken = await kiosk.client.send({
    command: 'takeTicket',
    serviceId: 'social',
    paper: false,
    language: 'zh-CN',
  })
  const ticketId = 'done' in taken ? (taken.done.ticketId ?? '') : ''
  const people: Record<string, Client> = {
    kiosk: kiosk.client,
    window: (await hall.station({ kind: 'window', counterIds: ['c1'] })).client,
    evaluator: (await hall.station({ kind: 'evaluator', counterIds: ['c1'] })).client,
    display: (await hall.station({ kind: 'display' })).client,
    caller: (await hall.station({ kind: 'program', may: ['call'] })).client,
    reader: (await hall.station({ kind: 'program', may: ['read'] })).client,
    clerk: (await hall.staff('li', 'clerk')).client,
    auditor: (await hall.staff('audit', 'auditor')).client,
    phone: await hall.phone(ticketId),
  }
  const asks: Record<string, ViewAsk> = {
    kiosk: { view: 'kiosk' },
    window: { view: 'window' },
    phone: { view: 'phone' },
    board: { view: 'board', zoneId: '' },
    counter: { view: 'counter', counterId: 'c1' },
    evaluator: { view: 'evaluator', counterId: 'c1' },
    otherEvaluator: { view: 'evaluator', counterId: 'c2' },
    today: { view: 'today' },
  }
  const seen: Record<string, string[]> = {}
  for (const [who, client] of Object.entries(people)) {
    seen[who] = []
    for (const [name, ask] of Object.entries(asks)) {
      const answer = await new Promise<object>((resolve) => client.socket.emit('watch', { ask }, resolve))
      if ('view' in answer) seen[who].push(name)
    }
  }
  expect(seen).toEqual({
    kiosk: ['kiosk', 'board'],
    window: ['window', 'board', 'evaluator'],
    evaluator: ['board', 'evaluator'],
    display: ['board'],
    caller: ['board', 'counter'],
    reader: ['board'],
    clerk: ['board', 'counter', 'today'],
    auditor: ['board', 'today'],
    phone: ['phone'],
  })
})

test('a screen shows a code, an administrator confirms it, and the key is given once', async () => {
  const admin = await hall.staff('admin', 'administrator')
  const clerk = await hall.staff('li', 'clerk')
  const { code, claim } = routes.askPairing.reply.parse(
    await (await post('/api/pairing', { kind: 'display' })).json(),
  )
  const setUp = StationSetUp.parse({ kind: 'display', name: '综合屏' })
  const look = async () => (await fetch(`${hall.url}/api/pairing/${claim}`)).json()
  expect(await look()).toEqual({ is: 'waiting' })
  expect((await post('/api/stations', { code, setUp }, { cookie: clerk.cookie })).status).toBe(403)
  expect((await post('/api/stations', { code: '000000x', setUp }, { cookie: admin.cookie })).status).toBe(400)
  expect((await post('/api/stations', { code, setUp }, { cookie: admin.cookie })).status).toBe(200)
  const given = routes.claimPairing.reply.parse(await look())
  expect(given.is).toBe('paired')
  expect(await look()).toEqual({ is: 'gone' })
  const board = await connect(hall.url, { key: given.is === 'paired' ? given.key : '' })
  const goodbye = new Promise((told) => board.socket.once('goodbye', told))
  const id = given.is === 'paired' ? given.stationId : ''
  await fetch(`${hall.url}/api/stations/${id}`, { method: 'DELETE', headers: { cookie: admin.cookie } })
  expect(await goodbye).toBe('keyWithdrawn')
  await expect(connect(hall.url, { key: given.is === 'paired' ? given.key : '' })).rejects.toThrow(
    'notPaired',
  )
  board.close()
})

test('the first administrator’s link works once; five wrong passwords lock the account for ten minutes', async () => {
  const token = hall.hub.firstToken
  const first = { token, login: 'admin', name: '管理员', password: 'Right-1234' }
  expect((await post('/api/first', { ...first, token: 'guessed' })).status).toBe(401)
  expect((await post('/api/first', { ...first, password: 'weak' })).status).toBe(400)
  expect((await post('/api/first', first)).status).toBe(200)
  expect((await post('/api/first', { ...first, login: 'second' })).status).toBe(401)
  const signIn = async (password: string) => (await post('/api/session', { login: 'admin', password })).status
  expect(await signIn('Right-1234')).toBe(200)
  for (let i = 0; i < 4; i++) expect(await signIn('Wrong-1234')).toBe(401)
  expect(await signIn('Wrong-1234')).toBe(429)
  expect(await signIn('Right-1234')).toBe(429)
})

test('a set-up changed by somebody else meanwhile is refused as stale; a change reaches every screen; undo is one call', async () => {
  const admin = await hall.staff('admin', 'administrator')
  const kiosk = await (await hall.station({ kind: 'kiosk' })).client.watch({ view: 'kiosk' })
  const put = (body: unknown) =>
    fetch(`${hall.url}/api/hall`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: admin.cookie },
      body: JSON.stringify(body),
    })
  const { version, hall: setUp } = hall.hub.parts.setUp.read()
  expect((await put({ version, hall: { ...setUp, name: '新大厅' } })).status).toBe(200)
  expect((await kiosk.until((view) => view.hall.name === '新大厅')).hall.name).toBe('新大厅')
  const stale = await put({ version, hall: { ...setUp, name: '另一个' } })
  expect([stale.status, ((await stale.json()) as { refused: string }).refused]).toEqual([409, 'stale'])
  const twice = {
    ...setUp,
    services: [...setUp.services, { ...setUp.services[0], id: 'again', open: false }],
  }
  const repeated = (await (await put({ version: version + 1, hall: twice })).json()) as { problems: unknown }
  expect(repeated.problems).toEqual([{ path: 'services.2.prefix', problem: 'repeated' }])
  await put({ version: version + 1, hall: { ...setUp, name: '第三个' } })
  await post(`/api/hall/versions/${version + 1}`, {}, { cookie: admin.cookie })
  await kiosk.until((view) => view.hall.name === '新大厅')
})

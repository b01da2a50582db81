import { routes } from '@jiaohao/core/contract/routes.ts'
import { reasons } from '@jiaohao/core/queue/refused.ts'
import fc from 'fast-check'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'

let hall: TestHall
let cookie: string
let kiosk: Client
let clerk: Client

beforeAll(async () => {
  hall = await openTestHall()
  const admin = await hall.staff('admin', 'administrator', 'supervisor', 'auditor', 'clerk')
  cookie = admin.cookie
  clerk = admin.client
  kiosk = (await hall.station({ kind: 'kiosk' })).client
  await kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
})
afterAll(() => hall.close())

const seq = () => hall.hub.parts.loop.state().seq
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\u0000',
    '\u202e取号',
    '😀',
    "'; drop table event; --",
    '../../etc/passwd',
    '__proto__',
    'a'.repeat(300),
  ),
)
const junk = fc.oneof(
  hostile,
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.constant(-1),
  fc.constant(2 ** 53),
)
const writing = Object.values(routes).filter(({ method }) => method === 'POST' || method === 'PUT')

/** What every no looks like over HTTP: a known reason, in both languages, and no server error. */
async function saysNo(response: Response): Promise<void> {
  const body = (await response.json()) as { refused: string; message: Record<string, string> }
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  expect(reasons).toContain(body.refused)
  expect(body.message['zh-CN']).toMatch(/\p{Script=Han}/u)
  expect(body.message.en).toMatch(/[a-z]/)
}

const ask = (path: string, method: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${hall.url}${path.replace(/:\w+/g, 'x')}`, {
    method,
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body,
  })

test('every route that changes something refuses what is not its shape, in words, and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...writing),
      fc.dictionary(fc.string({ minLength: 1 }), junk, { minKeys: 1 }),
      async (route, body) => {
        const before = seq()
        await saysNo(await ask(route.path, route.method, JSON.stringify(body)))
        expect(seq()).toBe(before)
      },
    ),
    { numRuns: 120 },
  )
})

test('malformed JSON, a foreign content type and an oversized body are refused in words', async () => {
  await saysNo(await ask('/api/commands', 'POST', '{"id":'))
  await saysNo(
    await ask('/api/commands', 'POST', 'id=1', { 'content-type': 'application/x-www-form-urlencoded' }),
  )
  await saysNo(await ask('/api/hall', 'PUT', `"${'x'.repeat(600 * 1024)}"`))
  await saysNo(await ask('/api/no-such-route', 'POST', '{}'))
})

test('any junk in place of a command is invalid over the socket, names the place, and changes nothing', async () => {
  const name = fc.constantFrom(
    'takeTicket',
    'callNext',
    'rate',
    'hold',
    'transfer',
    'pauseCounter',
    'turnDay',
    'noSuch',
  )
  await fc.assert(
    fc.asyncProperty(
      name,
      fc.dictionary(fc.string(), junk),
      fc.oneof(hostile, fc.constant('id')),
      async (command, rest, id) => {
        const before = seq()
        const answer = await new Promise((resolve) =>
          kiosk.socket.emit('command', { id, command: { ...rest, command } } as never, resolve),
        )
        expect(reasons).toContain((answer as { refused: string }).refused)
        expect(seq()).toBe(before)
      },
    ),
    { numRuns: 200 },
  )
})

test('events nobody knows, missing replies and junk in every event leave the hub well', async () => {
  const events = ['watch', 'unwatch', 'command', 'devices', 'here', 'noSuchEvent']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...events), fc.array(junk, { maxLength: 3 }), async (event, args) => {
      const anything = kiosk.socket as unknown as { emit(event: string, ...args: unknown[]): void }
      anything.emit(event, ...args)
    }),
    { numRuns: 200 },
  )
  expect(
    await kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' }),
  ).toMatchObject({ done: {} })
})

test.each([
  ['a control character', '等\u0007候'],
  ['a bidirectional override', '\u202e候等'],
  ['a pictograph', '🙂'],
  ['nothing but spaces', '   '],
  ['a text too long', '长'.repeat(500)],
  ['half a character', '\ud800'],
])('%s in a text people will read is refused wherever a text is taken', async (_what, text) => {
  const before = seq()
  const target = { to: 'counter', counterId: 'c2', serviceId: 'social' } as const
  for (const command of [
    { command: 'pauseCounter', counterId: 'c1', reason: text },
    { command: 'transfer', counterId: 'c1', target, reason: text, place: 'head', comeBack: false },
    {
      command: 'takeTicket',
      serviceId: 'social',
      paper: false,
      language: 'zh-CN',
      priority: { classId: 'elderly', ground: text },
    },
  ] as const) {
    expect(await clerk.send(command)).toMatchObject({ refused: 'invalid' })
  }
  const { hall: setUp, version } = hall.hub.parts.setUp.read()
  await saysNo(await ask('/api/hall', 'PUT', JSON.stringify({ version, hall: { ...setUp, name: text } })))
  expect(seq()).toBe(before)
})

test('a rating keeps its mark when its words are refused', async () => {
  const words = await clerk.send({
    command: 'explainRating',
    ticketId: '2026-03-11-1',
    leg: 0,
    nonce: '',
    codes: [],
    text: '好\u0000',
  })
  expect(words).toMatchObject({ refused: 'invalid', problems: [{ path: 'command.text' }] })
})

test('a stale protocol, a foreign key, a guessed secret and another site are turned away at the door', async () => {
  await expect(connect(hall.url, { key: 'guessed' })).rejects.toThrow('notPaired')
  await expect(connect(hall.url, {})).rejects.toThrow('notPaired')
  await expect(connect(hall.url, { cookie: 'jiaohao_session=guessed' })).rejects.toThrow('notSignedIn')
  const ticketId = `${hall.hub.parts.loop.state().day}-1`
  await expect(connect(hall.url, { ticket: { ticketId, secret: 'guessed' } })).rejects.toThrow(
    'unknownTicket',
  )
  const stale = io(hall.url, {
    auth: { protocol: 0 },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  expect(await new Promise((resolve) => stale.once('connect_error', ({ message }) => resolve(message)))).toBe(
    'protocol',
  )
  const elsewhere = await fetch(`${hall.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'http://evil.example' },
  })
  expect(elsewhere.status).toBe(403)
})

test('a message over the limit ends that connection and no other', async () => {
  const { client } = await hall.station({ kind: 'kiosk' })
  const gone = new Promise((resolve) => client.socket.once('disconnect', resolve))
  client.socket.emit('command', { id: 'x', command: { command: 'x'.repeat(600_000) } } as never, () => {})
  await gone
  client.close()
  expect(
    await kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' }),
  ).toMatchObject({ done: {} })
})

import { routes } from '@jiaohao/core/contract/routes.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../hall/client.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'

let hall: TestHall
beforeEach(async () => {
  hall = await openTestHall()
})
afterEach(() => hall.close())

const take = { command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' } as const
const next = { command: 'callNext', counterId: 'c1', finishCurrent: false } as const

test('a number is taken, called on the board, served, rated on the evaluator and found in the report', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  const board = await (await hall.station({ kind: 'display' })).client.watch({ view: 'board', zoneId: '' })
  const evaluator = (await hall.station({ kind: 'evaluator', counterIds: ['c1'] })).client
  const asked = await evaluator.watch({ view: 'evaluator', counterId: 'c1' })
  const li = await hall.staff('li', 'clerk', 'supervisor')
  expect(await kiosk.client.send(take)).toMatchObject({ done: { number: 'A001' } })
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  await li.client.send(next)
  const shown = await board.until(({ calls }) => calls.length > 0)
  expect(shown.calls).toMatchObject([{ number: 'A001', counterNo: '1', recall: 0 }])
  expect(JSON.stringify(shown)).not.toMatch(/secret|priority|ticketId/)
  await li.client.send({ command: 'start', counterId: 'c1' })
  await li.client.send({ command: 'finish', counterId: 'c1', wrapUp: false })
  const {
    ticketId = '',
    leg = 0,
    nonce = '',
  } = (await asked.until(({ sign }) => sign.asking !== null)).sign.asking ?? {}
  const mark = { command: 'rate', ticketId, leg, level: 5, nonce } as const
  expect(await evaluator.send(mark)).toMatchObject({ done: {} })
  expect(await evaluator.send(mark)).toEqual({ refused: 'alreadyRated' })

  const today = dayOf(Date.now(), 'Asia/Shanghai')
  const reply = await fetch(`${hall.url}/api/reports?from=${today}&to=${today}`, {
    headers: { cookie: li.cookie },
  })
  const { total } = routes.report.reply.parse(await reply.json())
  expect(total).toMatchObject({
    issued: 1,
    called: 1,
    finished: 1,
    rateable: 1,
    rated: 1,
    levels: [1, 0, 0, 0, 0],
  })
  expect(total.wait.n).toBe(1)
})

test('why a number was called is told to staff in words, a choice by hand is on record, and nobody else may ask', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  const li = await hall.staff('li', 'clerk', 'auditor')
  await kiosk.client.send(take)
  await kiosk.client.send(take)
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  const ticketId = `${dayOf(Date.now(), 'Asia/Shanghai')}-2`
  await li.client.send({ command: 'callTicket', counterId: 'c1', ticketId })
  const asks = (id: string, headers: Record<string, string>) =>
    fetch(`${hall.url}/api/tickets/${id}/why`, { headers })
  const told = routes.ticketWhy.reply.parse(await (await asks(ticketId, { cookie: li.cookie })).json())
  expect(told.told.calls).toMatchObject([{ rule: 'chosen', passed: 1, numbers: ['A001'], counterNo: '1' }])
  expect(told.words['zh-CN']?.join('')).toContain('先于等得更久的 1 人：A001')
  const passed = await asks(ticketId.replace(/2$/, '1'), { cookie: li.cookie })
  expect(routes.ticketWhy.reply.parse(await passed.json()).told.passedBy).toMatchObject([{ number: 'A002' }])
  expect(hall.hub.parts.audit.rows()[0]).toMatchObject({
    what: 'numberChosen',
    who: expect.stringMatching(/^staff:/),
  })
  expect((await asks(ticketId, { authorization: `Bearer ${kiosk.key}` })).status).toBe(403)
  expect((await asks('2020-01-01-1', { cookie: li.cookie })).status).toBe(404)
})

test('a repeated command gets the first answer and has one effect, also after a restart', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  const first = await kiosk.client.send(take, 'one-tap')
  expect(await kiosk.client.send(take, 'one-tap')).toEqual(first)
  await hall.restart()
  const again = await connect(hall.url, { key: kiosk.key })
  expect(await again.send(take, 'one-tap')).toEqual(first)
  expect(await again.send(take, 'another-tap')).toMatchObject({ done: { number: 'A002' } })
  const other = await hall.station({ kind: 'kiosk' })
  expect(await other.client.send(take, 'one-tap')).toMatchObject({ done: { number: 'A003' } })
  again.close()
})

test('a first refusal is the answer to the same id, even when it would be a yes by now', async () => {
  const li = await hall.staff('li', 'clerk')
  const kiosk = await hall.station({ kind: 'kiosk' })
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  expect(await li.client.send(next, 'press')).toEqual({ refused: 'nobodyWaiting' })
  await kiosk.client.send(take)
  expect(await li.client.send(next, 'press')).toEqual({ refused: 'nobodyWaiting' })
  expect(await li.client.send(next)).toMatchObject({ done: { number: 'A001' } })
})

test('five calls while a board is away are told when it is back, each once and in order', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  const display = await hall.station({ kind: 'display' })
  const board = await display.client.watch({ view: 'board', zoneId: '' })
  const li = await hall.staff('li', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  await kiosk.client.send(take)
  await li.client.send(next)
  await board.until((_view, calls) => calls.length === 1)
  display.client.socket.io.engine.close()
  for (let i = 0; i < 4; i++) await li.client.send({ command: 'recall', counterId: 'c1' })
  await board.until((_view, calls) => calls.length >= 5)
  expect(board.calls.map(({ recall }) => recall)).toEqual([0, 1, 2, 3, 4])
})

test('two clerks press next in the same instant on one ticket: one has it, the other hears that nobody waits', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  const li = await hall.staff('li', 'clerk')
  const wang = await hall.staff('wang', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  await wang.client.send({ command: 'openCounter', counterId: 'c2' })
  await kiosk.client.send(take)
  const answers = await Promise.all([li.client.send(next), wang.client.send({ ...next, counterId: 'c2' })])
  expect(answers.filter((answer) => 'done' in answer)).toHaveLength(1)
  expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'nobodyWaiting' }])
})

test('the hub closes at once with clients connected, and the day goes on where it was', async () => {
  const kiosk = await hall.station({ kind: 'kiosk' })
  for (let i = 0; i < 20; i++) await kiosk.client.send(take)
  const beganMs = performance.now()
  await hall.restart()
  expect(performance.now() - beganMs).toBeLessThan(3_000)
  const again = await connect(hall.url, { key: kiosk.key })
  expect(await again.send(take)).toMatchObject({ done: { number: 'A021' } })
  again.close()
})

import { clockOf } from '@jiaohao/core/clock.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { Device } from '@jiaohao/core/contract/station.ts'
import type { Item } from '@jiaohao/core/items/item.ts'
import { openPrinterTwin, type PrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import type { Station } from '@jiaohao/station/station.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../hall/client.ts'
import { cardItem, idItem } from '../hall/items.ts'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { type StationFolder, stationFolder } from '../hall/station-folder.ts'

let hall: TestHall
let printer: PrinterTwin
let folder: StationFolder
let kiosk: Station
let cookie: string

beforeEach(async () => {
  hall = await openTestHall()
  printer = await openPrinterTwin({ clock: clockOf(globalThis) })
  folder = stationFolder()
  const devices = [Device.parse({ id: 'printer', kind: 'printer', address: printer.address })]
  const { key, client } = await hall.station({ kind: 'kiosk', name: '1号取号机', devices })
  client.close()
  ;({ cookie } = await hall.staff('root', 'administrator'))
  kiosk = await openKiosk(folder.start(hall.url, key))
  await expect.poll(() => kiosk.devices()[0]?.state, { timeout: 10_000 }).toBe('ready')
})

afterEach(async () => {
  await kiosk.close()
  await printer.close()
  await hall.close()
  folder.remove()
})

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; reply: never }> {
  const response = await fetch(`${hall.url}${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, reply: (await response.json()) as never }
}

async function writes(item: Item): Promise<{ id: string; revision: number }> {
  return (await call('POST', '/api/items', { item })).reply
}

async function publishes(item: Item): Promise<string> {
  const { id, revision } = await writes(item)
  expect((await call('POST', `/api/items/${id}/publish`, { revision })).status).toBe(200)
  return id
}

const guided = async (words: string) => {
  const response = await fetch(`${kiosk.url}/api/guide/items?words=${encodeURIComponent(words)}`)
  return routes.guideItems.reply.parse(await response.json())
}

test('published, found at the kiosk, the checklist printed, a number taken for two items, the clerk sees both', async () => {
  const card = await publishes(cardItem)
  const id = await publishes(idItem)
  expect(await guided('sbk')).toMatchObject({ total: 1, items: [{ id: card, name: '社保卡申领' }] })

  const page = await connect(kiosk.url, {})
  const view = await page.watch({ view: 'kiosk' })
  expect(await view.until(({ guide }) => guide.items === 2)).toMatchObject({
    services: [{ items: 1 }, { items: 1 }],
  })
  const asked = await page.send({ command: 'printChecklist', itemIds: [card, id], language: 'zh-CN' })
  expect(asked).toMatchObject({ done: { handoutId: expect.stringMatching(/-h1$/) } })
  await view.until(({ handouts }) => handouts.ended[0]?.outcome === 'printed')
  expect(printer.papers().map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /一次性告知单[\s\S]*社保卡申领[\s\S]*□ 居民身份证（原件 1 份）[\s\S]*在有效期内[\s\S]*□ 近期免冠照片（原件 2 份，非必要）[\s\S]*5 个工作日[\s\S]*不收费[\s\S]*临时身份证明[\s\S]*户口簿（原件及复印件 1 份）[\s\S]*当场办结/,
    ),
  ])
  const journal = hall.hub.parts.loop.state().handouts.ended
  expect(journal).toMatchObject([{ outcome: 'printed' }])

  const li = await hall.staff('li', 'clerk')
  await li.client.send({ command: 'openCounter', counterId: 'c2' })
  await page.send({
    command: 'takeTicket',
    serviceId: 'social',
    paper: true,
    language: 'zh-CN',
    itemIds: [card, id],
  })
  await view.until(({ taken }) => taken[0]?.slip === 'settled')
  expect(printer.papers().at(-1)?.text).toMatch(/A001[\s\S]*社保卡申领[\s\S]*临时身份证明[\s\S]*□ 户口簿/)

  const counter = await li.client.watch({ view: 'counter', counterId: 'c2' })
  expect(counter.view().waiting[0]?.items).toEqual(['社保卡申领', '临时身份证明'])
  await li.client.send({ command: 'callNext', counterId: 'c2', finishCurrent: false })
  const { checklist } = await counter.until(({ current }) => current !== null)
  expect(checklist).toMatchObject([
    {
      name: '社保卡申领',
      materials: [
        { text: '居民身份证', copies: 1 },
        { text: '近期免冠照片', copies: 2 },
      ],
    },
    { name: '临时身份证明', materials: [{ text: '户口簿', form: 'both' }] },
  ])
  page.close()
})

test('an item that lacks one of the seven fields is not published, and told what it lacks', async () => {
  const { id, revision } = await writes({ ...cardItem, basis: [], fee: '' })
  const { status, reply } = await call('POST', `/api/items/${id}/publish`, { revision })
  expect({ status, reply }).toMatchObject({
    status: 400,
    reply: {
      refused: 'invalid',
      problems: [
        { path: 'basis', problem: 'missing' },
        { path: 'fee', problem: 'missing' },
      ],
    },
  })
  expect(await guided('sbk')).toEqual({ total: 0, items: [] })
})

test('what is withdrawn is gone from the guide at once, and an earlier version can be published again', async () => {
  const id = await publishes(cardItem)
  const page = await connect(kiosk.url, {})
  const view = await page.watch({ view: 'kiosk' })
  await view.until(({ guide }) => guide.items === 1)
  const revision = async () =>
    ((await call('GET', `/api/items/${id}`)).reply as { revision: number }).revision
  await call('POST', `/api/items/${id}/withdraw`, { revision: await revision() })
  await view.until(({ guide }) => guide.items === 0)
  expect(await guided('sbk')).toEqual({ total: 0, items: [] })
  expect(await page.send({ command: 'printChecklist', itemIds: [id], language: 'zh-CN' })).toEqual({
    refused: 'unknownItem',
  })
  await call('POST', `/api/items/${id}/versions/1`, { revision: await revision() })
  await call('POST', `/api/items/${id}/publish`, { revision: await revision() })
  expect((await guided('sbk')).total).toBe(1)
  page.close()
})

test('a change made on another’s change is stale', async () => {
  const { id, revision } = await writes(cardItem)
  expect((await call('PUT', `/api/items/${id}`, { revision, item: cardItem })).status).toBe(200)
  expect(await call('PUT', `/api/items/${id}`, { revision, item: cardItem })).toMatchObject({
    status: 409,
    reply: { refused: 'stale' },
  })
})

test('without paper the checklist fails, says why, and nothing is printed later by itself', async () => {
  const card = await publishes(cardItem)
  await printer.faults.set('paperOut', true)
  await expect.poll(() => kiosk.devices()[0]?.state, { timeout: 10_000 }).toBe('paperOut')
  const page = await connect(kiosk.url, {})
  const view = await page.watch({ view: 'kiosk' })
  await page.send({ command: 'printChecklist', itemIds: [card], language: 'zh-CN' })
  expect(await view.until(({ handouts }) => handouts.ended.length === 1)).toMatchObject({
    handouts: { toPrint: [], ended: [{ outcome: 'failed', why: 'paperOut' }] },
  })
  await printer.faults.set('paperOut', false)
  await expect.poll(() => kiosk.devices()[0]?.state, { timeout: 10_000 }).toBe('ready')
  expect(printer.papers()).toEqual([])
  page.close()
})

test('the catalogue outlives the hub, and a kiosk still tells what it read while the hub is away', async () => {
  await publishes(cardItem)
  expect((await guided('shebaoka')).total).toBe(1)
  await hall.hub.close()
  expect((await guided('shebaoka')).total).toBe(1)
  await hall.restart()
  expect((await guided('社保')).total).toBe(1)
})

test('only administrators write the catalogue, and everybody reads what is published', async () => {
  await publishes(cardItem)
  const { cookie: clerk } = await hall.staff('wang', 'clerk', 'supervisor', 'auditor')
  const body = JSON.stringify({ item: cardItem })
  const headers = { 'content-type': 'application/json' }
  const post = (more: Record<string, string>) =>
    fetch(`${hall.url}/api/items`, { method: 'POST', headers: { ...headers, ...more }, body })
  expect((await post({})).status).toBe(401)
  expect((await post({ cookie: clerk })).status).toBe(403)
  expect((await fetch(`${hall.url}/api/guide`)).status).toBe(200)
})

const heads =
  '事项名称,办理部门,业务,办件类型,办理流程,资料清单,办理依据,承诺时限,办理结果,收费标准,生效日期,复审日期'
const line = (name: string, change: Record<number, string> = {}) => {
  const cells = [
    name,
    '人社局',
    '社会保险',
    '即办件',
    '当场办',
    '身份证',
    '《法》',
    '当场办结',
    '证明',
    '不收费',
    '2026-01-01',
    '2099-01-01',
  ]
  for (const [at, cell] of Object.entries(change)) cells[Number(at)] = cell
  return cells.join(',')
}
const file = (...lines: string[]) => ({
  name: 'items.csv',
  bytes: Buffer.from([heads, ...lines].join('\n')).toString('base64'),
})
type Preview = {
  basedOn: number
  added: number
  changed: number
  same: number
  mistakes: number
  problems: unknown[]
}

test('a table is looked through, saved whole, found at the kiosk, and undone as one', async () => {
  const table = file(line('参保证明打印'), line('养老金资格认证'))
  const preview = (await call('POST', '/api/items/imports/preview', table)).reply as Preview
  expect(preview).toMatchObject({ added: 2, changed: 0, same: 0, mistakes: 0, problems: [] })
  expect(await guided('cbzm')).toMatchObject({ total: 0 })

  const commit = { ...table, basedOn: preview.basedOn, publish: true }
  const done = await call('POST', '/api/items/imports', commit)
  expect(done).toMatchObject({ status: 200, reply: { id: 1 } })
  expect(await guided('cbzm')).toMatchObject({ total: 1, items: [{ name: '参保证明打印' }] })
  expect(await call('POST', '/api/items/imports', commit)).toMatchObject({ reply: { refused: 'stale' } })

  const again = (await call('POST', '/api/items/imports/preview', table)).reply as Preview
  expect(again).toMatchObject({ added: 0, same: 2 })
  expect((await call('POST', '/api/items/imports/1/undo')).status).toBe(200)
  expect(await guided('cbzm')).toMatchObject({ total: 0 })
  expect(await call('POST', '/api/items/imports/1/undo')).toMatchObject({ reply: { refused: 'stale' } })
})

test('one wrong cell keeps the whole table out, and says which row and column', async () => {
  const table = file(line('好的'), line('坏的', { 2: '没有的业务', 10: '明天' }), line('好的'))
  const preview = (await call('POST', '/api/items/imports/preview', table)).reply as Preview
  expect(preview.problems).toEqual([
    { row: 3, column: '业务', problem: 'unknown', found: '没有的业务', onlyPublishing: false },
    { row: 3, column: '生效日期', problem: 'badDate', found: '明天', onlyPublishing: false },
    { row: 4, column: '事项名称', problem: 'repeated', found: '好的', onlyPublishing: false },
  ])
  const refusal = await call('POST', '/api/items/imports', {
    ...table,
    basedOn: preview.basedOn,
    publish: false,
  })
  expect(refusal).toMatchObject({ status: 400, reply: { refused: 'invalid', problems: { length: 3 } } })
  expect((await call('GET', '/api/items')).reply).toEqual([])
})

test('what lacks a public field can be imported as a draft, and not be published', async () => {
  const table = file(line('还没写完', { 9: '' }))
  const preview = (await call('POST', '/api/items/imports/preview', table)).reply as Preview
  expect(preview).toMatchObject({
    mistakes: 0,
    problems: [{ row: 2, column: '收费标准', problem: 'missing', onlyPublishing: true }],
  })
  const { basedOn } = preview
  const publishing = await call('POST', '/api/items/imports', { ...table, basedOn, publish: true })
  expect(publishing.status).toBe(400)
  expect((await call('POST', '/api/items/imports', { ...table, basedOn, publish: false })).status).toBe(200)
  expect((await call('GET', '/api/items')).reply).toMatchObject([{ name: '还没写完', state: 'draft' }])
})

test('the exported table, changed and imported, changes just what was changed; undo brings it back', async () => {
  const id = await publishes(cardItem)
  await publishes(idItem)
  const csv = await (await fetch(`${hall.url}/api/items/file?as=csv`, { headers: { cookie } })).text()
  const bytes = Buffer.from(csv.replace('5个工作日', '3个工作日')).toString('base64')
  const table = { name: 'again.csv', bytes }
  const preview = (await call('POST', '/api/items/imports/preview', table)).reply as Preview
  expect(preview).toMatchObject({ added: 0, changed: 1, same: 1, problems: [] })
  await call('POST', '/api/items/imports', { ...table, basedOn: preview.basedOn, publish: true })
  const days = async () =>
    ((await call('GET', `/api/guide/items/${id}`)).reply as { promised: unknown }).promised
  expect(await days()).toMatchObject({ days: 3 })
  await call('POST', '/api/items/imports/1/undo')
  expect(await days()).toMatchObject({ days: 5 })
})

test('an import is not undone over what somebody changed since', async () => {
  const table = file(line('参保证明打印'))
  const { basedOn } = (await call('POST', '/api/items/imports/preview', table)).reply as Preview
  await call('POST', '/api/items/imports', { ...table, basedOn, publish: true })
  const [row] = (await call('GET', '/api/items')).reply as { id: string; revision: number }[]
  await call('PUT', `/api/items/${row?.id}`, { revision: row?.revision, item: cardItem })
  expect(await call('POST', '/api/items/imports/1/undo')).toMatchObject({ reply: { refused: 'stale' } })
})

test('the empty table and the whole one are xlsx and CSV that can be read again', async () => {
  await publishes(cardItem)
  for (const query of ['as=xlsx&what=template', 'as=xlsx', 'as=csv&what=template']) {
    const response = await fetch(`${hall.url}/api/items/file?${query}`, { headers: { cookie } })
    const bytes = Buffer.from(await response.arrayBuffer()).toString('base64')
    const preview = (await call('POST', '/api/items/imports/preview', { name: 'table', bytes }))
      .reply as Preview
    expect(
      preview.problems.filter((each) => !(each as { onlyPublishing: boolean }).onlyPublishing),
      query,
    ).toEqual([])
  }
})

test('a hostile file is refused and the hall goes on', async () => {
  const bad = (bytes: Buffer) => ({ name: 'bad.xlsx', bytes: bytes.toString('base64') })
  for (const bytes of [
    Buffer.from('PK not really'),
    Buffer.alloc(1_000, 0),
    Buffer.from('d0cf11e0', 'hex'),
  ]) {
    const { reply } = await call('POST', '/api/items/imports/preview', bad(bytes))
    expect(reply).toMatchObject({ added: 0, mistakes: 1 })
  }
  const huge = await call('POST', '/api/items/imports/preview', bad(Buffer.alloc(3.2 * 1024 * 1024)))
  expect(huge.status).toBe(413)
  expect((await fetch(`${hall.url}/api/health`)).status).toBe(200)
})

import type { EstimatesReport, WhatIfReply } from '@jiaohao/core/contract/estimates.ts'
import type { Role } from '@jiaohao/core/queue/who.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { databaseFile } from '@jiaohao/server/journal/database.ts'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'

const minuteMs = 60_000
const day = '2026-03-11'
/** Ten in the morning, on a day whose only session ends at eleven. */
const beginsMs = Date.UTC(2026, 2, 11, 2)
const setUp = { ...smallHall, policy: { ...smallHall.policy, sessions: [{ from: '08:30', to: '11:00' }] } }

let hall: TestHall
let clock: ReturnType<typeof drivenClock>
beforeEach(async () => {
  clock = drivenClock(beginsMs)
  hall = await openTestHall({ clock, setUp })
})
afterEach(() => hall.close())

const patient = { timeout: 20_000 }

/** A counter that takes ten minutes for each; ten take a number at ten o'clock, once four have been served. */
async function liveADay() {
  await clock.advance(1_000)
  const { client: clerk } = await hall.staff('li', 'clerk')
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const take = () =>
    kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  const serve = async (ms: number) => {
    await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })
    await clerk.send({ command: 'start', counterId: 'c1' })
    await clock.advance(ms)
    await clerk.send({ command: 'finish', counterId: 'c1', wrapUp: false })
  }
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  for (let i = 0; i < 4; i++) await take()
  for (let i = 0; i < 4; i++) await serve(minuteMs)
  const { estimates, loop } = hall.hub.parts
  await expect
    .poll(async () => {
      await clock.advance(100)
      return estimates.seq() === loop.state().seq
    }, patient)
    .toBe(true)
  for (let i = 0; i < 10; i++) await take()
  for (let i = 0; i < 10; i++) await serve(10 * minuteMs)
}

async function asking(role: Role) {
  const { cookie } = await hall.staff(role, role)
  return {
    get: (path: string) => fetch(`${hall.url}${path}`, { headers: { cookie } }),
    whatIf: (body: object) =>
      fetch(`${hall.url}/api/reports/what-if`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}

test('what each was told is kept with the number, and the day is told beside the plain formula', async () => {
  await liveADay()
  const db = new Database(databaseFile(hall.dataDir), { readonly: true })
  const kept = db.prepare(
    'select count(*) as n from ticket where told_p10_ms <= told_p50_ms and told_p50_ms <= told_p90_ms',
  )
  expect(kept.get()).toEqual({ n: 10 })
  db.close()
  const auditor = await asking('auditor')
  const report = (await (
    await auditor.get(`/api/reports/estimates?from=${day}&to=${day}`)
  ).json()) as EstimatesReport
  expect(report.total).toMatchObject({ told: 10, n: 10, plain: { n: 10 } })
  expect(report.days.map(({ id }) => id)).toEqual([day])
  expect(report.services.map(({ id, name }) => [id, name])).toEqual([['social', '社会保险']])
  for (const share of [report.total.withinP50, report.total.withinP90]) {
    expect(share).toBeGreaterThanOrEqual(0)
    expect(share).toBeLessThanOrEqual(1)
  }
  const csv = await auditor.get(`/api/reports/estimates/file?from=${day}&to=${day}&as=csv&language=en`)
  expect(await csv.text()).toMatch(
    /^\ufeff?Estimates held to account 2026-03-11 to 2026-03-11\r\nScope,Name,Told,n,/,
  )
  const xlsx = await auditor.get(`/api/reports/estimates/file?from=${day}&to=${day}&as=xlsx`)
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
})

test('with one more counter the day would have waited less and called more by closing', async () => {
  await liveADay()
  const supervisor = await asking('supervisor')
  const reply = (await (await supervisor.whatIf({ day, moreLike: 'c1' })).json()) as WhatIfReply
  const { was, played, changed } = reply.total
  expect(was).toMatchObject({ called: 14, uncalled: 0, byClosing: 10 })
  expect(Math.abs(Number(played.p50Ms) - Number(was.p50Ms))).toBeLessThan(minuteMs)
  expect(changed.p50Ms).toBeLessThan(Number(played.p50Ms) * 0.7)
  expect(changed.p90Ms).toBeLessThan(Number(played.p90Ms) * 0.7)
  expect(changed.byClosing).toBe(14)
})

test('what cannot be is refused by name, and clerks may ask for none of it', async () => {
  await liveADay()
  const supervisor = await asking('supervisor')
  const refusal = async (body: object) => {
    const reply = await supervisor.whatIf(body)
    return [reply.status, ((await reply.json()) as { refused: string }).refused]
  }
  expect(await refusal({ day: '2020-01-01', moreLike: 'c1' })).toEqual([404, 'unknownDay'])
  expect(await refusal({ day, moreLike: 'c99' })).toEqual([404, 'unknownCounter'])
  expect(await refusal({ day, moreLike: 'c3' })).toEqual([409, 'counterUnused'])
  expect(await refusal({ day })).toEqual([400, 'invalid'])
  expect(await refusal({ day, policy: { priorityRun: 11 } })).toEqual([400, 'invalid'])
  expect(await refusal({ day, policy: { sessions: [] } })).toEqual([400, 'invalid'])
  const clerk = await asking('clerk')
  expect((await clerk.whatIf({ day, moreLike: 'c1' })).status).toBe(403)
  expect((await clerk.get(`/api/reports/estimates?from=${day}&to=${day}`)).status).toBe(403)
})

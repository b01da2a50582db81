import { year2026 } from '@jiaohao/core/calendar/year-2026.ts'
import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import type { Role } from '@jiaohao/core/queue/who.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { databaseFile } from '@jiaohao/server/journal/database.ts'
import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'

const take = { command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' } as const
const sessions = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
]

let hall: TestHall
afterEach(() => hall.close())

/** Ten in the morning of this day, in the hall. */
async function openAt(day: string, setUp: HallSetUp = smallHall) {
  const clock = drivenClock(Date.parse(`${day}T10:00:00+08:00`))
  hall = await openTestHall({ clock, setUp })
  await clock.advance(1_000)
  return clock
}

async function person(...roles: Role[]) {
  const { cookie } = await hall.staff(roles.join('-'), ...roles)
  return async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${hall.url}/api/${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
}

const opening = HallSetUp.parse({
  ...smallHall,
  policy: { ...smallHall.policy, sessions, useCalendar: true },
})

test('a year is proposed, drafted, signed by name, and only then in force; each step is on record', async () => {
  await openAt('2026-11-23')
  const root = await person('administrator')
  const chief = await person('supervisor')
  const proposed = await root('GET', 'calendar/proposals/2026')
  expect(await root('PUT', 'calendar/drafts', { version: 0, table: proposed.body })).toMatchObject({
    body: { version: 1 },
  })
  expect(await root('PUT', 'hall', { version: 0, hall: opening })).toMatchObject({
    status: 409,
    body: { refused: 'yearNotLoaded', year: 2026 },
  })
  expect((await chief('PUT', 'calendar/drafts', { version: 1, table: year2026 })).status).toBe(403)
  expect(await chief('POST', 'calendar/years/2026/signature', { version: 0 })).toMatchObject({
    body: { refused: 'stale' },
  })
  await chief('POST', 'calendar/years/2026/signature', { version: 1 })
  expect((await chief('GET', 'calendar')).body).toMatchObject({
    version: 2,
    calendar: { years: [{ year: 2026, signedBy: { name: 'supervisor' } }], drafts: [] },
  })
  expect((await root('PUT', 'hall', { version: 0, hall: opening })).status).toBe(200)
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  expect(await kiosk.send(take)).toMatchObject({ done: {} })
  const noted = hall.hub.parts.audit.rows().map(({ what }) => what)
  expect(noted).toEqual(expect.arrayContaining(['draftYear', 'signYear', 'writeHall']))
})

test('a wrong or unknown year is refused, and nothing is lost by it', async () => {
  await openAt('2026-11-23')
  const root = await person('administrator')
  expect(await root('GET', 'calendar/proposals/2099')).toMatchObject({
    status: 404,
    body: { refused: 'unknownYear', year: 2099 },
  })
  expect(await root('POST', 'calendar/years/2026/signature', { version: 0 })).toMatchObject({
    body: { refused: 'unknownYear' },
  })
  const work = [{ day: '2026-11-23', name: '' }]
  expect(await root('PUT', 'calendar/drafts', { version: 0, table: { ...year2026, work } })).toMatchObject({
    body: { refused: 'invalid', problems: [{ path: 'work.0.day', problem: 'notWeekend' }] },
  })
  expect((await root('GET', 'calendar')).body).toMatchObject({ version: 0 })
})

test('on a day off the kiosk says when it opens; a closure needs its approver and can be undone', async () => {
  await openAt('2026-11-28', opening)
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  expect(await kiosk.send(take)).toEqual({ refused: 'yearNotLoaded', year: 2026 })
  const root = await person('administrator')
  await root('PUT', 'calendar/drafts', { version: 0, table: year2026 })
  await root('POST', 'calendar/years/2026/signature', { version: 1 })
  const monday = { day: '2026-11-30', from: '08:30' }
  expect(await kiosk.send(take)).toEqual({ refused: 'restDay', opens: monday })
  const closure = {
    id: 'power',
    fromDay: '2026-11-30',
    toDay: '2026-11-30',
    part: null,
    of: { is: 'hall' },
    reason: '供电检修',
    approver: '',
    publishedOn: '2026-11-27',
  }
  expect(await root('PUT', 'calendar/closures', { version: 2, closures: [closure] })).toMatchObject({
    status: 409,
    body: {
      refused: 'closureIncomplete',
      problems: [{ path: 'closures.0.approver', problem: 'missing' }],
      message: { 'zh-CN': expect.stringContaining('批准人'), en: expect.stringContaining('approver') },
    },
  })
  const approved = { ...closure, approver: '周主任' }
  await root('PUT', 'calendar/closures', { version: 2, closures: [approved] })
  expect(await kiosk.send(take)).toEqual({ refused: 'restDay', opens: { ...monday, day: '2026-12-01' } })
  const view = await kiosk.watch({ view: 'kiosk' })
  expect(view.view().services[0]).toMatchObject({ shut: 'restDay', opens: { day: '2026-12-01', inDays: 3 } })
  await root('POST', 'calendar/versions/2')
  expect(await kiosk.send(take)).toEqual({ refused: 'restDay', opens: monday })
})

test('a missing coming year alarms six weeks ahead, and ends when it is signed', async () => {
  const clock = await openAt('2026-11-23', opening)
  const { calendar, applySetUp, alarms } = hall.hub.parts
  calendar.draft(0, year2026, 'staff:root')
  calendar.sign(1, 2026, { staffId: 'root', name: '周主任' })
  applySetUp()
  const missing = () =>
    alarms.standing().flatMap(({ alarm }) => (alarm.is === 'yearMissing' ? [alarm.year] : []))
  await clock.advance(1_000)
  expect(missing()).toEqual([2027])
  calendar.draft(
    2,
    { year: 2027, rest: [{ day: '2027-01-01', name: '元旦' }], work: [], source: '通知' },
    'staff:root',
  )
  calendar.sign(3, 2027, { staffId: 'root', name: '周主任' })
  applySetUp()
  await clock.advance(1_000)
  expect(missing()).toEqual([])
})

test('a quota below what is given today is refused when saved, with the figure', async () => {
  await openAt('2026-11-23')
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  for (const _ of [1, 2, 3]) await kiosk.send(take)
  const root = await person('administrator')
  const withDay = (day: number) => ({
    ...smallHall,
    services: smallHall.services.map((each) => ({ ...each, quota: { day, session: null, slots: [] } })),
  })
  expect(await root('PUT', 'hall', { version: 0, hall: withDay(2) })).toMatchObject({
    status: 409,
    body: {
      refused: 'quotaBelowGiven',
      problems: [{ path: 'services.0.quota.day', problem: 'belowGiven', given: 3 }],
    },
  })
  expect((await root('PUT', 'hall', { version: 0, hall: withDay(3) })).status).toBe(200)
  expect(await kiosk.send(take)).toEqual({
    refused: 'quotaUsed',
    opens: { day: '2026-11-24', from: '00:00' },
  })
})

test('a calendar that would take the year under way out of force is refused', async () => {
  await openAt('2026-11-23', opening)
  const { calendar, applySetUp } = hall.hub.parts
  calendar.draft(0, year2026, 'staff:root')
  calendar.sign(1, 2026, { staffId: 'root', name: '周主任' })
  applySetUp()
  expect(calendar.restore(1, 'staff:root')).toMatchObject({ refused: 'yearNotLoaded', year: 2026 })
})

test('hash and mask of a card are gone from the journal after the days kept; number and history stay', async () => {
  const asked = {
    ...smallHall,
    services: smallHall.services.map((each) => ({ ...each, identity: 'asked' as const })),
    policy: { ...smallHall.policy, identityKeptDays: 2 },
  }
  await openAt('2026-11-23', HallSetUp.parse(asked))
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const identity = { hash: 'h'.repeat(43), masked: '张** 110***********1234' }
  expect(await kiosk.send({ ...take, identity })).toMatchObject({ done: { number: 'A001' } })
  const again = { refused: 'alreadyHolds', holds: { ticketId: '2026-11-23-1', number: 'A001' } }
  expect(await kiosk.send({ ...take, identity })).toEqual(again)
  await hall.restart()
  const { client: after } = await hall.station({ kind: 'kiosk' })
  expect(await after.send({ ...take, identity })).toEqual(again)
  const { client: board } = await hall.station({ kind: 'display' })
  for (const [client, view] of [
    [after, { view: 'kiosk' }],
    [board, { view: 'board', zoneId: '' }],
  ] as const) {
    const shown = JSON.stringify((await client.watch(view)).view())
    expect(shown).not.toContain('张**')
    expect(shown).not.toContain('hhhh')
  }

  const { journal } = hall.hub.parts
  const today = () => JSON.stringify(journal.loadToday())
  journal.forgetIdentities('2026-11-23')
  expect(today()).toContain('hhhh')
  journal.forgetIdentities('2026-11-24')
  expect(today()).not.toContain('hhhh')
  expect(today()).toContain('A001')
})

test('a booking made with a card keeps it while it stands, and no day before holds it after the days kept', async () => {
  const clock = await openAt('2026-11-23')
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const identity = { hash: 'h'.repeat(43), masked: '张** 110***********1234' }
  const fromMs = Date.parse('2026-11-24T00:00:00+08:00')
  const book = { command: 'bookAppointment', serviceId: 'social', language: 'zh-CN' } as const
  expect(await kiosk.send({ ...book, fromMs, identity })).toMatchObject({ done: {} })
  await clock.advance(86_400_000)
  const { client: next } = await hall.station({ kind: 'kiosk' })
  const bodies = () => {
    const db = new Database(databaseFile(hall.dataDir), { readonly: true })
    const rows = db.prepare<[], { type: string; body: string }>('select type, body from event').all()
    db.close()
    return rows.filter(({ body }) => body.includes('hhhh')).map(({ type }) => type)
  }
  expect(bodies()).toEqual(['appointmentBooked', 'appointmentsCarried'])
  const { journal } = hall.hub.parts
  journal.forgetIdentities('2026-11-24')
  expect(bodies()).toEqual(['appointmentsCarried'])
  expect(
    await next.send({ command: 'checkIn', by: { is: 'card', hash: identity.hash }, paper: false }),
  ).toMatchObject({ done: { number: 'A001' } })
  journal.forgetIdentities('2026-11-25')
  expect(bodies()).toEqual([])
  await hall.restart()
  expect(hall.hub.parts.loop.state().day).toBe('2026-11-24')
})

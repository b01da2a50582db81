import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Appointment, appointmentRoutes as routes } from '@jiaohao/core/contract/appointment-routes.ts'
import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import type { Answer } from '@jiaohao/core/contract/socket.ts'
import { awaitedIn } from '@jiaohao/core/queue/bookings.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { afterEach, expect, test } from 'vitest'
import { openChildHub } from '../hall/child-hub.ts'
import { openTestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Wednesday 2026-03-11, eight in the morning in the hall. */
const eight = Date.UTC(2026, 2, 11, 0)
const at = (hour: number, minute = 0) => eight + (hour - 8) * 60 * minuteMs + minute * minuteMs

const bookedHall: HallSetUp = HallSetUp.parse({
  ...smallHall,
  services: smallHall.services.map((service) => ({
    ...service,
    slots:
      service.id === 'social'
        ? [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00', everyMinutes: 30, capacity: 2 }]
        : [],
  })),
  policy: { ...smallHall.policy, appointmentDaysAhead: 14, appointmentCutOffMinutes: 30 },
})

const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function openBooked() {
  const clock = drivenClock(eight)
  const hall = await openTestHall({ clock, setUp: bookedHall })
  toClose.push(hall.close)
  await clock.advance(minuteMs)
  return { clock, hall }
}

let asked = 0
async function call<R = Appointment>(
  url: string,
  { method, path }: { method: string; path: string },
  body: object,
): Promise<{ status: number; reply: R & { refused?: string; atMs?: number } }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, reply: (await response.json()) as R & { refused?: string } }
}
interface Day {
  day: string
  slots: { fromMs: number; left: number }[]
}
const slotsOf = async (url: string, serviceId: string): Promise<Day[]> => {
  const response = await fetch(`${url}${routes.slots.path}?serviceId=${serviceId}`)
  return ((await response.json()) as { days: Day[] }).days
}
const book = (url: string, fromMs: number, serviceId = 'social', id = `b${++asked}`) =>
  call(url, routes.book, { id, serviceId, fromMs })

const done = (answer: Answer) => {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.done
}

const checkIn = (code: string) => ({ command: 'checkIn', by: { is: 'code', code }, paper: false }) as const

test('booked on a phone, checked in at the kiosk, called by the slot, not by the coming', async () => {
  const { clock, hall } = await openBooked()
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const phone = (await book(hall.url, at(9))).reply
  const other = (await book(hall.url, at(9, 30))).reply
  expect(phone).toMatchObject({
    status: 'booked',
    serviceName: '社会保险',
    bring: ['身份证'],
    open: true,
    ticket: null,
  })
  expect(phone.qr).toBe(`${hall.hub.parts.loop.hall().phoneUrl}/book#${phone.code}.${phone.secret}`)

  await clock.advance(19 * minuteMs)
  expect(await kiosk.send(checkIn(phone.code))).toEqual({ refused: 'tooEarly', atMs: at(8, 30) })
  await clock.advance(42 * minuteMs)
  const second = done(await kiosk.send(checkIn(other.code)))
  await kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' })
  const first = done(await kiosk.send(checkIn(phone.code)))
  expect([second.number, first.number]).toEqual(['A001', 'A003'])
  expect(done(await kiosk.send(checkIn(phone.code)))).toMatchObject({ number: 'A003', again: true })

  const seen = (await call(hall.url, routes.findAppointment, { code: phone.code })).reply
  expect(seen).toMatchObject({ status: 'checkedIn', ticket: { number: 'A003' } })
  expect(seen.ticket?.url).toContain(`/phone#${first.ticketId}.`)

  const { client: li } = await hall.staff('li', 'clerk')
  await li.send({ command: 'openCounter', counterId: 'c1' })
  const called: (string | undefined)[] = []
  for (let i = 0; i < 3; i++)
    called.push(done(await li.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })).number)
  expect(called).toEqual(['A003', 'A002', 'A001'])
})

test('fifty phones want the last place in the same instant: one has it, the others hear that it is taken', async () => {
  const { hall } = await openBooked()
  await book(hall.url, at(10))
  const all = await Promise.all(Array.from({ length: 50 }, () => book(hall.url, at(10))))
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(all.filter(({ status, reply }) => status === 409 && reply.refused === 'slotFull')).toHaveLength(49)
  const days = await slotsOf(hall.url, 'social')
  expect(days).toHaveLength(15)
  expect(days[0]?.slots.map(({ left }) => left)).toEqual([2, 2, 0, 2, 2, 2])
  expect(days[3]?.slots).toEqual([])
})

test('a lost answer is asked for again: one booking, the same code', async () => {
  const { hall } = await openBooked()
  const first = await book(hall.url, at(10), 'social', 'once')
  const again = await book(hall.url, at(10), 'social', 'once')
  expect(again.reply.code).toBe(first.reply.code)
  expect(awaitedIn(hall.hub.parts.loop.state().bookings)).toHaveLength(1)
})

test('a booking is moved and given back by its code, and a full slot says so', async () => {
  const { hall } = await openBooked()
  const { code } = (await book(hall.url, at(10))).reply
  const move = (fromMs: number) =>
    call(hall.url, routes.changeAppointment, { id: `m${++asked}`, code, fromMs })
  expect((await move(at(11) + dayMs)).reply).toMatchObject({ code, fromMs: at(11) + dayMs })
  for (const _ of [1, 2]) await book(hall.url, at(9, 30))
  expect(await move(at(9, 30))).toMatchObject({ status: 409, reply: { refused: 'slotFull' } })
  const cancel = () => call(hall.url, routes.cancelAppointment, { id: `c${++asked}`, code })
  expect((await cancel()).reply.status).toBe('cancelled')
  expect((await cancel()).reply.status).toBe('cancelled')
  expect(await move(at(11))).toMatchObject({ status: 409, reply: { refused: 'appointmentOver' } })
})

test('five wrong codes lock the address for fifteen minutes; the QR code still opens, and time forgives', async () => {
  const { clock, hall } = await openBooked()
  const { code, secret } = (await book(hall.url, at(11))).reply
  const find = (shown: object) => call(hall.url, routes.findAppointment, shown)
  for (const wrong of ['33333333', '44444444', '66666666', '77777777', '99999999'])
    expect(await find({ code: wrong })).toMatchObject({
      status: 404,
      reply: { refused: 'unknownAppointment' },
    })
  expect(await find({ code })).toMatchObject({ status: 429, reply: { refused: 'tooManyTries' } })
  expect(await find({ code, secret: 'guessed' })).toMatchObject({ status: 429 })
  expect(await find({ code, secret })).toMatchObject({ status: 200 })
  await clock.advance(15 * minuteMs)
  expect(await find({ code })).toMatchObject({ status: 200 })
})

test('a kiosk at which somebody tries codes is locked too, but not for QR codes', async () => {
  const { clock, hall } = await openBooked()
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const { code, secret } = (await book(hall.url, at(9))).reply
  await clock.advance(30 * minuteMs)
  for (let i = 0; i < 30; i++) await kiosk.send(checkIn('33333333'))
  expect(await kiosk.send(checkIn(code))).toEqual({ refused: 'tooManyTries' })
  expect(
    await kiosk.send({ command: 'checkIn', by: { is: 'code', code, secret }, paper: false }),
  ).toMatchObject({
    done: { number: 'A001' },
  })
})

test('staff and programs book and see a list without a name; a key without the right sees nothing', async () => {
  const { hall } = await openBooked()
  const { client: li, cookie } = await hall.staff('li', 'clerk')
  const { client: desk, key } = await hall.station({ kind: 'program', may: ['take'] })
  const { key: reader } = await hall.station({ kind: 'program', may: ['read'] })
  const identity = { hash: 'keyed-hash-of-a-card', masked: '张*' }
  const booked = { command: 'bookAppointment', serviceId: 'social', language: 'zh-CN' } as const
  done(await desk.send({ ...booked, fromMs: at(10) }))
  const mine = done(await li.send({ ...booked, fromMs: at(9, 30), identity })).appointment
  const list = (headers: Record<string, string>) =>
    fetch(`${hall.url}${routes.listAppointments.path}?day=2026-03-11`, { headers })
  const rows = (await (await list({ cookie })).json()) as { code: string }[]
  expect(rows).toMatchObject([
    { code: mine?.code, masked: '张*', status: 'booked', number: null },
    { masked: '', bookedBy: expect.stringMatching(/^program:/) },
  ])
  expect(JSON.stringify(rows)).not.toContain('keyed-hash')
  expect((await list({ authorization: `Bearer ${key}` })).status).toBe(200)
  expect((await list({ authorization: `Bearer ${reader}` })).status).toBe(403)
  expect((await list({})).status).toBe(401)
})

test('a booking stands over midnight and a restart; nobody came, so it lapses by itself', async () => {
  const { clock, hall } = await openBooked()
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const kept = (await book(hall.url, at(9) + dayMs)).reply
  const missed = (await book(hall.url, at(9, 30) + dayMs)).reply
  await clock.advance(dayMs)
  expect(hall.hub.parts.loop.state().day).toBe('2026-03-12')
  await hall.restart()
  const { client: again } = await hall.station({ kind: 'kiosk' })
  await clock.advance(60 * minuteMs)
  expect(done(await again.send(checkIn(kept.code)))).toMatchObject({ number: 'A001' })
  await clock.advance(76 * minuteMs)
  const find = (code: string) => call(hall.url, routes.findAppointment, { code })
  expect((await find(missed.code)).reply.status).toBe('lapsed')
  expect(done(await again.send(checkIn(missed.code)))).toMatchObject({ number: 'A002', late: true })
  expect(hall.hub.parts.journal.loadToday()[0]?.event.type).toBe('dayOpened')
  kiosk.close()
})

test('a hub killed after it said yes still has the booking, and its place is still taken', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-booked-'))
  toClose.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const hub = await openChildHub({ dataDir, kiosks: 1 })
  const fromMs = (await slotsOf(hub.url, 'service-A')).flatMap(({ slots }) => slots)[0]?.fromMs ?? 0
  const booked = await Promise.all(Array.from({ length: 20 }, () => book(hub.url, fromMs, 'service-A')))
  expect(new Set(booked.map(({ reply }) => reply.code)).size).toBe(20)
  await hub.kill()
  const back = await openChildHub({ dataDir })
  toClose.push(() => back.stop())
  for (const { reply } of booked)
    expect(
      (await call(back.url, routes.findAppointment, { code: reply.code, secret: reply.secret })).reply,
    ).toMatchObject({ code: reply.code, status: 'booked' })
  const left = (await slotsOf(back.url, 'service-A')).flatMap(({ slots }) => slots)[0]
  expect(left).toMatchObject({ fromMs, left: 480 })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'

const take = { command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' } as const
const open = { command: 'openCounter', counterId: 'c1' } as const
const next = { command: 'callNext', counterId: 'c1', finishCurrent: false } as const

let hall: TestHall
beforeEach(async () => {
  hall = await openTestHall()
})
afterEach(() => hall.close())

test('a supervisor clears the hall: every screen says so, nobody is called, and the queue outlives a restart', async () => {
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const { client: li } = await hall.staff('li', 'clerk')
  const { client: chief } = await hall.staff('chief', 'supervisor')
  await kiosk.send(take)
  await kiosk.send(take)
  await li.send(open)
  await li.send(next)
  expect(await li.send({ command: 'evacuate' })).toEqual({ refused: 'notAllowed' })
  expect(await chief.send({ command: 'evacuate' })).toMatchObject({ done: {} })
  expect(await kiosk.send(take)).toEqual({ refused: 'hallEvacuated' })
  expect(await li.send({ command: 'recall', counterId: 'c1' })).toEqual({ refused: 'hallEvacuated' })

  await hall.restart()
  const { client: kioskAfter } = await hall.station({ kind: 'kiosk' })
  const { client: display } = await hall.station({ kind: 'display' })
  const { client: window } = await hall.station({ kind: 'window', counterIds: ['c1'] })
  const { client: tablet } = await hall.station({ kind: 'evaluator', counterIds: ['c1'] })
  const day = hall.hub.parts.loop.state().day
  const phone = await hall.phone(`${day}-2`)
  const { client: zhou } = await hall.staff('zhou', 'supervisor', 'clerk')
  const leave = { is: 'evacuated' }
  const face = { hall: { standing: leave } }
  const shown = [
    (await kioskAfter.watch({ view: 'kiosk' })).view(),
    (await display.watch({ view: 'board', zoneId: '' })).view(),
    (await tablet.watch({ view: 'evaluator', counterId: 'c1' })).view(),
    (await phone.watch({ view: 'phone' })).view(),
    (await zhou.watch({ view: 'today' })).view(),
  ]
  for (const view of shown) expect(view).toMatchObject(face)
  expect((await window.watch({ view: 'window' })).view()).toMatchObject({ standing: leave })
  const counter = await zhou.watch({ view: 'counter', counterId: 'c1' })
  expect(counter.view()).toMatchObject({ standing: leave, waitingTotal: 1 })

  await zhou.send({ command: 'resumeHall' })
  await counter.until(({ standing }) => standing.is === 'open')
  expect(await kioskAfter.send(take)).toMatchObject({ done: { number: 'A003' } })
  const noted = hall.hub.parts.audit.rows().map(({ what }) => what)
  expect(noted.slice(0, 2)).toEqual(['resumeHall', 'evacuate'])
})

test('a supervisor closes the counter of a clerk who had to leave: the citizen keeps the place, and it is on record', async () => {
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const { client: li } = await hall.staff('li', 'clerk')
  const { client: chief } = await hall.staff('chief', 'supervisor', 'clerk')
  await kiosk.send(take)
  await kiosk.send(take)
  await li.send(open)
  await li.send(next)
  const free = { command: 'closeCounter', counterId: 'c1', reason: '突发疾病' } as const
  expect(await li.send(free)).toEqual({ refused: 'counterBusy' })
  expect(await chief.send(free)).toMatchObject({ done: {} })
  expect(await chief.send({ ...open, counterId: 'c2' })).toMatchObject({ done: {} })
  expect(await chief.send({ ...next, counterId: 'c2' })).toMatchObject({ done: { number: 'A001' } })
  const [noted] = hall.hub.parts.audit.rows()
  expect(noted).toMatchObject({ what: 'counterFreed', detail: expect.stringContaining('突发疾病') })
})

test('a clerk’s emergency button alarms at the supervisor’s page, with counter and name, until it is ended', async () => {
  const { client: li } = await hall.staff('li', 'clerk')
  const { client: chief } = await hall.staff('chief', 'supervisor')
  await li.send(open)
  await li.send({ command: 'askHelp', counterId: 'c1' })
  const standing = () =>
    hall.hub.parts.alarms.standing().flatMap(({ alarm }) => (alarm.is === 'help' ? [alarm] : []))
  await expect.poll(standing, { timeout: 10_000 }).toMatchObject([{ counterNo: '1', clerk: 'li' }])
  await chief.send({ command: 'endHelp', counterId: 'c1' })
  await expect.poll(standing, { timeout: 10_000 }).toEqual([])
})

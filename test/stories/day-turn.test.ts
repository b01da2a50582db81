import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { expect, test } from 'vitest'
import { cardItem } from '../hall/items.ts'
import { openTestHall } from '../hall/open-hall.ts'

const minuteMs = 60_000
const take = { command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' } as const

test("numbers begin again at the hall's midnight, not at UTC's; whoever still waits expires and counters close", async () => {
  const clock = drivenClock(Date.UTC(2026, 2, 10, 23, 59))
  const hall = await openTestHall({ clock })
  await clock.advance(1_000)
  const { client: kiosk } = await hall.station({ kind: 'kiosk' })
  const { client: li } = await hall.staff('li', 'clerk')
  const { client: screen } = await hall.station({ kind: 'display' })
  const board = await screen.watch({ view: 'board', zoneId: '' })
  expect(await kiosk.send(take)).toMatchObject({ done: { number: 'A001' } })
  await clock.advance(2 * minuteMs)
  expect(await kiosk.send(take)).toMatchObject({ done: { number: 'A002', ticketId: '2026-03-11-2' } })
  await li.send({ command: 'openCounter', counterId: 'c1' })
  await li.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })

  await clock.advance(Date.UTC(2026, 2, 11, 15, 59, 59) - clock.now())
  expect(await kiosk.send(take)).toMatchObject({ done: { number: 'A003', ticketId: '2026-03-11-3' } })
  const phone = await hall.phone('2026-03-11-3')
  await clock.advance(minuteMs)
  await board.until(({ calls, waiting }) => calls.length === 0 && waiting[0]?.waiting === 0)
  expect((await phone.watch({ view: 'phone' })).view()).toMatchObject({ number: 'A003', at: 'expired' })
  const { client: wang } = await hall.staff('wang', 'clerk')
  expect(await wang.send({ command: 'recall', counterId: 'c1' })).toEqual({ refused: 'counterClosed' })
  expect(await kiosk.send(take)).toMatchObject({ done: { number: 'A001', ticketId: '2026-03-12-1' } })

  await hall.restart()
  const { client: again } = await hall.station({ kind: 'kiosk' })
  expect(await again.send(take)).toMatchObject({ done: { number: 'A002', ticketId: '2026-03-12-2' } })
  await hall.close()
})

test("a version comes into force at the hall's midnight and goes with its last day, while kiosks look on", async () => {
  const clock = drivenClock(Date.parse('2026-03-11T23:00:00+08:00'))
  const hall = await openTestHall({ clock })
  await clock.advance(1_000)
  const { catalogue, applySetUp } = hall.hub.parts
  const draft = catalogue.add({ ...cardItem, fromDay: '2026-03-12', untilDay: '2026-03-12' }, 'clock')
  if (!('id' in draft)) throw new Error('not added')
  catalogue.publish(draft.id, draft.revision, 'clock')
  applySetUp()
  const { client } = await hall.station({ kind: 'kiosk' })
  const view = await client.watch({ view: 'kiosk' })
  const forCard = { ...take, itemIds: [draft.id] }
  expect(view.view().guide.items).toBe(0)
  expect(await client.send(forCard)).toEqual({ refused: 'unknownItem' })

  await clock.advance(61 * minuteMs)
  await view.until(({ guide }) => guide.items === 1)
  expect(await client.send(forCard)).toMatchObject({ done: { number: 'A001' } })

  await clock.advance(24 * 60 * minuteMs)
  await view.until(({ guide }) => guide.items === 0)
  expect(await client.send(forCard)).toEqual({ refused: 'unknownItem' })
  await hall.close()
})

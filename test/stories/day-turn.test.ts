import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { expect, test } from 'vitest'
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

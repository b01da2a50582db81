import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { expect, test } from 'vitest'
import { openTestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'

const dayMs = 86_400_000
const twoDays = HallSetUp.parse({ ...smallHall, policy: { ...smallHall.policy, ratingDays: 2 } })

test('a citizen rates the visit from the slip on the next day, once, and not after the days allowed', async () => {
  const clock = drivenClock(Date.UTC(2026, 2, 11, 2))
  const hall = await openTestHall({ clock, setUp: twoDays })
  await clock.advance(1_000)
  const kiosk = await hall.station({ kind: 'kiosk' })
  const li = await hall.staff('li', 'clerk')
  const taken = await kiosk.client.send({
    command: 'takeTicket',
    serviceId: 'social',
    paper: false,
    language: 'zh-CN',
  })
  const ticketId = 'done' in taken ? (taken.done.ticketId ?? '') : ''
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  await li.client.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })
  await li.client.send({ command: 'start', counterId: 'c1' })
  await li.client.send({ command: 'finish', counterId: 'c1', wrapUp: false })

  await clock.advance(dayMs)
  const phone = await hall.phone(ticketId)
  const page = await phone.watch({ view: 'phone' })
  expect(page.view()).toMatchObject({
    ticketId,
    number: 'A001',
    at: 'finished',
    toRate: [{ leg: 0, rated: false }],
  })
  const mark = { command: 'rate', ticketId, leg: 0, level: 4, nonce: '' } as const
  expect(await phone.send(mark)).toMatchObject({ done: {} })
  expect(await phone.send(mark)).toEqual({ refused: 'alreadyRated' })
  expect((await page.until(({ toRate }) => toRate[0]?.rated === true)).toRate).toMatchObject([
    { rated: true },
  ])

  await clock.advance(2 * dayMs)
  const late = await (await hall.phone(ticketId)).watch({ view: 'phone' })
  expect(late.view().toRate).toEqual([])
  await hall.close()
})

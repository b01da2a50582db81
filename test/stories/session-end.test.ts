import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { expect, test } from 'vitest'
import { connect } from '../hall/client.ts'
import { openTestHall } from '../hall/open-hall.ts'

const minuteMs = 60_000

test('a clerk who works stays signed in; one who leaves the page alone for half an hour is signed out, socket and all', async () => {
  const clock = drivenClock(Date.UTC(2026, 2, 11, 2))
  const hall = await openTestHall({ clock })
  await clock.advance(1_000)
  const li = await hall.staff('li', 'clerk')
  const goodbye = new Promise((told) => li.client.socket.once('goodbye', told))
  await li.client.send({ command: 'openCounter', counterId: 'c1' })
  for (let i = 0; i < 4; i++) {
    await clock.advance(20 * minuteMs)
    expect(await li.client.send({ command: 'callNext', counterId: 'c1', finishCurrent: false })).toEqual({
      refused: 'nobodyWaiting',
    })
  }
  await clock.advance(32 * minuteMs)
  expect(await goodbye).toBe('signedOut')
  await expect(connect(hall.url, { cookie: li.cookie })).rejects.toThrow('notSignedIn')
  await hall.close()
})

test('signing out on one page hangs up on every socket of that session, and on no other', async () => {
  const hall = await openTestHall()
  const li = await hall.staff('li', 'clerk')
  const other = await hall.staff('wang', 'clerk')
  const goodbye = new Promise((told) => li.client.socket.once('goodbye', told))
  await fetch(`${hall.url}/api/session`, { method: 'DELETE', headers: { cookie: li.cookie } })
  expect(await goodbye).toBe('signedOut')
  expect(await other.client.send({ command: 'openCounter', counterId: 'c1' })).toMatchObject({ done: {} })
  await hall.close()
})

test('an auditor sees no counter view: it alone holds what citizens told the hall', async () => {
  const hall = await openTestHall()
  const auditor = await hall.staff('audit', 'auditor')
  await expect(auditor.client.watch({ view: 'counter', counterId: 'c1' })).rejects.toThrow('notAllowed')
  const clerk = await hall.staff('li', 'clerk')
  expect((await clerk.client.watch({ view: 'counter', counterId: 'c1' })).view().sign.no).toBe('1')
  await hall.close()
})

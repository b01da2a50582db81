import { renameSync } from 'node:fs'
import { Report, routes } from '@jiaohao/core/contract/routes.ts'
import { clockMs, given, hall, kiosk, li, today } from '@jiaohao/core/queue/cast.ts'
import { seconds } from '@jiaohao/core/queue/given.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReports, type Reports } from './open-reports.ts'
import { fill, monday, recordedHall } from './recorded-hall.ts'

let east: ReturnType<typeof recordedHall>
let reports: Reports
beforeEach(() => {
  east = recordedHall()
  reports = openReports(east.store)
})
afterEach(async () => {
  await reports.close()
  east.close()
})

test('a report, a page of tickets and a file come from the worker, as the contract has them', async () => {
  east.lives(given(li.opens(), kiosk.takes('social'), seconds(60), li.callsNext(), li.starts()))
  const [report, tickets, file] = await Promise.all([
    reports.report(monday),
    reports.tickets({ day: today, after: 0 }),
    reports.file({ ...monday, as: 'csv', language: 'zh-CN' }),
  ])
  expect(Report.parse(report).total).toMatchObject({ issued: 1, called: 1 })
  expect(routes.tickets.reply.parse(tickets)).toEqual([
    {
      ticketId: `${today}-1`,
      number: 'A001',
      leg: 0,
      serviceId: 'social',
      counterId: 'c1',
      staffId: 'li',
      issuedAtMs: clockMs('09:00'),
      firstCalledAtMs: clockMs('09:01'),
      calls: 1,
      startedAtMs: clockMs('09:01'),
      finishedAtMs: null,
      state: 'serving',
      why: 'first:0',
      rated: false,
    },
  ])
  expect(file.name).toBe(`叫号报表_${today}_${today}.csv`)
})

test('a writer in the middle of a commit stops no report, and none sees half of it', async () => {
  const issued = async () =>
    (await reports.report({ ...monday, from: '2026-11-01', to: '2026-11-30' })).total.issued
  fill(east, { count: 20, perDay: 20, firstDay: '2026-11-02' })
  east.db.exec('begin immediate')
  east.db.exec(
    `insert into ticket (hall, day, n, number, secret, issued_at_ms, taken_at, state)
     values ('${hall.id}', '2026-11-03', 1, 'A001', '', 0, 'kiosk:kiosk', 'waiting')`,
  )
  expect(await issued()).toBe(20)
  east.db.exec(
    `insert into leg (hall, day, n, leg, service_id, calls, misses, held_ms, rateable, explained)
     values ('${hall.id}', '2026-11-03', 1, 0, 'social', 0, 0, 0, 0, 0)`,
  )
  east.db.exec('commit')
  expect(await issued()).toBe(21)
})

test('a request that cannot be answered is refused with its cause, and the next one is answered', async () => {
  east.lives(given(kiosk.takes('social')))
  const wrong = await reports
    .report({ ...monday, timeZone: 'Nowhere/Nothing' })
    .catch((problem: unknown) => problem)
  expect(wrong).toMatchObject({ message: 'The report could not be made.', cause: { name: 'RangeError' } })
  expect((await reports.report(monday)).total.issued).toBe(1)
})

test('a worker that dies tells its requests why, and the next request starts another', async () => {
  const file = east.store.databaseFile
  renameSync(file, `${file}.away`)
  const lost = await reports.report(monday).catch((problem: unknown) => problem)
  expect(lost).toMatchObject({ message: 'The report was lost with its worker.', cause: expect.any(Error) })
  renameSync(`${file}.away`, file)
  expect((await reports.report(monday)).total.issued).toBe(0)
})

test('closed, it answers nothing more and leaves nobody waiting', async () => {
  const asked = reports.report(monday).catch((problem: unknown) => problem)
  await reports.close()
  expect(await asked).toBeInstanceOf(Error)
  await expect(reports.report(monday)).rejects.toThrow('after closing')
})

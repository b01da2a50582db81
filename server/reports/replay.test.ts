import { given, hall, kiosk, li, servedBy, today } from '@jiaohao/core/queue/cast.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordedHall } from './recorded-hall.ts'
import { daysOf, openReplays, type ReplayAsk } from './replay.ts'

let east: ReturnType<typeof recordedHall>
beforeEach(() => {
  east = recordedHall()
})
afterEach(() => east.close())

const ask: ReplayAsk = {
  day: today,
  after: 0,
  timeZone: hall.timeZone,
  services: hall.services.map(({ id, name }) => ({ id, name })),
  counters: hall.counters.map(({ id, no }) => ({ id, no })),
}
const story = () =>
  given(
    li.opens(),
    kiosk.takes('social'),
    kiosk.takes('social'),
    kiosk.takes('household'),
    ...servedBy(li),
    li.callsNext(),
  )

function pagesOf(eventsOfAPage: number) {
  const replays = openReplays(east.db, hall.id, eventsOfAPage)
  const pages = []
  for (let after = 0; ; ) {
    const page = replays.page({ ...ask, after })
    if ('refused' in page) throw new Error(page.refused)
    pages.push(page)
    if (page.told >= page.of) return pages
    after = page.told
  }
}

test('a day is seen as it was: who waited, what counters did, who was called', () => {
  east.lives(story())
  const moments = pagesOf(1_000).flatMap((page) => page.moments)
  const waiting = moments.flatMap((moment) => (moment.waiting ? [moment.waiting] : []))
  expect(waiting).toEqual([{ social: 1 }, { social: 2 }, { household: 1 }, { social: 1 }, { social: 0 }])
  expect(moments.flatMap(({ call }) => (call ? [call.number] : []))).toEqual(['A001', 'A002'])
  expect(
    moments.flatMap((moment) => moment.counters ?? []).map(({ state, number }) => [state, number]),
  ).toEqual([
    ['idle', null],
    ['calling', 'A001'],
    ['serving', 'A001'],
    ['idle', null],
    ['calling', 'A002'],
  ])
  expect(JSON.stringify(moments)).not.toContain('secret')
})

test('page by page it is the same day, also for a reader who comes back after others', () => {
  east.lives(story())
  const whole = pagesOf(1_000).flatMap(({ moments }) => moments)
  expect(pagesOf(2).flatMap(({ moments }) => moments)).toEqual(whole)
  const replays = openReplays(east.db, hall.id, 3)
  const second = replays.page({ ...ask, after: 3 })
  expect('moments' in second && second.told).toBe(6)
  expect(replays.page({ ...ask, after: 3 })).toEqual(second)
})

test('days are told newest first with what they gave, and one that never was is refused', () => {
  east.lives(story())
  expect(daysOf(east.db, hall.id)).toEqual([{ day: today, issued: 3 }])
  expect(openReplays(east.db, hall.id).page({ ...ask, day: '2020-01-01' })).toEqual({ refused: 'unknownDay' })
})

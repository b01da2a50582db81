import { describe, expect, test } from 'vitest'
import { at, elderly, given, hall, kiosk, li, missedBy, servedBy, wang } from '../queue/cast.ts'
import { evolve } from '../queue/evolve.ts'
import { estimated, minutes, type Story, seconds } from '../queue/given.ts'
import { emptyState } from '../queue/state.ts'
import { openChance } from './chance.ts'
import { draw } from './drawn.ts'
import { estimate } from './estimate.ts'
import { fit } from './model.ts'
import { type Observed, openObserver } from './observe.ts'
import { minutesOf, type Range, rangeAt, rangeOfTicket, type Waits } from './waits.ts'

/** Everything an estimate may know of a story so far. */
function seen({ recorded }: Pick<Story, 'recorded'>): Observed {
  const observer = openObserver(hall.timeZone)
  let state = emptyState
  for (const each of recorded) {
    state = evolve(state, each)
    observer.see(each, state)
  }
  return observer.observed
}

function waitsIn(story: Story, { seed = 1, past = [] as Observed[] } = {}): Waits {
  const today = seen(story)
  const model = fit(past, today)
  return estimate({ ...story, model, past, today, seed })
}

const newcomer = (waits: Waits, serviceId = 'social', rank = 4): Range | null =>
  rangeAt(waits, { serviceId, rank, aheadMs: 0 })

const served = (count: number) =>
  given(li.opens(), ...Array.from({ length: count }, () => [kiosk.takes('social'), ...servedBy(li)]).flat())
const lined = (count: number, served_ = 8) =>
  served(served_)
    .when(...Array.from({ length: count }, () => kiosk.takes('social')))
    .follows('ticketTaken')

describe('what is told', () => {
  test('nothing with no counter open, or before three were served', () => {
    const closed = served(5).when(li.closes()).follows('counterClosed')
    expect(newcomer(waitsIn(closed))).toBeNull()
    expect(newcomer(waitsIn(served(2)))).toBeNull()
    expect(newcomer(waitsIn(served(3)))).not.toBeNull()
  })

  test('the same state and seed give the same ranges, another seed nearly the same', () => {
    const story = lined(12)
    expect(waitsIn(story)).toEqual(waitsIn(story))
    const [one, other] = [newcomer(waitsIn(story)), newcomer(waitsIn(story, { seed: 2 }))]
    expect(other).not.toEqual(one)
    expect(Number(other?.p50Ms) / Number(one?.p50Ms)).toBeCloseTo(1, 0)
  })

  test('each who waits waits longer than the one before, and a range never turns round', () => {
    const story = lined(10)
    const waits = waitsIn(story)
    const ranges = [...waits.n].map((n) => rangeOfTicket(waits, n) as Range)
    expect(ranges).toHaveLength(10)
    for (const [i, { p10Ms, p50Ms, p90Ms }] of ranges.entries()) {
      expect(p10Ms).toBeLessThanOrEqual(p50Ms)
      expect(p50Ms).toBeLessThanOrEqual(p90Ms)
      if (i > 0) expect(p50Ms).toBeGreaterThan((ranges[i - 1] as Range).p50Ms)
    }
  })

  test('a second counter nearly halves the wait, one of another service changes nothing', () => {
    const one = newcomer(waitsIn(lined(20))) as Range
    const two = newcomer(waitsIn(lined(20).when(wang.opens()).follows('counterOpened'))) as Range
    expect(two.p50Ms / one.p50Ms).toBeGreaterThan(0.4)
    expect(two.p50Ms / one.p50Ms).toBeLessThan(0.65)
    expect(newcomer(waitsIn(lined(20)), 'tax')).toBeNull()
  })

  test('a priority class waits by the rules it is called by', () => {
    const waits = waitsIn(lined(20))
    const [priority, ordinary] = [newcomer(waits, 'social', 1), newcomer(waits, 'social', 4)]
    expect(Number(priority?.p50Ms)).toBeLessThan(Number(ordinary?.p50Ms) / 5)
  })

  test('a line longer than a simulation can play often still has its ranges', () => {
    const waits = waitsIn(lined(400))
    const last = rangeOfTicket(waits, waits.n.at(-1) as number) as Range
    expect(last.p90Ms).toBeGreaterThan(last.p50Ms)
  })
})

test('clerks who left at noon on the days before are expected to leave, and to come back', () => {
  const yesterday = seen(
    given(
      at('09:00'),
      li.opens(),
      ...[1, 2, 3].flatMap(() => [kiosk.takes('social'), ...servedBy(li)]),
      at('12:00'),
      li.pauses(),
      at('13:30'),
      li.resumesWork(),
      at('17:00'),
      li.closes(),
    ),
  )
  const busy = given(
    at('11:50'),
    li.opens(),
    ...Array.from({ length: 30 }, () => kiosk.takes('social')),
    ...servedBy(li),
    li.callsNext(),
    li.starts(),
  )
  const waits = waitsIn(busy, { past: [yesterday] })
  const late = rangeOfTicket(waits, 29) as Range
  expect(late.p50Ms).toBeGreaterThan(90 * 60_000)
  expect((rangeOfTicket(waits, 3) as Range).p50Ms).toBeLessThan(20 * 60_000)
})

describe('a number keeps what its citizen was told', () => {
  test('in whole minutes, with the plain formula beside it', () => {
    const taken = served(3)
      .when(estimated('social', 2, 6, 12), kiosk.takes('social'))
      .follows({
        type: 'ticketTaken',
        wait: { low: 6, high: 12, p10Ms: 120_000, p50Ms: 360_000, p90Ms: 720_000, naiveMs: 0 },
      })
    expect(taken.state.issued).toBe(4)
  })

  test('nothing when nothing could be told, nor of another service or rank', () => {
    const none = { type: 'ticketTaken', wait: undefined } as const
    served(3).when(kiosk.takes('social')).follows(none)
    served(3)
      .when(estimated('tax', 1, 2, 3), kiosk.takes('social'))
      .follows(none)
    served(3)
      .when(estimated('social', 1, 2, 3), kiosk.takes('social', elderly))
      .follows(none)
  })
})

test('minutes are rounded outwards', () => {
  expect(minutesOf({ p10Ms: 0, p50Ms: 359_000, p90Ms: 361_000 })).toEqual({ low: 5, high: 7 })
  expect(minutesOf({ p10Ms: 0, p50Ms: 0, p90Ms: 0 })).toEqual({ low: 0, high: 0 })
})

test('a day shows how long counters take, how long clerks need to press, and who was away', () => {
  const story = given(
    li.opens(),
    kiosk.takes('social'),
    kiosk.takes('social'),
    ...servedBy(li),
    { passesMs: 7_000 },
    li.callsNext(),
    minutes(2),
    li.finishes(),
    li.pauses(),
    minutes(10),
    li.resumesWork(),
  )
  const day = seen(story)
  expect(day.served.map(({ ms }) => ms)).toEqual([60_000, 120_000])
  expect(day.gapsMs).toEqual([7_000])
  expect(day.atWork.c1).toHaveLength(2)
})

test('a number that came back after it was missed was no slow slip', () => {
  const story = given(
    li.opens(),
    kiosk.takes('social'),
    li.callsNext(),
    ...missedBy(li),
    minutes(9),
    li.returns(1),
  )
  expect(seen(story).papersMs).toEqual([0])
})

test('a call unanswered for longer than anybody walks is most likely for somebody who has left', () => {
  const answered = Array.from({ length: 25 }, () => [
    kiosk.takes('social'),
    li.callsNext(),
    seconds(10),
    li.starts(),
    minutes(5),
    li.finishes(),
  ]).flat()
  const unanswered = Array.from({ length: 5 }, () => [
    kiosk.takes('social'),
    li.callsNext(),
    ...missedBy(li),
  ]).flat()
  const story = given(li.opens(), ...answered, ...unanswered)
  const model = fit([], seen(story))
  const soonOver = (elapsedMs: number) =>
    Array.from({ length: 200 }, (_, seed) =>
      draw(model, story.atMs, openChance(seed)).callMs('social', 'li', story.atMs, elapsedMs),
    ).filter((ms) => ms < 120_000).length
  expect(soonOver(0)).toBeLessThan(80)
  expect(soonOver(40_000)).toBeGreaterThan(140)
})

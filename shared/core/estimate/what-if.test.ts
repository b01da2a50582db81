import { describe, expect, test } from 'vitest'
import type { DayWaits } from '../contract/estimates.ts'
import { at, elderly, given, hall, kiosk, li } from '../queue/cast.ts'
import { type Given, minutes } from '../queue/given.ts'
import type { Hall } from '../queue/hall.ts'
import { whatIf } from './what-if.ts'

const minuteMs = 60_000
/** Numbers are given until ten. */
const untilTen: Hall = { ...hall, policy: { ...hall.policy, sessions: [{ from: '08:30', to: '10:00' }] } }

/** All come at nine to one counter, which takes ten minutes for each. */
const oneCounter = (...takes: ReturnType<typeof kiosk.takes>[]) =>
  given(
    li.opens(),
    ...takes,
    ...takes.flatMap(() => [li.callsNext(), li.starts(), minutes(10), li.finishes()]),
  )
const twelve = () => oneCounter(...Array.from({ length: 12 }, () => kiosk.takes('social')))

const asked = (
  { recorded }: Given,
  ask: Partial<Parameters<typeof whatIf>[2]>,
  { untilMs = Number.POSITIVE_INFINITY, of = untilTen } = {},
) => whatIf(of, recorded, { moreLike: null, policy: {}, ...ask }, { seed: 1, untilMs })

/** A clerk needs seconds to press; what the day did not show of that is drawn. */
const inMinutes = ({ p50Ms, p90Ms, ...counts } = {} as DayWaits) => ({
  ...counts,
  p50: Math.round(Number(p50Ms) / minuteMs),
  p90: Math.round(Number(p90Ms) / minuteMs),
})

describe('one more counter', () => {
  test('halves the wait, and calls everybody before closing', () => {
    const { was, played, changed } = asked(twelve(), { moreLike: 'c1' })?.total ?? {}
    expect(inMinutes(was)).toEqual({ called: 12, uncalled: 0, p50: 50, p90: 100, byClosing: 6 })
    expect(inMinutes(played)).toEqual(inMinutes(was))
    expect(inMinutes(changed)).toEqual({ called: 12, uncalled: 0, p50: 20, p90: 50, byClosing: 12 })
  })

  test('is at work when the one it is like was, and helps nobody it does not serve', () => {
    const late = given(
      li.opens(),
      ...Array.from({ length: 4 }, () => kiosk.takes('social')),
      kiosk.takes('household'),
      at('09:30'),
      ...[1, 2, 3, 4].flatMap(() => [li.callsNext(), li.starts(), minutes(10), li.finishes()]),
    )
    const services = asked(late, { moreLike: 'c1' })?.services
    expect(services?.map(({ id, changed }) => [id, changed.called, changed.uncalled])).toEqual([
      ['household', 0, 1],
      ['social', 4, 0],
    ])
  })

  test('like one that was not open that day is no day at all', () => {
    expect(asked(twelve(), { moreLike: 'c2' })).toBeNull()
  })
})

test('other rules move waits from one rank to another', () => {
  const mixed = oneCounter(
    ...Array.from({ length: 6 }, () => kiosk.takes('social')),
    ...Array.from({ length: 6 }, () => kiosk.takes('social', elderly)),
  )
  const p90 = (rank: number, policy: Parameters<typeof whatIf>[2]['policy']) =>
    Number(asked(mixed, { policy })?.ranks.find((each) => each.rank === rank)?.changed.p90Ms) / minuteMs
  expect(p90(4, { priorityRun: 1, ageMinutes: 0 })).toBeLessThan(
    p90(4, { priorityRun: 5, ageMinutes: 0 }) + 1,
  )
  expect(p90(1, { priorityRun: 1, ageMinutes: 0 })).toBeGreaterThan(p90(1, { priorityRun: 5, ageMinutes: 0 }))
})

test('a rule left out stays the hall’s own', () => {
  const mine = { ...untilTen, policy: { ...untilTen.policy, priorityRun: 7 } }
  const { played, changed } =
    asked(
      oneCounter(...[1, 2, 3].flatMap(() => [kiosk.takes('social'), kiosk.takes('social', elderly)])),
      { policy: { ageMinutes: mine.policy.ageMinutes } },
      { of: mine },
    )?.ranks[0] ?? {}
  expect(changed).toEqual(played)
})

test('a day still under way is played as far as it has come', () => {
  const sofar = given(
    li.opens(),
    ...[1, 2, 3, 4].map(() => kiosk.takes('social')),
    li.callsNext(),
    li.starts(),
    minutes(15),
    li.finishes(),
    li.callsNext(),
  )
  const { played, changed } =
    asked(sofar, { moreLike: 'c1' }, { untilMs: sofar.atMs + minuteMs })?.total ?? {}
  expect([played?.called, played?.uncalled]).toEqual([2, 2])
  expect(changed?.called).toBeGreaterThan(2)
})

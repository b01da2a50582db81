import { parseArgs } from 'node:util'
import { openChance } from '@jiaohao/core/estimate/chance.ts'
import { estimate } from '@jiaohao/core/estimate/estimate.ts'
import { fit } from '@jiaohao/core/estimate/model.ts'
import { naiveMs } from '@jiaohao/core/estimate/naive.ts'
import type { Observed } from '@jiaohao/core/estimate/observe.ts'
import { type Range, rangeAt } from '@jiaohao/core/estimate/waits.ts'
import type { Recorded } from '@jiaohao/core/queue/event.ts'
import { hall, liveDay, type Taking } from './generated-day.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { type Judged, scoreOf } from './score.ts'

/**
 * `npm run calibrate`: do the ranges told hold what they claim? Generated days of several kinds go through the
 * real rules; some of those who take a number are given an estimate that knows the days before and this day up to
 * then, and nothing else. One JSON line for each kind of day and one for all; ends non-zero when one falls short.
 */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20260311' },
    only: { type: 'string', default: '' },
  },
})
const testDays = Number(values.days)
/** With twelve a day a coverage was itself known to within two points only, of the three it may be off. */
const asksPerDay = 24
const daysLearned = 10
const runs = 80
const dayMs = 86_400_000
const firstMidnightMs = Date.UTC(2026, 2, 2)

const judged = scenarios
  .map((scenario, i) => ({ scenario, seed: Number(values.seed) + 1_000 * i }))
  .filter(({ scenario: { name } }) => values.only === '' || name === values.only)
  .map(({ scenario, seed }) => {
    const days = daysOf(scenario, seed)
    tell(scoreOf(scenario.name, days))
    return days
  })
tell(scoreOf('all', judged.flat()))

function tell(score: ReturnType<typeof scoreOf>): void {
  console.log(JSON.stringify(score))
  if (!score.ok) process.exitCode = 1
}

/** Every test day is foretold from the ten before it, as a hub does; the first ten are learned from only. */
function daysOf(scenario: Scenario, seed: number): Judged[][] {
  const past: Observed[] = []
  const days: Judged[][] = []
  for (let day = 0; day < daysLearned + testDays; day++) {
    const chance = openChance(seed + day * 7_919)
    const learned = past.slice(-daysLearned)
    const told = new Map<string, { range: Range; naiveMs: number }>()
    const isTest = day >= daysLearned
    const share = asksPerDay / scenario.perHalfHour.reduce((sum, each) => sum + each, 0)
    const { recorded, observed } = liveDay({
      scenario,
      hallSeed: seed,
      daySeed: seed + 31 * day,
      midnightMs: firstMidnightMs + day * dayMs,
      taking: (about) => {
        if (!isTest || chance.next() > share) return undefined
        const it = given(about, learned, Math.floor(chance.next() * 2 ** 31))
        return (ticketId) => it && told.set(ticketId, it)
      },
    })
    past.push(observed)
    if (isTest) days.push(compared(recorded, told))
  }
  return days
}

function given(
  { atMs, state, today, command }: Taking,
  past: readonly Observed[],
  seed: number,
): { range: Range; naiveMs: number } | null {
  const model = fit(past, today)
  const waits = estimate({ hall, state, model, past, today, atMs, seed, mostRuns: runs })
  const { serviceId, appointment, priority } = command
  const rank = hall.policy.priorityClasses.find(({ id }) => id === priority?.classId)?.rank ?? 4
  const aheadMs = appointment ? atMs - appointment.fromMs : 0
  const range = rangeAt(waits, { serviceId, rank, aheadMs })
  const naive = naiveMs(hall, state, serviceId, meanServed(past, serviceId))
  return range && naive !== null ? { range, naiveMs: naive } : null
}

/** What was told is told from the taking on, so the wait it is held against is first call − taking; those never called have none. */
function compared(
  recorded: readonly Recorded[],
  told: ReadonlyMap<string, { range: Range; naiveMs: number }>,
): Judged[] {
  const takenMs = new Map<string, number>()
  const waits: Judged[] = []
  for (const { atMs, event } of recorded) {
    if (event.type === 'ticketTaken') takenMs.set(event.ticketId, atMs)
    if (event.type !== 'ticketCalled') continue
    const [given, fromMs] = [told.get(event.ticketId), takenMs.get(event.ticketId)]
    takenMs.delete(event.ticketId)
    if (given && fromMs !== undefined) waits.push({ ...given, waitMs: atMs - fromMs })
  }
  return waits
}

function meanServed(past: readonly Observed[], serviceId: string): number | null {
  const known = past.flatMap(({ served }) => served.filter((each) => each.serviceId === serviceId))
  return known.length === 0 ? null : known.reduce((sum, { ms }) => sum + ms, 0) / known.length
}

import type { Recorded } from '@jiaohao/core/queue/event.ts'
import { evolve } from '@jiaohao/core/queue/evolve.ts'
import type { Policy } from '@jiaohao/core/queue/hall.ts'
import { bySince } from '@jiaohao/core/queue/lane.ts'
import { get, values } from '@jiaohao/core/queue/sorted.ts'
import { emptyState, type HallState, lastLeg, ticketOf } from '@jiaohao/core/queue/state.ts'

export interface Law {
  law: string
  holds: boolean
  detail: string
}

/** What must be true of any day of any hall, judged from its journal alone and from the paper its printers cut. */
export function judge(
  journal: readonly Recorded[],
  papers: readonly string[],
  policy: Pick<Policy, 'mostPassed'>,
): Law[] {
  const beforeMidnight = journal.slice(
    0,
    journal.findLastIndex(({ event }) => event.type === 'dayClosed'),
  )
  const states = replayed(beforeMidnight)
  const last = states[states.length - 1] ?? emptyState
  const tickets = values(last.tickets)
  const printed = new Set(
    beforeMidnight.flatMap(({ event }) => (event.type === 'slipPrinted' ? [event.ticketId] : [])),
  )
  const numbersPrinted = tickets.filter(({ id }) => printed.has(id)).map(({ number }) => number)
  return [
    law(
      'every event has the next number',
      journal.every(({ seq }, i) => i === 0 || seq === (journal[i - 1] as Recorded).seq + 1),
    ),
    law(
      'numbers are unique',
      new Set(tickets.map(({ number }) => number)).size === tickets.length,
      `${tickets.length} tickets`,
    ),
    law('numbers are gap-free in their series', gapFree(last)),
    law('a counter has one citizen at most', states.every(oneEach)),
    law(
      'every ticket ends finished, missed, cancelled, expired or void',
      endStates(journal).every((at) => over.has(at)),
    ),
    law(
      'each printed number is on paper exactly once',
      numbersPrinted.every((number) => papers.filter((text) => hasNumber(text, number)).length === 1) &&
        papers.length === numbersPrinted.length,
      `${papers.length} papers`,
    ),
    law(
      'nobody is passed more often than the hall has promised',
      mostTimesPassed(beforeMidnight) <= policy.mostPassed,
      `at most ${mostTimesPassed(beforeMidnight)} of ${policy.mostPassed} times`,
    ),
    law('nobody rated twice, and only who was served', ratingsFit(beforeMidnight)),
  ]
}

const over: ReadonlySet<string> = new Set(['finished', 'missed', 'cancelled', 'expired', 'void'])

const law = (text: string, holds: boolean, detail = ''): Law => ({ law: text, holds, detail })

function replayed(journal: readonly Recorded[]): HallState[] {
  let state = emptyState
  return journal.map((each) => {
    state = evolve(state, each)
    return state
  })
}

function gapFree(state: HallState): boolean {
  const bySeries = new Map<string, number[]>()
  for (const { number } of values(state.tickets)) {
    const [, prefix = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(number) ?? []
    bySeries.set(prefix, [...(bySeries.get(prefix) ?? []), Number(digits)])
  }
  return [...bySeries.values()].every((numbers) => numbers.sort((a, b) => a - b).every((n, i) => n === i + 1))
}

function oneEach(state: HallState): boolean {
  const current = Object.values(state.counters).flatMap((counter) =>
    counter.at === 'open' && 'n' in counter.now ? [counter.now.n] : [],
  )
  return new Set(current).size === current.length && current.every((n) => get(state.tickets, n) !== undefined)
}

/** How each ticket stood when the day was over: after the last events before the next day opened. */
function endStates(journal: readonly Recorded[]): string[] {
  const next = journal.findLastIndex(({ event }) => event.type === 'dayOpened')
  const states = replayed(next > 0 ? journal.slice(0, next) : journal)
  return values((states[states.length - 1] ?? emptyState).tickets).map(({ status }) => status.at)
}

/** How often the unluckiest leg was passed by somebody who had waited less, by what the calls themselves say. */
function mostTimesPassed(journal: readonly Recorded[]): number {
  const passed = new Map<string, number>()
  let state = emptyState
  for (const each of journal) {
    const { event } = each
    const called = event.type === 'ticketCalled' ? ticketOf(state, event.ticketId) : undefined
    const since = called && lastLeg(called).joined?.since
    if (event.type === 'ticketCalled' && since) {
      for (const lane of (event.over ?? [])
        .map((key) => state.lanes[key])
        .filter((lane) => lane !== undefined)) {
        for (const waiter of values(lane.since).filter((other) => bySince(other.since, since) < 0)) {
          const key = `${waiter.n} ${waiter.since.atMs}`
          passed.set(key, (passed.get(key) ?? 0) + 1)
        }
      }
    }
    state = evolve(state, each)
  }
  return Math.max(0, ...passed.values())
}

function ratingsFit(journal: readonly Recorded[]): boolean {
  const finished = new Set<string>()
  const rated = new Set<string>()
  for (const { event } of journal) {
    if (event.type === 'legFinished') finished.add(`${event.ticketId}/${event.leg}`)
    if (event.type !== 'legRated') continue
    const key = `${event.ticketId}/${event.leg}`
    if (!finished.has(key) || rated.has(key)) return false
    rated.add(key)
  }
  return true
}

const hasNumber = (text: string, number: string): boolean => text.split(/\s+/).includes(number)

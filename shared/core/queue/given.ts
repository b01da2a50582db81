import type * as z from 'zod'
import { newcomerKey, noWaits, type Range, type Waits } from '../estimate/waits.ts'
import type { Asked, OfflineRecords, PastLeg } from './asked.ts'
import { Command } from './command.ts'
import { decide } from './decide.ts'
import type { Event, EventOf, Recorded } from './event.ts'
import { evolve } from './evolve.ts'
import type { Hall } from './hall.ts'
import { ordinaryRank } from './lane.ts'
import type { Reason, Refused } from './refused.ts'
import { emptyState, type HallState } from './state.ts'
import { nameOf, type Who } from './who.ts'

/**
 * The grammar of a test: `given(…what happened).when(…what is asked).follows(…events)` or `.isRefused(why)`.
 * Every step before the last must be accepted; the last one's answer is what `follows` and `isRefused` judge.
 */
export const givenIn = (hall: Hall, ...steps: Step[]): Given =>
  tell(steps, { hall, state: emptyState, atMs: 0, recorded: [] })

/** Someone asks for something; a function when the asking depends on the state, as a nonce does. */
export interface Ask {
  by: Who
  ask: z.input<typeof Command> | ((state: HallState) => z.input<typeof Command>)
  past?: PastLeg
  offline?: OfflineRecords
}

/** Someone asks, time passes, the hall is set up otherwise, or waits are estimated. */
export type Step =
  | Ask
  | { atMs: number }
  | { passesMs: number }
  | { setUp: (hall: Hall) => Hall }
  | { waits: Waits }

export interface Story {
  readonly hall: Hall
  readonly state: HallState
  readonly atMs: number
  readonly recorded: readonly Recorded[]
  readonly waits?: Waits
}

export interface Given extends Story {
  when(...steps: Step[]): Outcome
}

export interface Outcome {
  readonly answer: Event[] | Refused
  /** Exactly these events, each told by its type or by the fields that matter; none when it was already so. */
  follows(...expected: Expected[]): Given
  /** Refused for this reason, and with what else is named here. */
  isRefused(reason: Reason, more?: Omit<Refused, 'refused'>): Given
}

export type Expected = Event['type'] | { [Type in Event['type']]: Some<EventOf<Type>> }[Event['type']]
type Some<E extends Event> = Partial<E> & Pick<E, 'type'>

export const seconds = (count: number): Step => ({ passesMs: count * 1_000 })
export const minutes = (count: number): Step => seconds(count * 60)
export const under = (policy: Partial<Hall['policy']>): Step => ({
  setUp: (hall) => ({ ...hall, policy: { ...hall.policy, ...policy } }),
})

/** Whoever takes a number for this service now is told this range, in minutes. */
export const estimated = (serviceId: string, p10: number, p50: number, p90: number): Step => {
  const range: Range = { p10Ms: p10 * 60_000, p50Ms: p50 * 60_000, p90Ms: p90 * 60_000 }
  return { waits: { ...noWaits, newcomers: { [newcomerKey(serviceId, ordinaryRank, 0)]: range } } }
}

/** One asking, applied when it was accepted. */
export function ask(
  story: Story,
  { by, ask, past, offline }: Ask,
): { answer: Event[] | Refused; story: Story } {
  const command = Command.parse(typeof ask === 'function' ? ask(story.state) : ask)
  const asked: Asked = {
    by,
    atMs: story.atMs,
    secret: `secret-${story.recorded.length + 1}`,
    ...(story.waits && { waits: story.waits }),
    ...(past && { past }),
    ...(offline && { offline }),
  }
  const answer = decide(story.hall, story.state, command, asked)
  return 'refused' in answer ? { answer, story } : { answer, story: recordedIn(story, answer, nameOf(by)) }
}

function recordedIn(story: Story, events: Event[], by: string): Story {
  let { state } = story
  const recorded = events.map((event, i) => ({ seq: state.seq + 1 + i, atMs: story.atMs, by, event }))
  for (const each of recorded) state = evolve(state, each)
  return { ...story, state, recorded: [...story.recorded, ...recorded] }
}

function tell(steps: Step[], from: Story): Given {
  let story = from
  for (const step of steps) {
    const next = take(story, step)
    if (next.answer && 'refused' in next.answer)
      throw new Error(`the story stops at ${JSON.stringify(step)}: ${next.answer.refused}`)
    story = next.story
  }
  return { ...story, when: (...asking) => outcomeOf(story, asking) }
}

function outcomeOf(from: Story, steps: Step[]): Outcome {
  const last = steps[steps.length - 1]
  if (!last) throw new Error('when() needs somebody to ask for something')
  const { answer, story } = take(tell(steps.slice(0, -1), from), last)
  if (!answer) throw new Error('when() ends with somebody asking for something')
  const on = () => tell([], story)
  return {
    answer,
    follows: (...expected) => same(seen(answer, expected), expected.map(asEvent)) && on(),
    isRefused: (reason, more = {}) => {
      const wanted = { refused: reason, ...more }
      const named = new Set(Object.keys(wanted))
      const told = Array.isArray(answer)
        ? answer
        : Object.fromEntries(Object.entries(answer).filter(([key]) => named.has(key)))
      return same(told, wanted) && on()
    },
  }
}

function take(story: Story, step: Step): { answer?: Event[] | Refused; story: Story } {
  if ('atMs' in step) return { story: { ...story, atMs: step.atMs } }
  if ('passesMs' in step) return { story: { ...story, atMs: story.atMs + step.passesMs } }
  if ('waits' in step) return { story: { ...story, waits: step.waits } }
  if ('setUp' in step) return { story: { ...story, hall: step.setUp(story.hall) } }
  return ask(story, step)
}

const asEvent = (expected: Expected) => (typeof expected === 'string' ? { type: expected } : expected)

/** What happened, cut down to the fields each expectation names. */
function seen(answer: Event[] | Refused, expected: Expected[]): unknown {
  if ('refused' in answer) return answer
  return answer.map((event, i) => {
    const asked = Object.keys(asEvent(expected[i] ?? event.type))
    return Object.fromEntries(Object.entries(event).filter(([key]) => asked.includes(key)))
  })
}

/** Both sides stand on the error as well, so that a test runner can show the difference. */
function same(actual: unknown, expected: unknown): true {
  const [was, wanted] = [sortedJson(actual), sortedJson(expected)]
  if (was === wanted) return true
  throw Object.assign(new Error(`expected ${wanted}, but it was ${was}`), { actual, expected })
}

const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

import { stepAt } from '@jiaohao/core/contract/day-steps.ts'
import type { Announced } from '@jiaohao/core/text/announcement.ts'
import type { Policy } from './policy.ts'

/** A call to be said. One `id` is one citizen at one counter; a higher `recall` or later `atMs` calls again. */
export interface Call extends Announced {
  id: string
  recall: number
  atMs: number
  /** The share of the usual speed of speech; 1 when left out. */
  pace?: number
}

/** Why a call was never said. */
export type Unsaid = 'expired' | 'served' | 'crowded' | 'quiet' | 'tooLong' | 'noVoice' | 'failed'

export interface Dropped {
  call: Call
  why: Unsaid
}

/** The speaking queue of one hall zone: one sentence at a time, what waits in the order it was called. */
export interface Queue {
  now: { status: 'resting' } | { status: 'speaking'; call: Call; wanted: boolean }
  waiting: readonly Call[]
  /** The newest call seen of each id: the hub delivers at least once, the hall hears it once. */
  seen: ReadonlyMap<string, Pick<Call, 'recall' | 'atMs'>>
}

export const emptyQueue: Queue = { now: { status: 'resting' }, waiting: [], seen: new Map() }

/** Enough for a day of a busy zone; an id older than that is a new one. */
const seenLimit = 2_000

/** A new call goes to the end, a recall takes the place of its own waiting entry, a repeated message changes nothing. */
export function called(queue: Queue, call: Call, policy: Policy): { queue: Queue; dropped: Dropped[] } {
  const before = queue.seen.get(call.id)
  if (before && call.recall <= before.recall && call.atMs <= before.atMs) return { queue, dropped: [] }
  const seen = new Map(queue.seen).set(call.id, { recall: call.recall, atMs: call.atMs })
  if (seen.size > seenLimit) seen.delete(seen.keys().next().value ?? call.id)
  const isWaiting = queue.waiting.some((other) => other.id === call.id)
  const waiting = isWaiting
    ? queue.waiting.map((other) => (other.id === call.id ? call : other))
    : [...queue.waiting, call]
  const excess = Math.max(0, waiting.length - policy.waitingLimit)
  return {
    queue: { ...queue, seen, waiting: waiting.slice(excess) },
    dropped: dropped(waiting.slice(0, excess), 'crowded'),
  }
}

/** The citizen has come: what waits is dropped, what is being said is said to its end. */
export function served(queue: Queue, id: string): { queue: Queue; dropped: Dropped[] } {
  const isServed = (call: Call) => call.id === id
  const now =
    queue.now.status === 'speaking' && isServed(queue.now.call) ? { ...queue.now, wanted: false } : queue.now
  return {
    queue: { ...queue, now, waiting: queue.waiting.filter((call) => !isServed(call)) },
    dropped: dropped(queue.waiting.filter(isServed), 'served'),
  }
}

/** What to say now, how often and how loud. */
export type Turn = { status: 'say'; call: Call; times: 1 | 2; gain: number } | { status: 'rest' }

/** Takes the next call that is still worth saying; while one is being said, nothing moves. */
export function nextTurn(
  queue: Queue,
  nowMs: number,
  policy: Policy,
): { queue: Queue; dropped: Dropped[]; turn: Turn } {
  if (queue.now.status === 'speaking') return { queue, dropped: [], turn: { status: 'rest' } }
  const urgent = queue.waiting.find(({ order }) => order)
  if (urgent)
    return {
      queue: saying(queue, urgent),
      dropped: [],
      turn: { status: 'say', call: urgent, times: 1, gain: 1 },
    }
  const isOld = (call: Call) => nowMs - call.atMs > policy.expiresMs
  const expired = dropped(queue.waiting.filter(isOld), 'expired')
  const fresh = queue.waiting.filter((call) => !isOld(call))
  const gain = stepAt(policy.loudness, nowMs, policy.timeZone)?.gain ?? 1
  const [call, ...waiting] = fresh
  if (gain === 0 || !call) {
    const quiet = dropped(fresh, 'quiet')
    return { queue: { ...queue, waiting: [] }, dropped: [...expired, ...quiet], turn: { status: 'rest' } }
  }
  const times = fresh.length > policy.twiceUpTo ? 1 : 2
  return {
    queue: { ...queue, now: { status: 'speaking', call, wanted: true }, waiting },
    dropped: expired,
    turn: { status: 'say', call, times, gain },
  }
}

/** A word to everybody goes before every call, at full loudness, quiet hours or not. */
const saying = (queue: Queue, call: Call): Queue => ({
  ...queue,
  now: { status: 'speaking', call, wanted: true },
  waiting: queue.waiting.filter((other) => other !== call),
})

/** The sentence is over, said or given up for good. */
export function ended(queue: Queue): Queue {
  return { ...queue, now: { status: 'resting' } }
}

/** The loudspeaker failed: the call is next again, unless its citizen came or was called again meanwhile. */
export function interrupted(queue: Queue): { queue: Queue; dropped: Dropped[] } {
  const { now, waiting } = queue
  if (now.status === 'resting') return { queue, dropped: [] }
  if (!now.wanted) return { queue: ended(queue), dropped: dropped([now.call], 'served') }
  const isCalledAgain = waiting.some((call) => call.id === now.call.id)
  return {
    queue: { ...ended(queue), waiting: isCalledAgain ? waiting : [now.call, ...waiting] },
    dropped: [],
  }
}

function dropped(calls: readonly Call[], why: Unsaid): Dropped[] {
  return calls.map((call) => ({ call, why }))
}

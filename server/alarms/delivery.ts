import type { SpeechWord, Station } from '@jiaohao/core/contract/station.ts'
import { tellerOf } from '@jiaohao/core/queue/delivery.ts'
import type { Call } from '@jiaohao/core/queue/state.ts'
import { hears, type Teller, tellersOf } from './tellers.ts'

/** Asks of each call whether everyone who is meant to has told it, and remembers who did not. */
export interface Delivery {
  /** Who is meant to tell; a call is asked of those who were there when it was made. */
  meant(stations: readonly Station[], nowMs: number): void
  heard(stationId: string, word: SpeechWord): void
  /** Looks at the calls of today as they stand now, oldest first. */
  judge(calls: readonly Call[], withinMs: number, nowMs: number): void
  /** Who should have told this call and has not. */
  missing(callSeq: number): Teller[]
  /** It waits in a loudspeaker's line, or is being said. */
  waits(callSeq: number): boolean
  /** Every call with somebody missing, and since when. */
  incomplete(): { call: Call; sinceMs: number }[]
  /** Those who have told nothing since a call they should have told. */
  silent(): { teller: Teller; call: Call }[]
  /** When time alone may change this; infinity when it cannot. */
  nextMs(): number
}

/** A loudspeaker drops what waited 90 s, and no sentence lasts longer than 30 s (drivers/voice). */
const saidWithinMs = 130_000
/** As many calls as the state keeps. */
const mostWords = 200
const forEver = Number.POSITIVE_INFINITY

interface Asked {
  call: Call
  awaited: Map<string, Teller>
  missing: Map<string, Teller>
  /** When the first was missing. */
  sinceMs: number
  /** Before this nobody can be missing. */
  nextMs: number
}

/** The first later call of the same ticket, and of the same counter. */
interface Later {
  ofTicket: Call | undefined
  atCounter: Call | undefined
}

export function openDelivery(): Delivery {
  const meant = new Map<string, { teller: Teller; sinceMs: number }>()
  const asked = new Map<number, Asked>()
  /** Words come before the call is looked at, and are remembered for so many calls. */
  const words = new Map<number, Map<string, SpeechWord['is']>>()
  const silent = new Map<string, { teller: Teller; call: Call }>()
  let newestSeq = 0
  let nextMs = forEver
  let judgedWithinMs = 0

  function take(calls: readonly Call[]): void {
    const fresh = calls.slice(calls.findLastIndex(({ seq }) => seq <= newestSeq) + 1)
    for (const call of fresh) {
      const tellers = [...meant.values()].filter(
        ({ teller, sinceMs }) => sinceMs <= call.atMs && hears(teller, call),
      )
      const awaited = new Map(tellers.map(({ teller }) => [teller.key, teller]))
      if (awaited.size > 0) asked.set(call.seq, { call, awaited, missing: new Map(), sinceMs: 0, nextMs: 0 })
    }
    newestSeq = fresh.at(-1)?.seq ?? newestSeq
  }

  /** One that is known not to work has its calls wait in vain. */
  function wordOf(key: string, callSeq: number): SpeechWord['is'] | undefined {
    const word = words.get(callSeq)?.get(key)
    return word === 'waits' && meant.get(key)?.teller.down ? undefined : word
  }

  function settleTold({ call, awaited, missing }: Asked): void {
    for (const [key, { by, stationId }] of [...awaited, ...missing]) {
      const told = by === 'speaker' ? call.spokenBy : call.shownBy
      if (!told.includes(key) && !told.includes(stationId)) continue
      awaited.delete(key)
      missing.delete(key)
      if (call.seq >= (silent.get(key)?.call.seq ?? forEver)) silent.delete(key)
    }
  }

  function judgeAwaited(one: Asked, later: Later, withinMs: number, nowMs: number): void {
    const { call, awaited, missing } = one
    one.nextMs = forEver
    for (const [key, teller] of awaited) {
      const dueMs = dueOf(teller, call, wordOf(key, call.seq), withinMs)
      if (nowMs < dueMs) {
        one.nextMs = Math.min(one.nextMs, dueMs)
        continue
      }
      awaited.delete(key)
      const now = meant.get(key)
      const overtaking = overtakes(teller, later)
      if (!now || (overtaking && overtaking.atMs < dueMs)) continue
      if (missing.size === 0) one.sinceMs = nowMs
      missing.set(key, teller)
      if (!now.teller.down && !silent.has(key)) silent.set(key, { teller, call })
    }
  }

  function lookAgain(): void {
    for (const one of asked.values()) one.nextMs = 0
  }

  return {
    meant: (stations, nowMs) => {
      const tellers = new Map(tellersOf(stations).map((teller) => [teller.key, teller]))
      for (const key of meant.keys()) if (!tellers.has(key)) meant.delete(key)
      for (const [key, teller] of tellers)
        meant.set(key, { teller, sinceMs: meant.get(key)?.sinceMs ?? nowMs })
      // What is gone, or known not to work, is an alarm of its own.
      for (const key of silent.keys()) if (meant.get(key)?.teller.down !== false) silent.delete(key)
      lookAgain()
    },
    heard: (stationId, { deviceId, callSeq, is }) => {
      const those = words.get(callSeq) ?? new Map<string, SpeechWord['is']>()
      words.set(callSeq, those.set(tellerOf({ stationId, deviceId }), is))
      const one = asked.get(callSeq)
      if (one) one.nextMs = 0
      const [oldest] = words.keys()
      if (words.size > mostWords && oldest !== undefined) words.delete(oldest)
    },
    judge: (calls, withinMs, nowMs) => {
      nextMs = forEver
      if (withinMs !== judgedWithinMs) lookAgain()
      judgedWithinMs = withinMs
      take(calls)
      if (asked.size === 0) return
      const now = new Map(calls.map((call) => [call.seq, call]))
      const later = laterOf(calls)
      for (const [seq, one] of asked) {
        const call = now.get(seq)
        if (!call) {
          asked.delete(seq)
          continue
        }
        const toldMore = call !== one.call
        one.call = call
        if (toldMore || one.nextMs === 0) settleTold(one)
        if (nowMs >= one.nextMs) judgeAwaited(one, later.get(seq) ?? nothingLater, withinMs, nowMs)
        nextMs = Math.min(nextMs, one.nextMs)
        if (one.awaited.size + one.missing.size === 0) asked.delete(seq)
      }
    },
    missing: (callSeq) => [...(asked.get(callSeq)?.missing.values() ?? [])],
    waits: (callSeq) =>
      [...(asked.get(callSeq)?.awaited.keys() ?? [])].some((key) => wordOf(key, callSeq) === 'waits'),
    incomplete: () =>
      [...asked.values()]
        .filter(({ missing }) => missing.size > 0)
        .map(({ call, sinceMs }) => ({ call, sinceMs })),
    silent: () => [...silent.values()],
    nextMs: () => nextMs,
  }
}

/** When this one must have told the call; never, if it need not. */
function dueOf({ by }: Teller, { atMs }: Call, word: SpeechWord['is'] | undefined, withinMs: number): number {
  if (by !== 'speaker' || word === undefined) return atMs + withinMs
  switch (word) {
    case 'waits':
      return atMs + saidWithinMs
    case 'unsaid':
      return atMs
    case 'excused':
      return forEver
  }
}

const nothingLater: Later = { ofTicket: undefined, atCounter: undefined }

function laterOf(calls: readonly Call[]): Map<number, Later> {
  const later = new Map<number, Later>()
  const ofTicket = new Map<number, Call>()
  const atCounter = new Map<string, Call>()
  for (const call of calls.toReversed()) {
    later.set(call.seq, { ofTicket: ofTicket.get(call.n), atCounter: atCounter.get(call.counterId) })
    ofTicket.set(call.n, call)
    atCounter.set(call.counterId, call)
  }
  return later
}

/** A screen shows the newest call of a ticket, a strip the newest of its counter; loudspeakers say every one. */
function overtakes({ by }: Teller, { ofTicket, atCounter }: Later): Call | undefined {
  switch (by) {
    case 'screen':
      return ofTicket
    case 'strip':
      return atCounter
    case 'speaker':
      return undefined
  }
}

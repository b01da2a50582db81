import type { Since, Waiter } from '../queue/lane.ts'
import { byBurden, byPlace, bySince, ordinaryRank, waitersIn } from '../queue/lane.ts'
import type { Lines } from '../queue/lines.ts'
import { values } from '../queue/sorted.ts'
import type { HallState } from '../queue/state.ts'

/** The hall's lanes for one simulated course after another: what waits now is shared, what comes is put beside it. */
export interface SimLines extends Lines {
  /** Back to how it is now. */
  restart(): void
  join(lane: string, ofRank: number, comer: Omit<Waiter, 'passedBefore'>): void
  leave(n: number): void
  /** Their longest waiting was passed once more. */
  pass(lanes: readonly string[]): void
  isEmpty(lane: string): boolean
}

interface SimLine {
  now: readonly Waiter[]
  next: number
  more: Waiter[]
}

interface SimLane {
  ranks: SimLine[]
  since: SimLine
  burden: SimLine
  passedNow: number
  passed: number
  size: number
  sizeNow: number
}

export function openSimLines(state: HallState, mostWaiters: number): SimLines {
  const lanes = new Map<string, SimLane>()
  const gone = new Uint8Array(mostWaiters + 1)
  const laneOfN = new Array<SimLane | undefined>(mostWaiters + 1)
  for (const [key, lane] of Object.entries(state.lanes)) {
    const sim: SimLane = {
      ranks: lane.lines.map((line) => lineFrom(values(line))),
      since: lineFrom(values(lane.since)),
      burden: lineFrom(values(lane.burden)),
      passedNow: lane.passed,
      passed: lane.passed,
      size: 0,
      sizeNow: 0,
    }
    for (const { n } of waitersIn(lane)) {
      laneOfN[n] = sim
      sim.sizeNow += 1
    }
    sim.size = sim.sizeNow
    lanes.set(key, sim)
  }

  function laneFor(key: string): SimLane {
    const known = lanes.get(key)
    if (known) return known
    const fresh: SimLane = {
      ranks: Array.from({ length: ordinaryRank }, () => lineFrom([])),
      since: lineFrom([]),
      burden: lineFrom([]),
      passedNow: 0,
      passed: 0,
      size: 0,
      sizeNow: 0,
    }
    lanes.set(key, fresh)
    return fresh
  }

  function first(line: SimLine, before: (a: Waiter, b: Waiter) => number): Waiter | undefined {
    while (line.next < line.now.length && gone[(line.now[line.next] as Waiter).n] === 1) line.next += 1
    while (line.more.length > 0 && gone[(line.more[0] as Waiter).n] === 1) line.more.shift()
    const [a, b] = [line.now[line.next], line.more[0]]
    return a && b ? (before(a, b) <= 0 ? a : b) : (a ?? b)
  }

  return {
    restart: () => {
      gone.fill(0)
      for (const lane of lanes.values()) {
        for (const line of [...lane.ranks, lane.since, lane.burden]) {
          line.next = 0
          line.more.length = 0
        }
        lane.passed = lane.passedNow
        lane.size = lane.sizeNow
      }
    },
    join: (key, ofRank, comer) => {
      const lane = laneFor(key)
      const waiter = { ...comer, passedBefore: lane.passed }
      insert((lane.ranks[ofRank - 1] as SimLine).more, waiter, placesOf)
      insert(lane.since.more, waiter, sincesOf)
      insert(lane.burden.more, waiter, byBurden)
      laneOfN[waiter.n] = lane
      lane.size += 1
    },
    leave: (n) => {
      gone[n] = 1
      const lane = laneOfN[n]
      if (lane) lane.size -= 1
    },
    pass: (keys) => {
      for (const key of keys) {
        const lane = lanes.get(key)
        if (lane) lane.passed += 1
      }
    },
    isOpen: (counterId) => state.counters[counterId]?.at === 'open',
    isEmpty: (key) => (lanes.get(key)?.size ?? 0) === 0,
    head: (key, ofRank) => {
      const lane = lanes.get(key)
      return lane && lane.size > 0 ? first(lane.ranks[ofRank - 1] as SimLine, placesOf) : undefined
    },
    longest: (key) => {
      const lane = lanes.get(key)
      return lane && lane.size > 0 ? first(lane.since, sincesOf) : undefined
    },
    borne: (key) => {
      const lane = lanes.get(key)
      const most = lane && lane.size > 0 ? first(lane.burden, byBurden) : undefined
      return lane && most ? lane.passed - most.passedBefore : 0
    },
    /** Whether, not how many: a simulation needs no more of it. */
    longerThan: (key, since: Since) => {
      const lane = lanes.get(key)
      const longest = lane && lane.size > 0 ? first(lane.since, sincesOf) : undefined
      return longest && bySince(longest.since, since) < 0 ? 1 : 0
    },
  }
}

const lineFrom = (now: readonly Waiter[]): SimLine => ({ now, next: 0, more: [] })
const placesOf = (a: Waiter, b: Waiter): number => byPlace(a.place, b.place)
const sincesOf = (a: Waiter, b: Waiter): number => bySince(a.since, b.since)

function insert(list: Waiter[], waiter: Waiter, before: (a: Waiter, b: Waiter) => number): void {
  let at = list.length
  while (at > 0 && before(waiter, list[at - 1] as Waiter) < 0) at -= 1
  if (at === list.length) list.push(waiter)
  else list.splice(at, 0, waiter)
}

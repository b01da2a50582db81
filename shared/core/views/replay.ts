import type { CounterSeen, Moment } from '../contract/replay.ts'
import type { Recorded } from '../queue/event.ts'
import { evolve } from '../queue/evolve.ts'
import { waitingFor } from '../queue/lines.ts'
import { get } from '../queue/sorted.ts'
import { emptyState, type HallState } from '../queue/state.ts'

/**
 * A day seen again, event by event, as everybody in the hall saw it: lines, counters, calls. Numbers are all it
 * tells of people. `see` gives what the event changed; null where nobody would have noticed.
 */
export function openReplay(serviceIds: readonly string[]) {
  let state: HallState = emptyState
  const waiting = new Map<string, number>()
  const counters = new Map<string, CounterSeen>()
  let finished = 0

  function see(recorded: Recorded): Moment | null {
    const before = state
    state = evolve(state, recorded)
    const { atMs, event } = recorded
    const lines = state.lanes === before.lanes ? {} : changedLines()
    const desks = state.counters === before.counters ? [] : changedCounters(before)
    const call =
      event.type === 'ticketCalled' || event.type === 'ticketRecalled'
        ? { number: event.number, counterId: event.counterId, again: event.type === 'ticketRecalled' }
        : undefined
    const finishes = event.type === 'legFinished'
    if (finishes) finished += 1
    if (Object.keys(lines).length === 0 && desks.length === 0 && !call && !finishes) return null
    return {
      atMs,
      ...(Object.keys(lines).length > 0 && { waiting: lines }),
      ...(desks.length > 0 && { counters: desks }),
      ...(call && { call }),
      ...(finishes && { finished }),
    }
  }

  function changedLines(): Record<string, number> {
    const changed: Record<string, number> = {}
    for (const id of serviceIds) {
      const now = waitingFor(state, id)
      if ((waiting.get(id) ?? 0) !== now) changed[id] = now
      waiting.set(id, now)
    }
    return changed
  }

  function changedCounters(before: HallState): CounterSeen[] {
    const changed: CounterSeen[] = []
    for (const [counterId, counter] of Object.entries(state.counters)) {
      if (before.counters[counterId] === counter) continue
      const now = seenAt(state, counterId)
      const was = counters.get(counterId)
      if (was?.state === now.state && was.number === now.number) continue
      counters.set(counterId, now)
      changed.push(now)
    }
    return changed
  }

  return { see }
}

function seenAt(state: HallState, counterId: string): CounterSeen {
  const counter = state.counters[counterId]
  const now = counter?.at === 'open' ? counter.now : null
  const number = now && 'n' in now ? (get(state.tickets, now.n)?.number ?? null) : null
  return { counterId, state: now ? now.is : 'closed', number }
}

import { counted, doing, inLane, withCounter, withLeg, withStatusAndLeg } from './change.ts'
import type { EventOf, Why } from './event.ts'
import { put, remove } from './sorted.ts'
import { type HallState, type Leg, lastLeg, mostRecentCalls, ticketOf } from './state.ts'

/** Called at a counter: out of its line, and announced. */
export function called(
  state: HallState,
  event: EventOf<'ticketCalled'>,
  seq: number,
  atMs: number,
): HallState {
  const before = ticketOf(state, event.ticketId)
  if (!before) return state
  const out = inLane(state, event.ticketId, remove)
  const ticket = withStatusAndLeg(
    out,
    event.ticketId,
    { at: 'called', counterId: event.counterId },
    event.leg,
    (leg) => ({
      ...leg,
      firstCalledAtMs: leg.firstCalledAtMs ?? atMs,
      lastCalledAtMs: atMs,
      calls: leg.calls + 1,
      countedCalls: 1,
      lastCountedAtMs: atMs,
      counterId: event.counterId,
      staffId: event.staffId,
      why: event.why,
    }),
  )
  const busy = withCounter(ticket, event.counterId, (counter) =>
    counter.at === 'open'
      ? {
          ...counter,
          now: { is: 'calling', n: before.n },
          run: runAfter(counter.run, event.why.rule),
        }
      : counter,
  )
  const first = lastLeg(before).firstCalledAtMs === null
  return announced(first ? counted(busy, 'called') : busy, event, 0, seq, atMs)
}

/** A leg sent here or chosen by hand is nobody's turn: it must not let two more priority tickets by (T6). */
function runAfter(run: number, rule: Why['rule']): number {
  if (rule === 'priority') return run + 1
  return rule === 'sentHere' || rule === 'chosen' ? run : 0
}

export function recalled(
  state: HallState,
  event: EventOf<'ticketRecalled'>,
  seq: number,
  atMs: number,
): HallState {
  const next = withLeg(state, event.ticketId, event.leg, (leg) => ({
    ...leg,
    lastCalledAtMs: atMs,
    calls: leg.calls + 1,
    countedCalls: leg.countedCalls + (event.counted ? 1 : 0),
    lastCountedAtMs: event.counted ? atMs : leg.lastCountedAtMs,
  }))
  return announced(next, event, event.recall, seq, atMs)
}

function announced(
  state: HallState,
  event: EventOf<'ticketCalled'> | EventOf<'ticketRecalled'>,
  recall: number,
  seq: number,
  atMs: number,
): HallState {
  const n = ticketOf(state, event.ticketId)?.n
  if (n === undefined) return state
  const { leg, number, counterId, counterNo, zoneId, serviceId } = event
  const call = { seq, n, leg, number, counterId, counterNo, zoneId, serviceId, atMs, recall }
  const calls = [...state.calls.slice(1 - mostRecentCalls), { ...call, shownBy: [], spokenBy: [] }]
  return { ...state, calls }
}

export function missed(state: HallState, event: EventOf<'ticketMissed'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (ticket?.status.at !== 'called') return state
  const { counterId } = ticket.status
  const next = withStatusAndLeg(
    state,
    event.ticketId,
    { at: 'missed', counterId, sinceMs: atMs },
    event.leg,
    (leg) => ({ ...leg, misses: leg.misses + 1 }),
  )
  return counted(doing({ ...next, missed: [...next.missed, ticket.n] }, counterId, { is: 'idle' }), 'missed')
}

export function backInLine(
  state: HallState,
  ticketId: string,
  change: (leg: Leg) => Leg,
  how: 'missUndone' | 'returned',
): HallState {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return state
  const next = withStatusAndLeg(state, ticketId, { at: 'waiting' }, null, change)
  const without = { ...next, missed: next.missed.filter((n) => n !== ticket.n) }
  const lane = inLane(without, ticketId, put)
  return how === 'missUndone' ? { ...lane, counts: { ...lane.counts, missed: lane.counts.missed - 1 } } : lane
}

import { counted, doing, joined, left, withCounter, withLeg, withStatusAndLeg } from './change.ts'
import { afterCall } from './desk.ts'
import type { EventOf } from './event.ts'
import type { Lane } from './lane.ts'
import { usualManner } from './need.ts'
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
  const out = passing(left(state, event.ticketId), event.over ?? [])
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
          ...afterCall(counter, { rule: event.why.rule, rank: before.rank, serviceId: event.serviceId }),
        }
      : counter,
  )
  const first = lastLeg(before).firstCalledAtMs === null
  return announced(first ? counted(busy, 'called') : busy, event, 0, seq, atMs)
}

/** Whoever has waited longest in these lanes was passed once more. */
function passing(state: HallState, lanes: readonly string[]): HallState {
  if (lanes.length === 0) return state
  const more = lanes.map((key) => [key, state.lanes[key]] as const)
  const counted = more.flatMap(([key, lane]) => (lane ? [[key, { ...lane, passed: lane.passed + 1 }]] : []))
  return { ...state, lanes: { ...state.lanes, ...(Object.fromEntries(counted) as Record<string, Lane>) } }
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
  const manner = event.manner ?? usualManner
  const call = { seq, n, leg, number, counterId, counterNo, zoneId, serviceId, atMs, recall, manner }
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

/** Waits again: as if never missed when that was undone, else anew since `sinceMs`. */
export function backInLine(
  state: HallState,
  ticketId: string,
  sinceMs: number,
  change: (leg: Leg) => Leg,
  how: 'missUndone' | 'returned',
): HallState {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return state
  const next = withStatusAndLeg(state, ticketId, { at: 'waiting' }, null, change)
  const without = { ...next, missed: next.missed.filter((n) => n !== ticket.n) }
  const lane = joined(without, ticketId, sinceMs)
  return how === 'missUndone' ? { ...lane, counts: { ...lane.counts, missed: lane.counts.missed - 1 } } : lane
}

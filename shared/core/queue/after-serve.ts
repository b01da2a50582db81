import { counted, doing, joined, shut, withCounter, withLeg, withStatusAndLeg, withTicket } from './change.ts'
import type { EventOf } from './event.ts'
import { newLeg } from './new-leg.ts'
import { type HallState, type Leg, mostDurations, ticketOf } from './state.ts'

export function queued(state: HallState, event: EventOf<'legQueued'>, atMs: number): HallState {
  const next = withTicket(state, event.ticketId, (ticket) => ({
    ...ticket,
    status: { at: 'waiting' },
    legs: [...ticket.legs, { ...newLeg(event), queuedAtMs: atMs }],
    journey: ticket.journey && { ...ticket.journey, left: event.journeyLeft ?? ticket.journey.left },
  }))
  return joined(next, event.ticketId, atMs)
}

export function started(state: HallState, event: EventOf<'ticketStarted'>): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (ticket?.status.at !== 'called') return state
  const { counterId } = ticket.status
  const next = withStatusAndLeg(state, event.ticketId, { at: 'serving', counterId }, event.leg, (leg) => ({
    ...leg,
    startedAtMs: leg.startedAtMs ?? event.startedAtMs,
  }))
  return doing(shut(next, counterId), counterId, { is: 'serving', n: ticket.n })
}

export function heldAside(state: HallState, event: EventOf<'ticketHeld'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (ticket?.status.at !== 'serving') return state
  const { counterId } = ticket.status
  const next = withStatusAndLeg(
    state,
    event.ticketId,
    { at: 'held', counterId, kind: event.kind, note: event.note },
    event.leg,
    (leg) => ({ ...leg, holds: [...leg.holds, { kind: event.kind, fromMs: atMs, toMs: null }] }),
  )
  return doing({ ...next, held: [...next.held, ticket.n] }, counterId, { is: 'idle' })
}

export function resumed(state: HallState, event: EventOf<'ticketResumed'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (!ticket) return state
  const next = withStatusAndLeg(
    state,
    event.ticketId,
    { at: 'serving', counterId: event.counterId },
    event.leg,
    (leg) => ({
      ...leg,
      counterId: event.counterId,
      staffId: event.staffId,
      holds: leg.holds.map((hold) => (hold.toMs === null ? { ...hold, toMs: atMs } : hold)),
    }),
  )
  const without = { ...next, held: next.held.filter((n) => n !== ticket.n) }
  return doing(shut(without, event.counterId), event.counterId, { is: 'serving', n: ticket.n })
}

export function finished(state: HallState, event: EventOf<'legFinished'>, atMs: number): HallState {
  const done = ended(state, event, atMs, 'finished')
  const ticket = ticketOf(done, event.ticketId)
  if (!ticket) return done
  const staffId = ticket.legs[event.leg]?.staffId ?? ''
  const next: HallState = {
    ...done,
    lastFinished: { ...done.lastFinished, [event.counterId]: { n: ticket.n, leg: event.leg } },
    finishedBy: { ...done.finishedBy, [staffId]: (done.finishedBy[staffId] ?? 0) + 1 },
  }
  if (!event.rateable) return next
  const open = withLeg(next, event.ticketId, event.leg, (leg) => ({
    ...leg,
    rating: { is: 'rateable', nonce: event.nonce, untilMs: event.untilMs },
  }))
  const asked = withCounter(open, event.counterId, (counter) =>
    counter.at === 'open'
      ? {
          ...counter,
          asking: {
            n: ticket.n,
            leg: event.leg,
            nonce: event.nonce,
            openedAtMs: atMs,
            untilMs: event.untilMs,
          },
        }
      : counter,
  )
  return counted(asked, 'rateable')
}

export const transferred = (state: HallState, event: EventOf<'legTransferred'>, atMs: number): HallState =>
  ended(state, event, atMs, 'transferred')

function ended(
  state: HallState,
  event: EventOf<'legFinished'> | EventOf<'legTransferred'>,
  atMs: number,
  how: 'finished' | 'transferred',
): HallState {
  const next = withLeg(state, event.ticketId, event.leg, (leg) => ({ ...leg, endedAtMs: atMs, ended: how }))
  const leg = ticketOf(next, event.ticketId)?.legs[event.leg]
  const free = doing(next, event.counterId, { is: 'idle' })
  if (!leg || leg.startedAtMs === null) return free
  const known = free.durationsMs[leg.serviceId] ?? []
  const durationsMs = [...known.slice(1 - mostDurations), serviceMs(leg)]
  return { ...free, durationsMs: { ...free.durationsMs, [leg.serviceId]: durationsMs } }
}

/** Σ serving intervals without holds, in ms; 0 before the leg has ended (rules §8). */
export function serviceMs(leg: Leg): number {
  if (leg.startedAtMs === null || leg.endedAtMs === null) return 0
  const heldMs = leg.holds.reduce((sum, hold) => sum + ((hold.toMs ?? hold.fromMs) - hold.fromMs), 0)
  return Math.max(0, leg.endedAtMs - leg.startedAtMs - heldMs)
}

export function rated(state: HallState, event: EventOf<'legRated'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (!ticket) return state
  const next = withLeg(state, event.ticketId, event.leg, (leg) => ({
    ...leg,
    rating: {
      is: 'rated',
      nonce: leg.rating.is === 'none' ? '' : leg.rating.nonce,
      level: event.level,
      atMs,
      explained: false,
    },
  }))
  const counterId = ticket.legs[event.leg]?.counterId ?? ''
  const counter = next.counters[counterId]
  const answered = counter?.asking?.n === ticket.n && counter.asking.leg === event.leg
  return counted(answered ? shut(next, counterId) : next, 'rated')
}

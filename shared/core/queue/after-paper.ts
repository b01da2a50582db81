import { admitted } from './after-admission.ts'
import { cameIn } from './after-offline.ts'
import { counted, joined, withStatusAndLeg, withTicket } from './change.ts'
import type { EventOf } from './event.ts'
import { ordinaryRank } from './lane.ts'
import { newLeg } from './new-leg.ts'
import { put } from './sorted.ts'
import { type HallState, lastLeg, type Ticket, ticketOf } from './state.ts'

/** A number was taken; with paper under way it is in no line yet. */
export function taken(state: HallState, event: EventOf<'ticketTaken'>, atMs: number): HallState {
  const ticket: Ticket = {
    id: event.ticketId,
    n: event.n,
    number: event.number,
    issuedAtMs: event.offline?.takenAtMs ?? atMs,
    takenAt: event.takenAt,
    paper: event.paper,
    secret: event.secret,
    priority: event.priority,
    journey: event.journey ?? null,
    rank: event.rank ?? (event.priority ? 1 : ordinaryRank),
    appointment: event.appointment,
    identity: event.identity ?? null,
    language: event.language,
    told: event.wait ?? null,
    needs: event.needs,
    itemIds: event.itemIds ?? [],
    status: { at: 'issuing', slip: 'underWay' },
    reprint: null,
    legs: [newLeg({ ...event, target: { to: 'service', serviceId: event.serviceId }, comeBackTo: null })],
    offline: event.offline !== undefined,
  }
  const next = counted(
    {
      ...admitted(state, event, event.offline?.takenAtMs ?? atMs),
      issued: event.n,
      series: { ...state.series, [event.prefix]: Math.max(event.sequence, state.series[event.prefix] ?? 0) },
      tickets: put(state.tickets, event.n, ticket),
      papers: event.paper ? [...state.papers, event.n] : state.papers,
    },
    'taken',
  )
  const known = cameIn(next, event, atMs)
  return event.paper ? known : settled(known, event.ticketId, atMs)
}

/** The number is in the citizen's hand: it waits. */
export function settled(state: HallState, ticketId: string, atMs: number): HallState {
  const ticket = ticketOf(state, ticketId)
  if (ticket?.status.at !== 'issuing') return state
  const waiting = withStatusAndLeg(state, ticketId, { at: 'waiting' }, null, (leg) => ({
    ...leg,
    queuedAtMs: ticket.offline ? ticket.issuedAtMs : atMs,
  }))
  const papers = ticket.reprint ? waiting.papers : waiting.papers.filter((n) => n !== ticket.n)
  return joined({ ...waiting, papers }, ticketId, waitsFrom(ticket))
}

/** From taking the number, however long the paper took; one early for a slot from its beginning, so that those served before pass nobody. */
const waitsFrom = (ticket: Ticket): number => Math.max(ticket.issuedAtMs, lastLeg(ticket).place.atMs)

export function reprinted(state: HallState, event: EventOf<'slipReprinted'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (!ticket) return state
  const cleared = withTicket(state, event.ticketId, (t) => ({ ...t, reprint: null }))
  if (event.outcome === 'printed' && ticket.status.at === 'issuing')
    return settled(cleared, event.ticketId, atMs)
  const stays = ticket.status.at === 'issuing'
  return stays ? cleared : { ...cleared, papers: cleared.papers.filter((n) => n !== ticket.n) }
}

/** The ticket waits for paper as well: it is among those a kiosk owes something. */
export function withPaper(state: HallState, ticketId: string, change: (ticket: Ticket) => Ticket): HallState {
  const next = withTicket(state, ticketId, change)
  const n = ticketOf(next, ticketId)?.n
  return n === undefined || next.papers.includes(n) ? next : { ...next, papers: [...next.papers, n] }
}

import { put, type remove } from './sorted.ts'
import {
  type CounterState,
  emptyLane,
  type HallState,
  type Leg,
  laneOf,
  lastLeg,
  type Now,
  type Ticket,
  type TicketStatus,
  ticketOf,
} from './state.ts'

/** Puts the ticket into the line its last leg waits in, or takes it out. */
export function inLane(state: HallState, ticketId: string, change: typeof put | typeof remove): HallState {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return state
  const { target, place } = lastLeg(ticket)
  const key = laneOf(target)
  const lane = state.lanes[key] ?? emptyLane
  const line = ticket.priority ? 'priority' : 'ordinary'
  return {
    ...state,
    lanes: { ...state.lanes, [key]: { ...lane, [line]: change(lane[line], place, ticket.n) } },
  }
}

export function withTicket(
  state: HallState,
  ticketId: string,
  change: (ticket: Ticket) => Ticket,
): HallState {
  const ticket = ticketOf(state, ticketId)
  return ticket ? { ...state, tickets: put(state.tickets, ticket.n, change(ticket)) } : state
}

/** Changes one leg; the last when `leg` is null. */
export function withLeg(
  state: HallState,
  ticketId: string,
  leg: number | null,
  change: (leg: Leg) => Leg,
): HallState {
  return withTicket(state, ticketId, (ticket) => {
    const which = leg ?? ticket.legs.length - 1
    return { ...ticket, legs: ticket.legs.map((each, i) => (i === which ? change(each) : each)) }
  })
}

/** Both at once: the ticket is put back a single time. */
export function withStatusAndLeg(
  state: HallState,
  ticketId: string,
  status: TicketStatus,
  leg: number | null,
  change: (leg: Leg) => Leg,
): HallState {
  return withTicket(state, ticketId, (ticket) => {
    const which = leg ?? ticket.legs.length - 1
    return { ...ticket, status, legs: ticket.legs.map((each, i) => (i === which ? change(each) : each)) }
  })
}

export function withCounter(
  state: HallState,
  counterId: string,
  change: (counter: CounterState) => CounterState,
): HallState {
  const counter = state.counters[counterId] ?? { at: 'closed', asking: null }
  const next = change(counter)
  return next === counter ? state : { ...state, counters: { ...state.counters, [counterId]: next } }
}

export const doing = (state: HallState, counterId: string, now: Now): HallState =>
  withCounter(state, counterId, (counter) => (counter.at === 'open' ? { ...counter, now } : counter))

export const counted = (state: HallState, what: keyof HallState['counts']): HallState => ({
  ...state,
  counts: { ...state.counts, [what]: state.counts[what] + 1 },
})

/** The evaluator's window at this counter is over. */
export function shut(state: HallState, counterId: string): HallState {
  return withCounter(state, counterId, (counter) => (counter.asking ? { ...counter, asking: null } : counter))
}

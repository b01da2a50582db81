import { emptyLane, joinLane, leaveLane } from './lane.ts'
import { put } from './sorted.ts'
import {
  type CounterState,
  type HallState,
  type Leg,
  laneOf,
  lastLeg,
  type Now,
  type Ticket,
  type TicketStatus,
  ticketOf,
} from './state.ts'

/** Puts the ticket into the lane its last leg waits in; it waits since `sinceMs`, or since before when that leg has waited already. */
export function joined(state: HallState, ticketId: string, sinceMs: number): HallState {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return state
  const leg = lastLeg(ticket)
  const key = laneOf(ticket, leg.target)
  const lane = state.lanes[key] ?? emptyLane
  const as = leg.joined ?? { since: { atMs: sinceMs, n: ticket.n }, passedBefore: lane.passed }
  const noted = leg.joined ? state : withLeg(state, ticketId, null, (each) => ({ ...each, joined: as }))
  const waiter = { n: ticket.n, place: leg.place, ...as }
  return { ...noted, lanes: { ...noted.lanes, [key]: joinLane(lane, ticket.rank, waiter) } }
}

/** Takes the ticket out of the lane its last leg waits in. */
export function left(state: HallState, ticketId: string): HallState {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return state
  const { target, place, joined: as } = lastLeg(ticket)
  const key = laneOf(ticket, target)
  const lane = state.lanes[key]
  if (!lane || !as) return state
  return {
    ...state,
    lanes: { ...state.lanes, [key]: leaveLane(lane, ticket.rank, { n: ticket.n, place, ...as }) },
  }
}

/** Moves a waiting ticket into the lane of its needs; it has waited as long as before, and borne as much. */
export function withNeeds(state: HallState, ticketId: string, needs: Ticket['needs']): HallState {
  const before = ticketOf(state, ticketId)
  const changed = (from: HallState) => withTicket(from, ticketId, (ticket) => ({ ...ticket, needs }))
  if (before?.status.at !== 'waiting') return changed(state)
  const { target, joined: as } = lastLeg(before)
  const [old, next] = [laneOf(before, target), laneOf({ needs }, target)]
  if (old === next || !as) return changed(state)
  const borne = (state.lanes[old]?.passed ?? 0) - as.passedBefore
  const passedBefore = (state.lanes[next]?.passed ?? 0) - borne
  const moved = withLeg(changed(left(state, ticketId)), ticketId, null, (leg) => ({
    ...leg,
    joined: { since: as.since, passedBefore },
  }))
  return joined(moved, ticketId, as.since.atMs)
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

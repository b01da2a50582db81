import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import { busy, openAt } from './counter.ts'
import type { Event, Place } from './event.ts'
import { evolve } from './evolve.ts'
import type { Counter, Hall } from './hall.ts'
import { linesOf } from './lines.ts'
import { mannerOf, usualManner } from './need.ts'
import { type Chosen, chosenByHand, nextAt } from './order.ts'
import { placeAt, replaced } from './place.ts'
import { type Refused, refused } from './refused.ts'
import { finishing } from './serve.ts'
import { sessionEndMs } from './session-end.ts'
import { get } from './sorted.ts'
import { type HallState, type Leg, laneOf, lastLeg, type Ticket, ticketOf } from './state.ts'

/** 顺呼: the ticket the rules put next, for this counter alone (T3). With `finishCurrent` the one at the counter is finished first, as keypads without a finish key do. */
export function callNext(
  hall: Hall,
  state: HallState,
  { counterId, finishCurrent }: CommandOf<'callNext'>,
  asked: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is === 'paused') return refused('counterPaused')
  if (busy(counter) && !finishCurrent) return refused('counterBusy')
  const place = hall.counters.find((each) => each.id === counterId)
  if (!place) return refused('unknownCounter')
  const first = busy(counter) ? finishing(hall, state, counterId, asked) : []
  if ('refused' in first) return first
  const goesBack = first.some(({ type }) => type === 'legQueued')
  const then = goesBack
    ? first.reduce((so, event) => evolve(so, { ...asked, by: '', seq: state.seq, event }), state)
    : state
  const next = nextAt(hall, place, linesOf(then), counter, asked.atMs)
  if (!next) return first.length > 0 ? first : refused('nobodyWaiting')
  return [...first, calling(get(then.tickets, next.waiter.n) as Ticket, place, counter.staffId, next)]
}

/** 选呼: one named ticket that waits for a service worked here, or was sent here: a right of single clerks, and on record. */
export function callTicket(
  hall: Hall,
  state: HallState,
  { counterId, ticketId }: CommandOf<'callTicket'>,
  { by, atMs }: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is === 'paused') return refused('counterPaused')
  if (busy(counter)) return refused('counterBusy')
  const place = hall.counters.find((each) => each.id === counterId)
  if (!place) return refused('unknownCounter')
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.status.at !== 'waiting') return refused('ticketNotWaiting')
  const leg = lastLeg(ticket)
  const sentHere =
    (leg.target.to === 'counter' && leg.target.counterId === counterId) ||
    (leg.target.to === 'clerk' && leg.target.staffId === counter.staffId)
  if (!sentHere && !place.serviceIds.includes(leg.serviceId)) return refused('ticketElsewhere')
  if (by.as === 'staff' && !mayChoose(hall, by.staffId)) return refused('mayNotChoose')
  const waiter = { n: ticket.n, place: leg.place, ...(leg.joined as NonNullable<Leg['joined']>) }
  const chosen = chosenByHand(
    hall,
    place,
    linesOf(state),
    counter,
    { lane: laneOf(ticket, leg.target), waiter },
    atMs,
  )
  return chosen ? [calling(ticket, place, counter.staffId, chosen)] : refused('callLongestFirst')
}

/** 重呼: sounds and flashes again; the waiting time stays that of the first call (T12). */
export function recall(
  hall: Hall,
  state: HallState,
  { counterId }: CommandOf<'recall'>,
  { atMs }: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is !== 'calling') return refused('ticketNotCalled')
  const ticket = get(state.tickets, counter.now.n) as Ticket
  const leg = lastLeg(ticket)
  if (leg.calls >= hall.policy.mostCalls) return refused('calledTooOften')
  const place = hall.counters.find((each) => each.id === counterId)
  if (!place) return refused('unknownCounter')
  const counted = atMs - (leg.lastCountedAtMs ?? 0) >= hall.policy.missSpacingSeconds * 1_000
  return [{ type: 'ticketRecalled', ...told(ticket, place), recall: leg.calls, counted }]
}

/** 过号: only after enough calls, far enough apart, or when no more calls are allowed (T4). */
export function miss(
  hall: Hall,
  state: HallState,
  { counterId }: CommandOf<'miss'>,
  { atMs }: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is !== 'calling') return refused('ticketNotCalled')
  const ticket = get(state.tickets, counter.now.n) as Ticket
  const leg = lastLeg(ticket)
  const { missCalls, missSpacingSeconds, mostCalls } = hall.policy
  const enough = leg.countedCalls >= missCalls || leg.calls >= mostCalls
  const patient = atMs - (leg.lastCountedAtMs ?? 0) >= missSpacingSeconds * 1_000 || missCalls === 1
  if (!enough || !patient) return refused('callAgainFirst')
  return [{ type: 'ticketMissed', ticketId: ticket.id, leg: ticket.legs.length - 1 }]
}

/** The miss was a slip of the hand: the same place in the line. */
export function undoMiss(
  state: HallState,
  { ticketId, counterId }: CommandOf<'undoMiss'>,
): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.status.at !== 'missed') return refused('ticketNotMissed')
  if (ticket.status.counterId !== counterId) return refused('ticketElsewhere')
  return [{ type: 'missUndone', ticketId, leg: ticket.legs.length - 1 }]
}

/** 召回: a missed citizen is back and waits again, where the hall's policy says (T4). */
export function returnTicket(
  hall: Hall,
  state: HallState,
  { ticketId }: CommandOf<'returnTicket'>,
  { atMs }: Asked,
): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.status.at !== 'missed') return refused('ticketNotMissed')
  const leg = lastLeg(ticket)
  if (leg.returns >= hall.policy.mostReturns) return refused('returnedTooOften')
  const place = placeOfReturn(hall, state, ticket, atMs)
  return [{ type: 'ticketReturned', ticketId, leg: ticket.legs.length - 1, place }]
}

function placeOfReturn(hall: Hall, state: HallState, ticket: Ticket, atMs: number): Place {
  const { returnTo, returnAfterOthers } = hall.policy
  switch (returnTo) {
    case 'afterOthers':
      return replaced(state, ticket, lastLeg(ticket).target, returnAfterOthers)
    case 'endOfSlot':
      return placeAt(Math.max(atMs, ticket.appointment?.toMs ?? 0), ticket.n)
    case 'endOfHalfDay':
      return placeAt(Math.max(atMs, sessionEndMs(hall, atMs) ?? 0), ticket.n)
  }
}

/** A clerk whose card says nothing may; the hall takes the right away one by one. */
const mayChoose = (hall: Hall, staffId: string): boolean =>
  hall.clerks.find(({ id }) => id === staffId)?.mayChoose ?? true

function calling(
  ticket: Ticket,
  counter: Counter,
  staffId: string,
  { why, over }: Pick<Chosen, 'why' | 'over'>,
): Event {
  const called = { type: 'ticketCalled', ...told(ticket, counter), staffId, why } as const
  return over.length > 0 ? { ...called, over } : called
}

function told(ticket: Ticket, counter: Counter) {
  const manner = mannerOf(ticket.needs)
  return {
    ticketId: ticket.id,
    leg: ticket.legs.length - 1,
    number: ticket.number,
    counterId: counter.id,
    counterNo: counter.no,
    zoneId: counter.zoneId,
    serviceId: lastLeg(ticket).serviceId,
    ...(manner.pace !== usualManner.pace || manner.flashes !== usualManner.flashes ? { manner } : {}),
  }
}

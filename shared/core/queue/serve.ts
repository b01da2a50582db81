import type { Asked } from './asked.ts'
import type { CommandOf, Target } from './command.ts'
import { busy, openAt } from './counter.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { goesOn } from './journey.ts'
import { placeAt, replaced } from './place.ts'
import { type Refused, refused } from './refused.ts'
import { get } from './sorted.ts'
import { currentOf, type HallState, type Leg, lastLeg, type Ticket, ticketOf } from './state.ts'

/** 开始办理: the citizen has come to the counter. */
export function start(
  state: HallState,
  { counterId }: CommandOf<'start'>,
  { atMs }: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is === 'serving') return []
  if (counter.now.is !== 'calling') return refused('ticketNotCalled')
  const ticket = get(state.tickets, counter.now.n) as Ticket
  return [
    { type: 'ticketStarted', ticketId: ticket.id, leg: lastIndex(ticket), startedAtMs: atMs, assumed: false },
  ]
}

/** 办结. The evaluator's window opens when there was real contact (E1, E2). */
export function finish(
  hall: Hall,
  state: HallState,
  { counterId, wrapUp }: CommandOf<'finish'>,
  asked: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (!busy(counter)) return refused('ticketNotServing')
  const events = finishing(hall, state, counterId, asked)
  if ('refused' in events || !wrapUp) return events
  return [...events, { type: 'counterWrappingUp', counterId }]
}

/**
 * The events that finish whatever the counter is calling or serving. A leg finished without a start is taken
 * to have begun `assumedWalkSeconds` after its last call, and says so.
 */
export function finishing(hall: Hall, state: HallState, counterId: string, asked: Asked): Event[] | Refused {
  const ticket = currentOf(state, counterId)
  if (!ticket) return refused('ticketNotServing')
  const leg = lastLeg(ticket)
  const startedAtMs = leg.startedAtMs ?? assumedStart(hall, leg, asked.atMs)
  const began: Event[] =
    ticket.status.at === 'called'
      ? [
          {
            type: 'ticketStarted',
            ticketId: ticket.id,
            leg: lastIndex(ticket),
            startedAtMs,
            assumed: leg.startedAtMs === null,
          },
        ]
      : []
  const heldMs = leg.holds.reduce((sum, each) => sum + ((each.toMs ?? asked.atMs) - each.fromMs), 0)
  const contactMs = asked.atMs - startedAtMs - heldMs
  const ended: Event = {
    type: 'legFinished',
    ticketId: ticket.id,
    leg: lastIndex(ticket),
    counterId,
    rateable: contactMs >= hall.policy.rateableContactSeconds * 1_000,
    nonce: asked.secret,
    untilMs: asked.atMs + hall.policy.ratingWindowSeconds * 1_000,
  }
  const next = goesBack(state, ticket, leg) ?? goesOn(hall, state, ticket)
  return [...began, ended, next ?? { type: 'ticketFinished', ticketId: ticket.id }]
}

function assumedStart(hall: Hall, leg: Leg, atMs: number): number {
  return Math.min(atMs, (leg.lastCalledAtMs ?? atMs) + hall.policy.assumedWalkSeconds * 1_000)
}

/** A leg sent elsewhere "and back" returns to the counter that sent it, for the service it was sent from (T5). */
function goesBack(state: HallState, ticket: Ticket, leg: Leg): Event | undefined {
  if (!leg.comeBackTo) return undefined
  const sent = ticket.legs.findLast(
    (each) => each.counterId === leg.comeBackTo && each.ended === 'transferred',
  )
  const serviceId = sent?.serviceId ?? leg.serviceId
  const target: Target = { to: 'counter', counterId: leg.comeBackTo, serviceId }
  return {
    type: 'legQueued',
    ticketId: ticket.id,
    leg: ticket.legs.length,
    serviceId,
    target,
    place: replaced(state, ticket, target, 0),
    comeBackTo: null,
  }
}

/** 挂起: set aside in one of three ways; the counter is free for the next (T7). */
export function hold(state: HallState, { counterId, kind, note }: CommandOf<'hold'>): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is !== 'serving') return refused('ticketNotServing')
  const ticket = get(state.tickets, counter.now.n) as Ticket
  return [{ type: 'ticketHeld', ticketId: ticket.id, leg: lastIndex(ticket), kind, note }]
}

/** 回呼: takes a held leg up again, at the same or any other counter (T7). */
export function resume(state: HallState, { counterId, ticketId }: CommandOf<'resume'>): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is === 'paused') return refused('counterPaused')
  if (busy(counter)) return refused('counterBusy')
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.status.at !== 'held') return refused('ticketNotHeld')
  const { staffId } = counter
  return [{ type: 'ticketResumed', ticketId, leg: lastIndex(ticket), counterId, staffId }]
}

/** 转移: this leg ends here and a new one waits elsewhere under the same number (T5). */
export function transfer(
  hall: Hall,
  state: HallState,
  { counterId, target, reason, place, comeBack }: CommandOf<'transfer'>,
  { atMs }: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  const ticket = currentOf(state, counterId)
  if (!ticket) return refused('ticketNotServing')
  const refusal = unreachable(hall, target, counterId, lastLeg(ticket).serviceId)
  if (refusal) return refusal
  const leg = lastIndex(ticket)
  if (leg >= mostLegs - 1) return refused('tooMuch')
  const behind = place === 'head' ? 0 : place
  return [
    { type: 'legTransferred', ticketId: ticket.id, leg, counterId, reason },
    {
      type: 'legQueued',
      ticketId: ticket.id,
      leg: leg + 1,
      serviceId: target.serviceId,
      target,
      place: behind === 'byTime' ? placeAt(atMs, ticket.n) : replaced(state, ticket, target, behind),
      comeBackTo: comeBack ? counterId : stillOwed(lastLeg(ticket), target),
    },
  ]
}

/** A way back promised by an earlier counter outlives a further transfer, unless that leads there already. */
function stillOwed({ comeBackTo }: Leg, target: Target): string | null {
  return target.to === 'counter' && target.counterId === comeBackTo ? null : comeBackTo
}

function unreachable(
  hall: Hall,
  target: Target,
  fromCounterId: string,
  fromServiceId: string,
): Refused | undefined {
  if (!hall.services.some((service) => service.id === target.serviceId)) return refused('unknownService')
  switch (target.to) {
    case 'service':
      if (target.serviceId === fromServiceId) return refused('sameService')
      return hall.counters.some((counter) => counter.serviceIds.includes(target.serviceId))
        ? undefined
        : refused('noCounterServes')
    case 'counter':
      if (target.counterId === fromCounterId) return refused('sameService')
      return hall.counters.some((counter) => counter.id === target.counterId)
        ? undefined
        : refused('unknownCounter')
    case 'clerk':
      return hall.clerks.some((clerk) => clerk.id === target.staffId) ? undefined : refused('unknownClerk')
  }
}

const mostLegs = 50

const lastIndex = (ticket: Ticket): number => ticket.legs.length - 1

import { counted, doing, inLane, shut, withCounter, withLeg, withStatus, withTicket } from './change.ts'
import type { Event, EventOf, Recorded, Why } from './event.ts'
import { put, remove } from './sorted.ts'
import {
  emptyState,
  type HallState,
  type Leg,
  lastLeg,
  mostDurations,
  mostRecentCalls,
  type Ticket,
  ticketOf,
} from './state.ts'

/** What one recorded event makes of a state. Reads the event alone, never today's set-up, so old journals replay. */
export function evolve(state: HallState, recorded: Recorded): HallState {
  return { ...apply(state, recorded, recorded.event), seq: recorded.seq }
}

function apply(state: HallState, { seq, atMs }: Recorded, event: Event): HallState {
  switch (event.type) {
    case 'dayOpened':
      return { ...emptyState, day: event.day }
    case 'dayClosed':
      return state
    case 'ticketTaken':
      return taken(state, event, atMs)
    case 'slipPrinted':
    case 'numberConfirmed':
      return settled(state, event.ticketId, atMs)
    case 'slipFailed':
      return withTicket(state, event.ticketId, (ticket) => ({
        ...ticket,
        status: { at: 'issuing', slip: event.outcome, why: event.why, confirmByMs: event.confirmByMs },
      }))
    case 'reprintAsked':
      return withPaper(state, event.ticketId, (ticket) => ({
        ...ticket,
        reprint: { takenAt: event.takenAt, askedAtMs: atMs },
      }))
    case 'slipReprinted':
      return reprinted(state, event, atMs)
    case 'ticketVoided':
      return over(state, event.ticketId, 'void')
    case 'ticketCancelled':
      return over(state, event.ticketId, 'cancelled')
    case 'ticketExpired':
      return over(state, event.ticketId, 'expired')
    case 'ticketFinished':
      return counted(over(state, event.ticketId, 'finished'), 'finished')
    case 'legQueued':
      return queued(state, event, atMs)
    case 'ticketCalled':
      return called(state, event, seq, atMs)
    case 'ticketRecalled':
      return recalled(state, event, seq, atMs)
    case 'ticketStarted':
      return started(state, event)
    case 'ticketMissed':
      return missed(state, event, atMs)
    case 'missUndone':
      return backInLine(state, event.ticketId, (leg) => ({ ...leg, misses: leg.misses - 1 }), 'missUndone')
    case 'ticketReturned':
      return backInLine(
        state,
        event.ticketId,
        (leg) => ({
          ...leg,
          place: event.place,
          queuedAtMs: leg.queuedAtMs ?? atMs,
          returns: leg.returns + 1,
        }),
        'returned',
      )
    case 'ticketHeld':
      return heldAside(state, event, atMs)
    case 'ticketResumed':
      return resumed(state, event, atMs)
    case 'legFinished':
      return finished(state, event, atMs)
    case 'legTransferred':
      return transferred(state, event, atMs)
    case 'counterOpened':
      return withCounter(state, event.counterId, ({ asking }) => ({
        at: 'open',
        staffId: event.staffId,
        sinceMs: atMs,
        now: { is: 'idle' },
        asking,
        run: 0,
      }))
    case 'counterClosed':
      return withCounter(state, event.counterId, ({ asking }) => ({ at: 'closed', asking }))
    case 'counterPaused':
      return doing(state, event.counterId, { is: 'paused', reason: event.reason, sinceMs: atMs })
    case 'counterResumed':
      return doing(state, event.counterId, { is: 'idle' })
    case 'counterWrappingUp':
      return doing(state, event.counterId, { is: 'wrappingUp', sinceMs: atMs })
    case 'legRated':
      return rated(state, event, atMs)
    case 'ratingExplained':
      return withLeg(state, event.ticketId, event.leg, (leg) =>
        leg.rating.is === 'rated' ? { ...leg, rating: { ...leg.rating, explained: true } } : leg,
      )
    case 'ratingShut':
      return shut(state, event.counterId)
    case 'callShown':
      return told(state, event.callSeq, 'shownBy', event.stationId)
    case 'callSpoken':
      return told(state, event.callSeq, 'spokenBy', event.stationId)
  }
}

function taken(state: HallState, event: EventOf<'ticketTaken'>, atMs: number): HallState {
  const ticket: Ticket = {
    id: event.ticketId,
    n: event.n,
    number: event.number,
    issuedAtMs: atMs,
    takenAt: event.takenAt,
    paper: event.paper,
    secret: event.secret,
    priority: event.priority,
    appointment: event.appointment,
    language: event.language,
    status: { at: 'issuing', slip: 'underWay' },
    reprint: null,
    legs: [newLeg({ ...event, target: { to: 'service', serviceId: event.serviceId }, comeBackTo: null })],
  }
  const next = counted(
    {
      ...state,
      issued: event.n,
      series: { ...state.series, [event.prefix]: event.sequence },
      tickets: put(state.tickets, event.n, ticket),
      papers: event.paper ? [...state.papers, event.n] : state.papers,
    },
    'taken',
  )
  return event.paper ? next : settled(next, event.ticketId, atMs)
}

function newLeg(from: Pick<Leg, 'serviceId' | 'target' | 'place' | 'comeBackTo'>): Leg {
  return {
    serviceId: from.serviceId,
    target: from.target,
    place: from.place,
    comeBackTo: from.comeBackTo,
    queuedAtMs: null,
    firstCalledAtMs: null,
    lastCalledAtMs: null,
    calls: 0,
    countedCalls: 0,
    lastCountedAtMs: null,
    why: null,
    counterId: null,
    staffId: null,
    startedAtMs: null,
    holds: [],
    misses: 0,
    returns: 0,
    endedAtMs: null,
    ended: null,
    rating: { is: 'none' },
  }
}

/** The number is in the citizen's hand: it waits. */
function settled(state: HallState, ticketId: string, atMs: number): HallState {
  const ticket = ticketOf(state, ticketId)
  if (ticket?.status.at !== 'issuing') return state
  const waiting = withLeg(withStatus(state, ticketId, { at: 'waiting' }), ticketId, null, (leg) => ({
    ...leg,
    queuedAtMs: atMs,
  }))
  const papers = ticket.reprint ? waiting.papers : waiting.papers.filter((n) => n !== ticket.n)
  return inLane({ ...waiting, papers }, ticketId, put)
}

function reprinted(state: HallState, event: EventOf<'slipReprinted'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (!ticket) return state
  const cleared = withTicket(state, event.ticketId, (t) => ({ ...t, reprint: null }))
  if (event.outcome === 'printed' && ticket.status.at === 'issuing')
    return settled(cleared, event.ticketId, atMs)
  const stays = ticket.status.at === 'issuing'
  return stays ? cleared : { ...cleared, papers: cleared.papers.filter((n) => n !== ticket.n) }
}

function withPaper(state: HallState, ticketId: string, change: (ticket: Ticket) => Ticket): HallState {
  const next = withTicket(state, ticketId, change)
  const n = ticketOf(next, ticketId)?.n
  return n === undefined || next.papers.includes(n) ? next : { ...next, papers: [...next.papers, n] }
}

function queued(state: HallState, event: EventOf<'legQueued'>, atMs: number): HallState {
  const next = withTicket(state, event.ticketId, (ticket) => ({
    ...ticket,
    status: { at: 'waiting' },
    legs: [...ticket.legs, { ...newLeg(event), queuedAtMs: atMs }],
  }))
  return inLane(next, event.ticketId, put)
}

function called(state: HallState, event: EventOf<'ticketCalled'>, seq: number, atMs: number): HallState {
  const before = ticketOf(state, event.ticketId)
  if (!before) return state
  const out = inLane(state, event.ticketId, remove)
  const ticket = withLeg(
    withStatus(out, event.ticketId, { at: 'called', counterId: event.counterId }),
    event.ticketId,
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

function recalled(state: HallState, event: EventOf<'ticketRecalled'>, seq: number, atMs: number): HallState {
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

function started(state: HallState, event: EventOf<'ticketStarted'>): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (ticket?.status.at !== 'called') return state
  const { counterId } = ticket.status
  const next = withLeg(
    withStatus(state, event.ticketId, { at: 'serving', counterId }),
    event.ticketId,
    event.leg,
    (leg) => ({
      ...leg,
      startedAtMs: leg.startedAtMs ?? event.startedAtMs,
    }),
  )
  return doing(shut(next, counterId), counterId, { is: 'serving', n: ticket.n })
}

function missed(state: HallState, event: EventOf<'ticketMissed'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (ticket?.status.at !== 'called') return state
  const { counterId } = ticket.status
  const next = withLeg(
    withStatus(state, event.ticketId, { at: 'missed', counterId, sinceMs: atMs }),
    event.ticketId,
    event.leg,
    (leg) => ({ ...leg, misses: leg.misses + 1 }),
  )
  return counted(doing({ ...next, missed: [...next.missed, ticket.n] }, counterId, { is: 'idle' }), 'missed')
}

function backInLine(
  state: HallState,
  ticketId: string,
  change: (leg: Leg) => Leg,
  how: 'missUndone' | 'returned',
): HallState {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return state
  const next = withLeg(withStatus(state, ticketId, { at: 'waiting' }), ticketId, null, change)
  const without = { ...next, missed: next.missed.filter((n) => n !== ticket.n) }
  const lane = inLane(without, ticketId, put)
  return how === 'missUndone' ? { ...lane, counts: { ...lane.counts, missed: lane.counts.missed - 1 } } : lane
}

function heldAside(state: HallState, event: EventOf<'ticketHeld'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (ticket?.status.at !== 'serving') return state
  const { counterId } = ticket.status
  const next = withLeg(
    withStatus(state, event.ticketId, { at: 'held', counterId, kind: event.kind, note: event.note }),
    event.ticketId,
    event.leg,
    (leg) => ({ ...leg, holds: [...leg.holds, { kind: event.kind, fromMs: atMs, toMs: null }] }),
  )
  return doing({ ...next, held: [...next.held, ticket.n] }, counterId, { is: 'idle' })
}

function resumed(state: HallState, event: EventOf<'ticketResumed'>, atMs: number): HallState {
  const ticket = ticketOf(state, event.ticketId)
  if (!ticket) return state
  const next = withLeg(
    withStatus(state, event.ticketId, { at: 'serving', counterId: event.counterId }),
    event.ticketId,
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

function finished(state: HallState, event: EventOf<'legFinished'>, atMs: number): HallState {
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

const transferred = (state: HallState, event: EventOf<'legTransferred'>, atMs: number): HallState =>
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

function rated(state: HallState, event: EventOf<'legRated'>, atMs: number): HallState {
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

function told(state: HallState, callSeq: number, list: 'shownBy' | 'spokenBy', stationId: string): HallState {
  const which = state.calls.findLastIndex((call) => call.seq === callSeq)
  const call = state.calls[which]
  if (!call || call[list].includes(stationId)) return state
  return { ...state, calls: state.calls.with(which, { ...call, [list]: [...call[list], stationId] }) }
}

function over(
  state: HallState,
  ticketId: string,
  at: 'finished' | 'cancelled' | 'expired' | 'void',
): HallState {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return state
  const freed =
    ticket.status.at === 'called' || ticket.status.at === 'serving'
      ? doing(state, ticket.status.counterId, { is: 'idle' })
      : state
  const out = ticket.status.at === 'waiting' ? inLane(freed, ticketId, remove) : freed
  const aside = (list: readonly number[]) =>
    list.includes(ticket.n) ? list.filter((n) => n !== ticket.n) : list
  const gone = { ...out, papers: aside(out.papers), missed: aside(out.missed), held: aside(out.held) }
  return withTicket(gone, ticketId, (each) => ({ ...each, status: { at }, reprint: null }))
}

/** The state after a run of events; `from` is where an earlier run stopped. */
export const replay = (recorded: Iterable<Recorded>, from: HallState = emptyState): HallState => {
  let state = from
  for (const each of recorded) state = evolve(state, each)
  return state
}

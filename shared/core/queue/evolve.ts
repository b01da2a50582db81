import { givenBack } from './after-admission.ts'
import { backInLine, called, missed, recalled } from './after-call.ts'
import { handoutAsked, handoutEnded } from './after-handout.ts'
import { cameTooLate, keptBack } from './after-offline.ts'
import { reprinted, settled, taken, withPaper } from './after-paper.ts'
import { finished, heldAside, queued, rated, resumed, started, transferred } from './after-serve.ts'
import { booked, rebooked, settledAs } from './bookings.ts'
import { counted, doing, left, shut, withCounter, withLeg, withNeeds, withTicket } from './change.ts'
import { tellerOf } from './delivery.ts'
import type { Event, Recorded } from './event.ts'
import { emptyState, type HallState, ticketOf } from './state.ts'

/** What one recorded event makes of a state. Reads the event alone, never today's set-up, so old journals replay. */
export function evolve(state: HallState, recorded: Recorded): HallState {
  return { ...apply(state, recorded, recorded.event), seq: recorded.seq }
}

function apply(state: HallState, { seq, atMs, by }: Recorded, event: Event): HallState {
  switch (event.type) {
    case 'dayOpened':
      return { ...emptyState, day: event.day }
    case 'dayClosed':
      return state
    case 'appointmentsCarried':
      return { ...state, bookings: event.bookings.reduce(booked, state.bookings) }
    case 'appointmentBooked':
      return { ...state, bookings: booked(state.bookings, event.booking) }
    case 'appointmentChanged':
      return { ...state, bookings: rebooked(state.bookings, event) }
    case 'appointmentCancelled':
      return { ...state, bookings: settledAs(state.bookings, event.appointment, { is: 'cancelled' }) }
    case 'appointmentCheckedIn': {
      const { ticketId, late } = event
      return {
        ...state,
        bookings: settledAs(state.bookings, event.appointment, { is: 'checkedIn', ticketId, late }),
      }
    }
    case 'appointmentLapsed':
      return { ...state, bookings: settledAs(state.bookings, event.appointment, { is: 'lapsed' }) }
    case 'ticketTaken':
      return taken(state, event, atMs)
    case 'needsChanged':
      return withNeeds(state, event.ticketId, event.needs)
    case 'offlineKept':
      return keptBack(state, event, by)
    case 'offlineExpired':
      return cameTooLate(state, event, atMs)
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
    case 'handoutAsked':
      return handoutAsked(state, event, atMs)
    case 'handoutEnded':
      return handoutEnded(state, event)
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
      return backInLine(
        state,
        event.ticketId,
        atMs,
        (leg) => ({ ...leg, misses: leg.misses - 1 }),
        'missUndone',
      )
    case 'ticketReturned':
      return backInLine(
        state,
        event.ticketId,
        Math.max(atMs, event.place.atMs),
        (leg) => ({
          ...leg,
          place: event.place,
          joined: null,
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
        recent: [],
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
    case 'helpAsked':
      return {
        ...state,
        help: { ...state.help, [event.counterId]: { staffId: event.staffId, sinceMs: atMs } },
      }
    case 'helpEnded': {
      const { [event.counterId]: _, ...help } = state.help
      return { ...state, help }
    }
    case 'hallPaused':
      return { ...state, standing: { is: 'paused', reason: event.reason, sinceMs: event.sinceMs } }
    case 'hallEvacuated':
      return { ...state, standing: { is: 'evacuated', sinceMs: event.sinceMs } }
    case 'hallResumed':
      return { ...state, standing: { is: 'open' } }
    case 'callShown':
      return told(state, event.callSeq, 'shownBy', tellerOf(event))
    case 'callSpoken':
      return told(state, event.callSeq, 'spokenBy', tellerOf(event))
  }
}

function told(state: HallState, callSeq: number, list: 'shownBy' | 'spokenBy', teller: string): HallState {
  const which = state.calls.findLastIndex((call) => call.seq === callSeq)
  const call = state.calls[which]
  if (!call || call[list].includes(teller)) return state
  return { ...state, calls: state.calls.with(which, { ...call, [list]: [...call[list], teller] }) }
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
  const out = ticket.status.at === 'waiting' ? left(freed, ticketId) : freed
  const aside = (list: readonly number[]) =>
    list.includes(ticket.n) ? list.filter((n) => n !== ticket.n) : list
  const free = at === 'void' || at === 'cancelled' ? givenBack(out, ticket) : out
  const gone = { ...free, papers: aside(free.papers), missed: aside(free.missed), held: aside(free.held) }
  return withTicket(gone, ticketId, (each) => ({ ...each, status: { at }, reprint: null }))
}

/** The state after a run of events; `from` is where an earlier run stopped. */
export const replay = (recorded: Iterable<Recorded>, from: HallState = emptyState): HallState => {
  let state = from
  for (const each of recorded) state = evolve(state, each)
  return state
}

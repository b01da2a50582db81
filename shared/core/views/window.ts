import type { ClerkCard, Counter, Hall } from '../queue/hall.ts'
import { waitingFor } from '../queue/lines.ts'
import { get } from '../queue/sorted.ts'
import type { HallState, Standing } from '../queue/state.ts'
import { serviceName } from './parts.ts'

/** A window station: what the strips, keypads and evaluators of its counters are to show. */
export interface WindowView {
  view: 'window'
  /** The hall's, by whose clock strips are dimmed. */
  timeZone: string
  standing: Standing
  counters: CounterSign[]
}

/** The sign over one counter. */
export interface CounterSign {
  counterId: string
  no: string
  state: 'closed' | 'idle' | 'calling' | 'serving' | 'wrappingUp' | 'paused'
  /** The ticket called or served here now. */
  ticketId: string | null
  number: string | null
  /** The newest call of the number shown: what a panel acknowledges. */
  callSeq: number | null
  recall: number
  pausedFor: string
  services: string[]
  waiting: number
  clerk: ClerkCard | null
  asking: AskingNow | null
}

/** A rating is awaited: this leg, this nonce, until this instant. */
export interface AskingNow {
  ticketId: string
  leg: number
  number: string
  nonce: string
  openedAtMs: number
  untilMs: number
}

export function windowView(hall: Hall, state: HallState, counterIds: readonly string[]): WindowView {
  return {
    view: 'window',
    timeZone: hall.timeZone,
    standing: state.standing,
    counters: hall.counters
      .filter(({ id }) => counterIds.includes(id))
      .map((counter) => signOf(hall, state, counter)),
  }
}

export function signOf(hall: Hall, state: HallState, counter: Counter): CounterSign {
  const now = state.counters[counter.id] ?? { at: 'closed' as const }
  const doing = now.at === 'open' ? now.now : null
  const current = doing && 'n' in doing ? get(state.tickets, doing.n) : undefined
  const call = current && state.calls.findLast((each) => each.n === current.n)
  return {
    counterId: counter.id,
    no: counter.no,
    state: doing ? doing.is : 'closed',
    ticketId: current?.id ?? null,
    number: current?.number ?? null,
    callSeq: call?.seq ?? null,
    recall: call?.recall ?? 0,
    pausedFor: doing?.is === 'paused' ? doing.reason : '',
    services: counter.serviceIds.map((serviceId) => serviceName(hall, serviceId)),
    waiting: counter.serviceIds.reduce((sum, serviceId) => sum + waitingFor(state, serviceId), 0),
    clerk: now.at === 'open' ? cardOf(hall, now.staffId) : null,
    asking: askingAt(state, counter.id),
  }
}

/** What the sign shows of a clerk; rights are nobody's business here. */
function cardOf(hall: Hall, staffId: string): ClerkCard | null {
  const clerk = hall.clerks.find((each) => each.id === staffId)
  return clerk ? { id: clerk.id, name: clerk.name, no: clerk.no, post: clerk.post } : null
}

function askingAt(state: HallState, counterId: string): AskingNow | null {
  const asking = state.counters[counterId]?.asking
  if (!asking) return null
  const { n, leg, nonce, openedAtMs, untilMs } = asking
  const ticket = get(state.tickets, n)
  if (ticket?.legs[leg]?.rating.is !== 'rateable') return null
  return { ticketId: ticket.id, leg, number: ticket.number, nonce, openedAtMs, untilMs }
}

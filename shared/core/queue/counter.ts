import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { type Refused, refused } from './refused.ts'
import { type CounterState, currentOf, type HallState, type Ticket } from './state.ts'
import { leads } from './who.ts'

type Open = Extract<CounterState, { at: 'open' }>

/** The open counter, or why it cannot work. */
export function openAt(state: HallState, counterId: string): Open | Refused {
  const counter = state.counters[counterId]
  return counter?.at === 'open' ? counter : refused('counterClosed')
}

/** A clerk sits down: one clerk per counter, one counter per clerk. */
export function openCounter(
  hall: Hall,
  state: HallState,
  { counterId }: CommandOf<'openCounter'>,
  { by }: Asked,
): Event[] | Refused {
  if (by.as !== 'staff') return refused('notAllowed')
  if (!hall.counters.some((counter) => counter.id === counterId)) return refused('unknownCounter')
  const counter = state.counters[counterId]
  if (counter?.at === 'open') return counter.staffId === by.staffId ? [] : refused('counterTaken')
  const elsewhere = Object.values(state.counters).some(
    (each) => each.at === 'open' && each.staffId === by.staffId,
  )
  return elsewhere ? refused('clerkElsewhere') : [{ type: 'counterOpened', counterId, staffId: by.staffId }]
}

/** The clerk leaves; never with a citizen called or being served. Held legs stay and can be resumed anywhere. */
export function closeCounter(
  state: HallState,
  { counterId, reason }: CommandOf<'closeCounter'>,
  { by }: Asked,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return []
  const ticket = currentOf(state, counterId)
  if (!ticket) return [{ type: 'counterClosed', counterId }]
  if (reason === undefined || !leads(by)) return refused('counterBusy')
  return [...freed(ticket, reason), { type: 'counterClosed', counterId, freedFor: reason }]
}

/** Whoever was called waits again in the same place, at no cost; whoever was being served is held, for any counter to resume. */
function freed(ticket: Ticket, reason: string): Event[] {
  const which = { ticketId: ticket.id, leg: ticket.legs.length - 1 }
  return ticket.status.at === 'called'
    ? [
        { type: 'ticketMissed', ...which },
        { type: 'missUndone', ...which },
      ]
    : [{ type: 'ticketHeld', ...which, kind: 'waiting', note: reason }]
}

export function pauseCounter(
  state: HallState,
  { counterId, reason }: CommandOf<'pauseCounter'>,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is === 'paused') return []
  return busy(counter) ? refused('counterBusy') : [{ type: 'counterPaused', counterId, reason }]
}

/** Back from a pause or from wrapping up. */
export function resumeCounter(
  state: HallState,
  { counterId }: CommandOf<'resumeCounter'>,
): Event[] | Refused {
  const counter = openAt(state, counterId)
  if ('refused' in counter) return counter
  if (counter.now.is === 'idle') return []
  return busy(counter) ? refused('counterNotPaused') : [{ type: 'counterResumed', counterId }]
}

export const busy = (counter: Open): boolean => counter.now.is === 'calling' || counter.now.is === 'serving'

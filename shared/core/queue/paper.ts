import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { type Refused, refused } from './refused.ts'
import { type HallState, type Ticket, ticketOf } from './state.ts'
import { nameOf } from './who.ts'

/** What became of the paper. Printed: the ticket waits. Otherwise the number stands on the screen until confirmed (no ghosts). */
export function reportPrint(
  hall: Hall,
  state: HallState,
  { ticketId, outcome, why }: CommandOf<'reportPrint'>,
  { by, atMs }: Asked,
): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.reprint?.takenAt === nameOf(by)) return reprinted(hall, ticket, outcome, why ?? '', atMs)
  if (ticket.takenAt !== nameOf(by)) return refused('notAllowed')
  if (ticket.status.at !== 'issuing') return outcome === 'printed' ? [] : refused('ticketNotIssuing')
  if (outcome === 'printed') return [{ type: 'slipPrinted', ticketId }]
  if (ticket.status.slip !== 'underWay') return []
  return [failed(hall, ticketId, outcome, why ?? '', atMs)]
}

/** The citizen has written the number down: 我已记下. */
export function confirmNumber(state: HallState, { ticketId }: CommandOf<'confirmNumber'>): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.status.at === 'waiting') return []
  return ticket.status.at === 'issuing'
    ? [{ type: 'numberConfirmed', ticketId }]
    : refused('ticketNotIssuing')
}

/** 补打: the same number again, marked as a reprint; only ever by hand. */
export function reprint(
  state: HallState,
  { ticketId }: CommandOf<'reprint'>,
  { by }: Asked,
): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.reprint) return []
  const { at } = ticket.status
  if (at === 'finished' || at === 'cancelled' || at === 'expired' || at === 'void')
    return refused('ticketOver')
  if (ticket.status.at === 'issuing' && ticket.status.slip === 'underWay') return refused('ticketNotWaiting')
  return [{ type: 'reprintAsked', ticketId, takenAt: nameOf(by) }]
}

/** Nobody confirmed a number without paper in time: it will not be called. */
export function voidTicket(
  state: HallState,
  { ticketId }: CommandOf<'voidTicket'>,
  { atMs }: Asked,
): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (ticket?.status.at !== 'issuing' || ticket.status.slip === 'underWay' || ticket.reprint)
    return refused('ticketNotIssuing')
  return atMs >= ticket.status.confirmByMs
    ? [{ type: 'ticketVoided', ticketId }]
    : refused('ticketNotIssuing')
}

/** The kiosk never said what became of the paper: unknown, so the number must be confirmed. */
export function loseReport(
  hall: Hall,
  state: HallState,
  { ticketId }: CommandOf<'loseReport'>,
  { atMs }: Asked,
): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (ticket?.reprint) return reprinted(hall, ticket, 'unknown', 'noReport', atMs)
  if (ticket?.status.at !== 'issuing' || ticket.status.slip !== 'underWay') return refused('ticketNotIssuing')
  return [failed(hall, ticketId, 'unknown', 'noReport', atMs)]
}

/** A reprint that did not come out shows the number again, with time to confirm it. */
function reprinted(
  hall: Hall,
  { id, status }: Ticket,
  outcome: 'printed' | 'failed' | 'unknown',
  why: string,
  atMs: number,
): Event[] {
  const told: Event = { type: 'slipReprinted', ticketId: id, outcome }
  return status.at === 'issuing' && outcome !== 'printed'
    ? [told, failed(hall, id, outcome, why, atMs)]
    : [told]
}

function failed(
  hall: Hall,
  ticketId: string,
  outcome: 'failed' | 'unknown',
  why: string,
  atMs: number,
): Event {
  const confirmByMs = atMs + hall.policy.confirmNumberSeconds * 1_000
  return { type: 'slipFailed', ticketId, outcome, why, confirmByMs }
}

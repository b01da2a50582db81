import type { Asked, PastLeg } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { indicator } from './indicators.ts'
import { type Refused, refused } from './refused.ts'
import { type HallState, type Level, ticketOf } from './state.ts'
import { nameOf } from './who.ts'

/** 评价: one per finished leg with real contact, by the citizen alone, once (E1, E2, E7, E8). */
export function rate(
  hall: Hall,
  state: HallState,
  { ticketId, leg, level, nonce }: CommandOf<'rate'>,
  asked: Asked,
): Event[] | Refused {
  const found = legToRate(state, ticketId, leg, asked.past)
  if (!found) return refused('unknownTicket')
  if (found.rated !== null) return refused('alreadyRated')
  if (!found.rateable) return refused('notRateable')
  const { by, atMs } = asked
  const open = by.as === 'phone' ? inDays(hall, found, atMs) : inWindow(state, by, ticketId, leg, nonce, atMs)
  if (!open) return refused('ratingClosed')
  const channel = by.as === 'phone' ? 'phone' : 'evaluator'
  return [{ type: 'legRated', ticketId, leg, level, channel, takenAt: nameOf(by) }]
}

/** Codes of the national list or a short text for a mark already given; the mark itself is never touched (E9). */
export function explainRating(
  state: HallState,
  { ticketId, leg, codes, text, nonce }: CommandOf<'explainRating'>,
  { by, past }: Asked,
): Event[] | Refused {
  const found = legToRate(state, ticketId, leg, past)
  if (!found) return refused('unknownTicket')
  const { rated } = found
  if (rated === null) return refused('notRated')
  if (by.as !== 'phone' && nonce !== found.nonce) return refused('ratingClosed')
  if (found.explained) return []
  if (codes.some((code) => indicator(code)?.level !== rated)) return refused('withdrawnCode')
  return [{ type: 'ratingExplained', ticketId, leg, codes, text }]
}

/** Time has closed the evaluator's window: unrated stays unrated (E5). */
export function shutRating(state: HallState, { counterId }: CommandOf<'shutRating'>): Event[] | Refused {
  const asking = state.counters[counterId]?.asking
  if (!asking) return []
  const { n, leg } = asking
  return [{ type: 'ratingShut', counterId, ticketId: `${state.day}-${n}`, leg }]
}

interface Found {
  rateable: boolean
  rated: Level | null
  explained: boolean
  finishedAtMs: number
  nonce: string | null
}

function legToRate(state: HallState, ticketId: string, leg: number, past?: PastLeg): Found | undefined {
  if (past && past.ticketId === ticketId && past.leg === leg) return { ...past, nonce: null }
  const found = ticketOf(state, ticketId)?.legs[leg]
  if (!found) return undefined
  const { rating } = found
  return {
    rateable: rating.is !== 'none',
    rated: rating.is === 'rated' ? rating.level : null,
    explained: rating.is === 'rated' && rating.explained,
    finishedAtMs: found.endedAtMs ?? 0,
    nonce: rating.is === 'none' ? null : rating.nonce,
  }
}

function inDays(hall: Hall, found: Found, atMs: number): boolean {
  return atMs - found.finishedAtMs <= hall.policy.ratingDays * 86_400_000
}

function inWindow(
  state: HallState,
  by: Asked['by'],
  ticketId: string,
  leg: number,
  nonce: string,
  atMs: number,
): boolean {
  const ticket = ticketOf(state, ticketId)
  const counterId = ticket?.legs[leg]?.counterId
  if (!counterId) return false
  const bound =
    (by.as === 'evaluator' && by.counterId === counterId) ||
    (by.as === 'window' && by.counterIds.includes(counterId))
  const asking = state.counters[counterId]?.asking
  return (
    bound &&
    asking?.n === ticket?.n &&
    asking?.leg === leg &&
    asking.nonce === nonce &&
    atMs <= asking.untilMs
  )
}

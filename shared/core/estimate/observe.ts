import { minuteOfDay } from '../queue/day.ts'
import type { Recorded } from '../queue/event.ts'
import { type HallState, laneOf, lastLeg, ticketOf } from '../queue/state.ts'

/** What a day has shown of how a hall works: all an estimate may learn from. Instants and durations in ms. */
export interface Observed {
  /** The hall's midnight before it. */
  midnightMs: number
  /** The day's counters were free again so long after each call that somebody answered. */
  served: { atMs: number; serviceId: string; staffId: string; ms: number }[]
  /** How long a counter was held up by each call that nobody answered. */
  missedMs: number[]
  /** From a call to the start, where a clerk said that somebody had come. */
  walksMs: number[]
  /** From a counter being free to its next call while somebody waited. */
  gapsMs: number[]
  /** From somebody coming to an idle counter to the call. */
  noticesMs: number[]
  /** From taking a number to waiting with it. */
  papersMs: number[]
  /** Who came into which lane, with which rank, and how far before that instant (or, negative, after) their place stands. */
  came: { atMs: number; lane: string; serviceId: string; rank: number; aheadMs: number }[]
  /** How many with an appointment took a number, by service. */
  appointments: Record<string, number>
  cancelled: number
  /** How long those who were called or gave up had waited, together. */
  waitedMs: number
  /** When each counter was at work. */
  atWork: Record<string, Stretch[]>
}

/** `toMs` is infinite while it lasts; from `leavesMs` on nobody may have been called any more. */
export interface Stretch {
  fromMs: number
  toMs: number
  leavesMs: number
}

const nothingObserved = (): Observed => ({
  midnightMs: 0,
  served: [],
  missedMs: [],
  walksMs: [],
  gapsMs: [],
  noticesMs: [],
  papersMs: [],
  came: [],
  appointments: {},
  cancelled: 0,
  waitedMs: 0,
  atWork: {},
})

/** An open counter that calls nobody for so long while people wait was not at work. */
const longestGapMs = 300_000
const atOnceMs = 60_000
/** Newest of each kind kept: a day of the largest hall. */
const mostKept = 6_000

/** Watches one day go by, event by event; `after` is the state the event led to. */
export function openObserver(timeZone: string) {
  const observed = nothingObserved()
  const calls = new Map<string, { atMs: number; counterId: string; serviceId: string; staffId: string }>()
  const freeSince = new Map<string, number>()
  const lastCall = new Map<string, number>()

  function see({ atMs, event }: Recorded, after: HallState): void {
    if (observed.midnightMs === 0) observed.midnightMs = midnightBefore(atMs, timeZone)
    switch (event.type) {
      case 'ticketTaken':
      case 'slipPrinted':
      case 'numberConfirmed': {
        const ticket = ticketOf(after, event.ticketId)
        if (ticket?.status.at === 'waiting') keep(observed.papersMs, atMs - ticket.issuedAtMs)
        came(event.ticketId, atMs, after)
        return
      }
      case 'legQueued':
      case 'ticketReturned':
      case 'missUndone':
        came(event.ticketId, atMs, after)
        return
      case 'ticketCalled': {
        const { ticketId, counterId, serviceId, staffId } = event
        waited(ticketId, counterId, atMs, after)
        calls.set(ticketId, { atMs, counterId, serviceId, staffId })
        freeSince.delete(counterId)
        lastCall.set(counterId, atMs)
        return
      }
      case 'ticketStarted': {
        const call = calls.get(event.ticketId)
        if (call && !event.assumed) keep(observed.walksMs, atMs - call.atMs)
        return
      }
      case 'legFinished':
      case 'legTransferred':
      case 'ticketHeld':
        free(event.ticketId, atMs, 'served')
        return
      case 'ticketMissed':
        free(event.ticketId, atMs, 'missed')
        return
      case 'ticketCancelled': {
        const ticket = ticketOf(after, event.ticketId)
        const leg = ticket && lastLeg(ticket)
        if (!leg || leg.queuedAtMs === null || leg.firstCalledAtMs !== null) return
        observed.cancelled += 1
        observed.waitedMs += atMs - leg.queuedAtMs
        return
      }
      case 'counterOpened':
      case 'counterResumed':
        comes(event.counterId, atMs)
        return
      case 'counterPaused':
      case 'counterClosed': {
        const { counterId } = event
        const justFree = atMs - (freeSince.get(counterId) ?? 0) < atOnceMs
        goes(counterId, atMs, justFree ? (lastCall.get(counterId) ?? atMs) : atMs)
        freeSince.delete(counterId)
        return
      }
    }
  }

  function came(ticketId: string, atMs: number, after: HallState): void {
    const ticket = ticketOf(after, ticketId)
    if (ticket?.status.at !== 'waiting') return
    const { target, place, serviceId } = lastLeg(ticket)
    const aheadMs = atMs - place.atMs
    if (ticket.appointment) observed.appointments[serviceId] = (observed.appointments[serviceId] ?? 0) + 1
    keep(observed.came, { atMs, lane: laneOf(ticket, target), serviceId, rank: ticket.rank, aheadMs })
  }

  function waited(ticketId: string, counterId: string, atMs: number, after: HallState): void {
    const ticket = ticketOf(after, ticketId)
    const queuedAtMs = ticket && lastLeg(ticket).queuedAtMs
    if (typeof queuedAtMs !== 'number') return
    observed.waitedMs += atMs - queuedAtMs
    const freeMs = freeSince.get(counterId)
    if (freeMs === undefined) return
    const fromMs = Math.max(freeMs, queuedAtMs)
    if (atMs - fromMs > longestGapMs) {
      goes(counterId, fromMs, fromMs)
      comes(counterId, atMs)
    } else keep(queuedAtMs <= freeMs ? observed.gapsMs : observed.noticesMs, atMs - fromMs)
  }

  function free(ticketId: string, atMs: number, how: 'served' | 'missed'): void {
    const call = calls.get(ticketId)
    if (!call) return
    calls.delete(ticketId)
    freeSince.set(call.counterId, atMs)
    const ms = atMs - call.atMs
    if (how === 'missed') keep(observed.missedMs, ms)
    else keep(observed.served, { atMs, serviceId: call.serviceId, staffId: call.staffId, ms })
  }

  function comes(counterId: string, atMs: number): void {
    const stretches = observed.atWork[counterId] ?? []
    observed.atWork[counterId] = stretches
    if (stretches.at(-1)?.toMs !== Number.POSITIVE_INFINITY)
      stretches.push({ fromMs: atMs, toMs: Number.POSITIVE_INFINITY, leavesMs: Number.POSITIVE_INFINITY })
  }

  /** A clerk who goes as soon as somebody is served made up their mind at some time since that call. */
  function goes(counterId: string, atMs: number, leavesMs: number): void {
    const last = observed.atWork[counterId]?.at(-1)
    if (last?.toMs !== Number.POSITIVE_INFINITY) return
    last.toMs = atMs
    last.leavesMs = Math.max(last.fromMs, leavesMs)
  }

  return { observed, see }
}

/** Where clocks change within the day it is off by that; nothing is learned to the hour. */
export function midnightBefore(atMs: number, timeZone: string): number {
  const minute = Math.floor(atMs / 60_000)
  return (minute - minuteOfDay(atMs, timeZone)) * 60_000
}

function keep<T>(list: T[], value: T): void {
  list.push(value)
  if (list.length > mostKept) list.shift()
}

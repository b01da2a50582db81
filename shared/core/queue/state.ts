import type * as z from 'zod'
import { type Bookings, noBookings } from './bookings.ts'
import type { Identity, Priority } from './citizen.ts'
import type { HoldKind, Slot, Target } from './command.ts'
import type { DeskMemory } from './desk.ts'
import type { Place, TakenWait, Why } from './event.ts'
import type { Handout } from './handout.ts'
import type { Lane, Since } from './lane.ts'
import type { Manner, Need } from './need.ts'
import type { Reason } from './refused.ts'
import { get, type Sorted, sorted } from './sorted.ts'

/** A hall's queue as it is now, with the bookings that still stand, folded from today's events alone. Persistent: never changed, only succeeded. */
export interface HallState {
  readonly seq: number
  readonly day: string | null
  readonly issued: number
  readonly series: Readonly<Record<string, number>>
  readonly tickets: Sorted<number, Ticket>
  readonly lanes: Readonly<Record<string, Lane>>
  readonly counters: Readonly<Record<string, CounterState>>
  /** Tickets whose paper is not settled, and reprints asked for, by ticket number in the day. */
  readonly papers: readonly number[]
  readonly handouts: Handouts
  readonly missed: readonly number[]
  readonly held: readonly number[]
  /** The newest calls, oldest first, at most `mostRecentCalls`. */
  readonly calls: readonly Call[]
  /** The newest service times per service, in ms, at most `mostDurations` each. */
  readonly durationsMs: Readonly<Record<string, readonly number[]>>
  readonly counts: Counts
  /** The newest finished leg per counter, and finished legs per clerk today. */
  readonly lastFinished: Readonly<Record<string, { readonly n: number; readonly leg: number }>>
  readonly finishedBy: Readonly<Record<string, number>>
  readonly standing: Standing
  /** Clerks who pressed the emergency button, by counter. */
  readonly help: Readonly<Record<string, { readonly staffId: string; readonly sinceMs: number }>>
  /** When numbers that count towards a quota were taken, per service. */
  readonly taken: Readonly<Record<string, Sorted<Taken, null>>>
  /** The numbers of the day each known person took, by the hash of their card. */
  readonly holders: Sorted<string, readonly number[]>
  /** The newest slips asked for at each kiosk, by instant, at most `mostKioskSlips`. */
  readonly kioskSlipsMs: Readonly<Record<string, readonly number[]>>
  readonly offline: OfflineState
  readonly bookings: Bookings
}

/** The hall as a whole: at work, paused for a reason, or being left by everybody. */
export type Standing =
  | { readonly is: 'open' }
  | { readonly is: 'paused'; readonly reason: string; readonly sinceMs: number }
  | { readonly is: 'evacuated'; readonly sinceMs: number }

export interface Taken {
  readonly atMs: number
  readonly n: number
}

/** What kiosks handed over today of the time they were without the hub. */
export interface OfflineState {
  /** Which local id each of these numbers is. */
  readonly numbers: Sorted<string, string>
  /** What came in, by kiosk as the journal names it. */
  readonly kiosks: Readonly<Record<string, OfflineReturn>>
  readonly kept: readonly OfflineKept[]
  readonly expired: readonly OfflineExpired[]
}

/** How many came in, over which span of true issue times, and when the last ones did. */
export interface OfflineReturn {
  readonly count: number
  /** Of these, with a clock that was not believed. */
  readonly drifted: number
  readonly fromMs: number
  readonly toMs: number
  readonly atMs: number
}

export interface OfflineExpired {
  readonly localId: string
  readonly number: string
  readonly day: string
  readonly n: number
  readonly atMs: number
}

export interface OfflineKept {
  readonly localId: string
  readonly number: string
  readonly serviceId: string
  readonly takenAtMs: number
  readonly why: Reason
  readonly by: string
}

/** Papers that are no slips: those a station owes, and the newest of those that came to an end, at most 50. */
export interface Handouts {
  readonly issued: number
  readonly owed: readonly OwedHandout[]
  readonly ended: readonly {
    readonly handoutId: string
    readonly takenAt: string
    readonly outcome: 'printed' | 'failed' | 'unknown'
    readonly why: string
  }[]
}

export interface OwedHandout {
  readonly handoutId: string
  readonly takenAt: string
  readonly askedAtMs: number
  readonly language: string
  readonly handout: Handout
}

export interface Counts {
  readonly taken: number
  readonly called: number
  readonly finished: number
  readonly missed: number
  readonly rated: number
  readonly rateable: number
}

/** A visit: one number, one or more legs. */
export interface Ticket {
  readonly id: string
  readonly n: number
  readonly number: string
  readonly issuedAtMs: number
  readonly takenAt: string
  readonly paper: boolean
  readonly secret: string
  readonly priority: z.infer<typeof Priority> | null
  /** The joint journey it walks, and the stages still to come. */
  readonly journey: { readonly id: string; readonly left: readonly (readonly string[])[] } | null
  /** 1 to 3 for those of a priority class, else `ordinaryRank`. */
  readonly rank: number
  readonly appointment: z.infer<typeof Slot> | null
  readonly identity: z.infer<typeof Identity> | null
  readonly language: string
  /** The range the citizen was told when they took the number; null when nothing could be told. */
  readonly told: TakenWait | null
  readonly needs: readonly Need[]
  /** What the citizen has come for, if that was said. */
  readonly itemIds: readonly string[]
  readonly status: TicketStatus
  readonly reprint: { readonly takenAt: string; readonly askedAtMs: number } | null
  readonly legs: readonly Leg[]
  /** Given by a kiosk while the hub was away: it waits since it was given. */
  readonly offline: boolean
}

export type TicketStatus =
  | { readonly at: 'issuing'; readonly slip: 'underWay' }
  | {
      readonly at: 'issuing'
      readonly slip: 'failed' | 'unknown'
      readonly why: string
      readonly confirmByMs: number
    }
  | { readonly at: 'waiting' }
  | { readonly at: 'called'; readonly counterId: string }
  | { readonly at: 'serving'; readonly counterId: string }
  | { readonly at: 'held'; readonly counterId: string; readonly kind: HoldKind; readonly note: string }
  | { readonly at: 'missed'; readonly counterId: string; readonly sinceMs: number }
  | { readonly at: 'finished' | 'cancelled' | 'expired' | 'void' }

/** One service at one counter 办理环节. All instants in ms since 1970; null until it happened. */
export interface Leg {
  readonly serviceId: string
  readonly target: Target
  readonly place: Place
  /** Since when it waits in its lane, and what that lane had seen by then; null before it first does. */
  readonly joined: { readonly since: Since; readonly passedBefore: number } | null
  readonly comeBackTo: string | null
  readonly queuedAtMs: number | null
  readonly firstCalledAtMs: number | null
  readonly lastCalledAtMs: number | null
  readonly calls: number
  /** Calls that count towards a miss: those far enough apart (T4). */
  readonly countedCalls: number
  readonly lastCountedAtMs: number | null
  readonly why: Why | null
  readonly counterId: string | null
  readonly staffId: string | null
  readonly startedAtMs: number | null
  readonly holds: readonly Hold[]
  readonly misses: number
  readonly returns: number
  readonly endedAtMs: number | null
  readonly ended: 'finished' | 'transferred' | null
  readonly rating: LegRating
}

export interface Hold {
  readonly kind: HoldKind
  readonly fromMs: number
  readonly toMs: number | null
}

export type LegRating =
  | { readonly is: 'none' }
  | { readonly is: 'rateable'; readonly nonce: string; readonly untilMs: number }
  | {
      readonly is: 'rated'
      readonly nonce: string
      readonly level: Level
      readonly atMs: number
      readonly explained: boolean
    }

export type Level = 1 | 2 | 3 | 4 | 5

export type CounterState =
  /** A window open for rating outlives the closing, so that no clerk can shut it by leaving (E2). */
  | { readonly at: 'closed'; readonly asking: Asking | null }
  | ({
      readonly at: 'open'
      readonly staffId: string
      readonly sinceMs: number
      readonly now: Now
      readonly asking: Asking | null
    } & DeskMemory)

/** What an open counter is doing. */
export type Now =
  | { readonly is: 'idle' }
  | { readonly is: 'calling'; readonly n: number }
  | { readonly is: 'serving'; readonly n: number }
  | { readonly is: 'wrappingUp'; readonly sinceMs: number }
  | { readonly is: 'paused'; readonly reason: string; readonly sinceMs: number }

/** The evaluator's open window: one leg, one nonce, until an instant (E2, E7). */
export interface Asking {
  readonly n: number
  readonly leg: number
  readonly nonce: string
  readonly openedAtMs: number
  readonly untilMs: number
}

export interface Call {
  readonly seq: number
  readonly n: number
  readonly leg: number
  readonly number: string
  readonly counterId: string
  readonly counterNo: string
  readonly zoneId: string
  readonly serviceId: string
  readonly atMs: number
  /** 0 for a first call, then 1, 2 … */
  readonly recall: number
  readonly manner: Manner
  /** As of `tellerOf`. */
  readonly shownBy: readonly string[]
  readonly spokenBy: readonly string[]
}

export const mostRecentCalls = 200
export const mostDurations = 30
export const mostKioskSlips = 60

const byTaken = (a: Taken, b: Taken): number => a.atMs - b.atMs || a.n - b.n
export const noneTaken: Sorted<Taken, null> = sorted(byTaken)

export const emptyState: HallState = {
  seq: 0,
  day: null,
  issued: 0,
  series: {},
  tickets: sorted((a, b) => a - b),
  lanes: {},
  counters: {},
  papers: [],
  handouts: { issued: 0, owed: [], ended: [] },
  missed: [],
  held: [],
  calls: [],
  durationsMs: {},
  counts: { taken: 0, called: 0, finished: 0, missed: 0, rated: 0, rateable: 0 },
  lastFinished: {},
  finishedBy: {},
  standing: { is: 'open' },
  help: {},
  taken: {},
  holders: sorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  kioskSlipsMs: {},
  offline: { numbers: sorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)), kiosks: {}, kept: [], expired: [] },
  bookings: noBookings,
}

/** The day's nth ticket carries the id `day-n`, so an id finds its ticket without another index. */
export function ticketOf(state: HallState, ticketId: string): Ticket | undefined {
  const dash = ticketId.lastIndexOf('-')
  if (ticketId.slice(0, dash) !== state.day) return undefined
  const ticket = get(state.tickets, Number(ticketId.slice(dash + 1)))
  return ticket?.id === ticketId ? ticket : undefined
}

export const lastLeg = (ticket: Ticket): Leg => ticket.legs[ticket.legs.length - 1] as Leg

/** The lane a ticket waits in for a target: whoever needs a low counter waits beside the others of the service. */
export function laneOf({ needs }: Pick<Ticket, 'needs'>, target: Target): string {
  switch (target.to) {
    case 'service':
      return needs.includes('lowCounter') ? `low:${target.serviceId}` : `service:${target.serviceId}`
    case 'counter':
      return `counter:${target.counterId}`
    case 'clerk':
      return `clerk:${target.staffId}`
  }
}

/** The lanes of everybody who waits for a service. */
export function lanesOf(serviceId: string): readonly [string, string] {
  const known = laneNames.get(serviceId)
  if (known) return known
  const names = [`service:${serviceId}`, `low:${serviceId}`] as const
  laneNames.set(serviceId, names)
  return names
}

/** Made once per service: a choice asks for them many times, and a fresh string is looked up far more slowly. */
const laneNames = new Map<string, readonly [string, string]>()

/** The ticket an open counter is calling or serving, if any. */
export function currentOf(state: HallState, counterId: string): Ticket | undefined {
  const counter = state.counters[counterId]
  if (counter?.at !== 'open' || (counter.now.is !== 'calling' && counter.now.is !== 'serving'))
    return undefined
  return get(state.tickets, counter.now.n)
}

import * as z from 'zod'
import { Identity, Priority } from './citizen.ts'
import { HoldKind, Slot, Target } from './command.ts'
import { Handout } from './handout.ts'
import { Manner, Need } from './need.ts'
import { reasons } from './refused.ts'

const ms = z.number()
const leg = z.number()
const text = z.string()

/**
 * Where a leg stands in its lane: effective time first, then issue order; `tie` leaves room to place a
 * transferred or returned leg between two others without touching either.
 */
export const Place = z.object({ atMs: ms, tie: z.number(), n: z.number() })
export type Place = z.infer<typeof Place>

/** Which rule chose a ticket, and how many it passed who had waited longer; read aloud when somebody complains. */
export const Why = z.object({
  rule: z.enum(['first', 'priority', 'turn', 'aged', 'service', 'bound', 'sentHere', 'chosen', 'resumed']),
  passed: z.number(),
})
export type Why = z.infer<typeof Why>

/**
 * What a citizen was told when they took a number: the range in whole minutes, the same and its lower end in ms
 * for holding it against what happened, and what the plain formula would have said.
 */
export const TakenWait = z.object({
  low: z.number(),
  high: z.number(),
  p10Ms: ms,
  p50Ms: ms,
  p90Ms: ms,
  naiveMs: z.nullable(ms),
})
export type TakenWait = z.infer<typeof TakenWait>

/** What a board, a panel and a voice tell of a call: number, counter and service, nothing of the person (T10). */
const call = {
  ticketId: text,
  leg,
  number: text,
  counterId: text,
  counterNo: text,
  zoneId: text,
  serviceId: text,
  /** Left out when it is told as usual. */
  manner: Manner.optional(),
}

/** A booking as it was made; `n` is never given again in this hall, `day` is the hall's day of its slot. */
export const Booked = z.object({
  n: z.number(),
  code: text,
  secret: text,
  serviceId: text,
  day: text,
  slot: Slot,
  identity: z.nullable(Identity),
  language: text,
  bookedAtMs: ms,
  bookedBy: text,
})
export type Booked = z.infer<typeof Booked>

const event = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.object({ type: z.literal(name), ...shape })

/** Everything that can have happened in a hall. What a screen, a slip or a voice tells was one of these first. */
export const Event = z.discriminatedUnion('type', [
  event('dayOpened', { day: text }),
  event('dayClosed', { day: text }),

  /** Bookings of this day and later ones that still stand when it opens, so that no earlier day need be read. */
  event('appointmentsCarried', { bookings: z.array(Booked) }),
  event('appointmentBooked', { booking: Booked }),
  event('appointmentChanged', { appointment: z.number(), day: text, slot: Slot }),
  event('appointmentCancelled', { appointment: z.number() }),
  /** `late`: after the grace, so the place is that of the check-in. */
  event('appointmentCheckedIn', { appointment: z.number(), ticketId: text, late: z.boolean() }),
  /** Nobody came by the slot's end and the grace. */
  event('appointmentLapsed', { appointment: z.number() }),

  event('ticketTaken', {
    ticketId: text,
    n: z.number(),
    number: text,
    prefix: text,
    sequence: z.number(),
    serviceId: text,
    paper: z.boolean(),
    takenAt: text,
    secret: text,
    priority: z.nullable(Priority),
    /** The rank of its class when it was taken; older journals know one rank of priority alone. */
    rank: z.optional(z.number()),
    /** The journey it walks, and the stages that follow its first leg. */
    journey: z.optional(z.object({ id: text, left: z.array(z.array(text)) })),
    appointment: z.nullable(Slot),
    /** Absent where none was asked for, and again when it has been kept as long as the hall may. */
    identity: Identity.optional(),
    language: text,
    needs: z.array(Need).default([]),
    itemIds: z.optional(z.array(text)),
    place: Place,
    wait: z.optional(TakenWait),
    /** Given by a kiosk while the hub was away: `takenAtMs` is what counts, `saidAtMs` what the kiosk's clock said. */
    offline: z
      .object({ localId: text, letter: text, takenAtMs: ms, saidAtMs: ms, drifted: z.boolean() })
      .optional(),
  }),
  event('offlineKept', { localId: text, number: text, serviceId: text, takenAtMs: ms, why: z.enum(reasons) }),
  event('offlineExpired', {
    ticketId: text,
    n: z.number(),
    localId: text,
    day: text,
    number: text,
    serviceId: text,
    takenAtMs: ms,
    takenAt: text,
    secret: text,
    fate: z.enum(['waits', 'void', 'cancelled']),
  }),
  event('needsChanged', { ticketId: text, needs: z.array(Need) }),
  event('slipPrinted', { ticketId: text }),
  event('slipFailed', { ticketId: text, outcome: z.enum(['failed', 'unknown']), why: text, confirmByMs: ms }),
  event('numberConfirmed', { ticketId: text }),
  event('reprintAsked', { ticketId: text, takenAt: text }),
  event('slipReprinted', { ticketId: text, outcome: z.enum(['printed', 'failed', 'unknown']) }),
  /** A paper that is no slip was asked for, with all that will stand on it. */
  event('handoutAsked', { handoutId: text, n: z.number(), takenAt: text, language: text, handout: Handout }),
  event('handoutEnded', { handoutId: text, outcome: z.enum(['printed', 'failed', 'unknown']), why: text }),
  event('ticketVoided', { ticketId: text }),
  event('ticketCancelled', { ticketId: text }),
  event('ticketExpired', { ticketId: text }),

  event('legQueued', {
    ticketId: text,
    leg,
    serviceId: text,
    target: Target,
    place: Place,
    comeBackTo: z.nullable(text),
    /** The stages of a journey that follow this leg. */
    journeyLeft: z.optional(z.array(z.array(text))),
  }),
  event('ticketCalled', {
    ...call,
    staffId: text,
    why: Why,
    /** The lanes worked at this counter in which somebody had waited longer. */
    over: z.optional(z.array(text)),
  }),
  event('ticketRecalled', { ...call, recall: z.number(), counted: z.boolean() }),
  event('ticketStarted', { ticketId: text, leg, startedAtMs: ms, assumed: z.boolean() }),
  event('ticketMissed', { ticketId: text, leg }),
  event('missUndone', { ticketId: text, leg }),
  event('ticketReturned', { ticketId: text, leg, place: Place }),
  event('ticketHeld', { ticketId: text, leg, kind: HoldKind, note: text }),
  event('ticketResumed', { ticketId: text, leg, counterId: text, staffId: text }),
  event('legFinished', {
    ticketId: text,
    leg,
    counterId: text,
    rateable: z.boolean(),
    nonce: text,
    untilMs: ms,
  }),
  event('legTransferred', { ticketId: text, leg, counterId: text, reason: text }),
  event('ticketFinished', { ticketId: text }),

  event('counterOpened', { counterId: text, staffId: text }),
  /** `freedFor`: why a supervisor freed it with somebody called or being served. */
  event('counterClosed', { counterId: text, freedFor: text.optional() }),
  event('counterPaused', { counterId: text, reason: text }),
  event('counterResumed', { counterId: text }),
  event('counterWrappingUp', { counterId: text }),

  event('legRated', {
    ticketId: text,
    leg,
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    channel: z.enum(['evaluator', 'phone']),
    takenAt: text,
  }),
  event('ratingExplained', { ticketId: text, leg, codes: z.array(text), text }),
  event('ratingShut', { counterId: text, ticketId: text, leg }),

  /** A clerk pressed the emergency button. */
  event('helpAsked', { counterId: text, staffId: text }),
  event('helpEnded', { counterId: text }),
  event('hallPaused', { reason: text, sinceMs: ms }),
  event('hallEvacuated', { sinceMs: ms }),
  event('hallResumed', {}),

  event('callShown', { callSeq: z.number(), stationId: text, deviceId: text.optional() }),
  event('callSpoken', { callSeq: z.number(), stationId: text, deviceId: text.optional() }),
])
export type Event = z.infer<typeof Event>
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>

/** An event as the journal keeps it: `seq` counts from 1 within the hall, without gaps; `by` is nameOf(who). */
export interface Recorded {
  seq: number
  atMs: number
  by: string
  event: Event
}

import * as z from 'zod'
import { languages, usualLanguage } from '../text/language.ts'
import { Identity, Priority } from './citizen.ts'
import { Needs } from './need.ts'
import { mostEntriesAtOnce, OfflineEntry } from './offline-entry.ts'
import { id, plainText } from './plain-text.ts'

const ticketId = z.string().regex(/^\d{4}-\d{2}-\d{2}-\d{1,6}$/)
const handoutId = z.string().regex(/^\d{4}-\d{2}-\d{2}-h\d{1,6}$/)
const counterId = id
const outcome = z.enum(['printed', 'failed', 'unknown'])
/** No more than a clerk does in one sitting. */
export const mostItemsOfTicket = 10
const legIndex = z.int().min(0).max(50)
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

/** Where a transfer sends a leg: whoever serves the service, one counter, or one clerk wherever they sit. */
export const Target = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('service'), serviceId: id }),
  z.strictObject({ to: z.literal('counter'), counterId, serviceId: id }),
  z.strictObject({ to: z.literal('clerk'), staffId: id, serviceId: id }),
])
export type Target = z.infer<typeof Target>

/** 不持件 the citizen keeps the papers, 持件 the counter keeps them, 等待 waiting for a step elsewhere. */
export const HoldKind = z.enum(['withoutPapers', 'withPapers', 'waiting'])
export type HoldKind = z.infer<typeof HoldKind>

export const Slot = z.strictObject({ fromMs: z.int().min(0), toMs: z.int().min(0) })

/** What a citizen shows of a booking: its code, and from a QR code its secret as well. */
const shown = {
  code: z.string().regex(/^[A-Z0-9]{8}$/),
  secret: z.string().max(100).optional(),
}

/** What the person saw at the counter when they pressed: refused as stale when another is there by now. */
const seen = ticketId.optional()

const command = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.strictObject({ command: z.literal(name), ...shape })

/** Everything that can be asked of a hall's queue. What a screen can ask, an authorised program can ask. */
export const Command = z.discriminatedUnion('command', [
  command('takeTicket', {
    serviceId: id,
    paper: z.boolean(),
    priority: Priority.optional(),
    appointment: Slot.optional(),
    identity: Identity.optional(),
    language: z.enum(languages).default(usualLanguage),
    needs: Needs.optional(),
    /** What the citizen has come for, as published. */
    itemIds: z.array(id).max(mostItemsOfTicket).optional(),
  }),
  command('reportPrint', {
    ticketId,
    outcome,
    why: z.string().max(60).optional(),
  }),
  command('confirmNumber', { ticketId }),
  command('reprint', { ticketId }),
  command('cancel', { ticketId }),
  command('changeNeeds', { ticketId, needs: Needs }),
  command('printChecklist', {
    itemIds: z.array(id).min(1).max(mostItemsOfTicket),
    language: z.enum(languages).default(usualLanguage),
  }),
  command('reportHandout', { handoutId, outcome, why: z.string().max(60).optional() }),

  command('bookAppointment', {
    serviceId: id,
    /** Which slot, by its beginning. */
    fromMs: z.int().min(0),
    identity: Identity.optional(),
    language: z.enum(languages).default(usualLanguage),
  }),
  command('changeAppointment', { ...shown, fromMs: z.int().min(0) }),
  command('cancelAppointment', { ...shown }),
  command('checkIn', {
    by: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('code'), ...shown }),
      z.strictObject({ is: z.literal('card'), hash: Identity.shape.hash }),
    ]),
    paper: z.boolean(),
    /** As it was booked when left out. */
    language: z.enum(languages).optional(),
    needs: Needs.optional(),
  }),

  command('openCounter', { counterId }),
  /** With a reason a supervisor frees a counter left with somebody called or being served. */
  command('closeCounter', { counterId, reason: plainText(40).optional() }),
  command('pauseCounter', { counterId, reason: plainText(40) }),
  command('resumeCounter', { counterId }),
  command('callNext', { counterId, finishCurrent: z.boolean().default(false), seen }),
  command('callTicket', { counterId, ticketId }),
  command('recall', { counterId, seen }),
  command('start', { counterId, seen }),
  command('finish', { counterId, wrapUp: z.boolean().default(false), seen }),
  command('miss', { counterId, seen }),
  command('undoMiss', { counterId, ticketId }),
  command('returnTicket', { ticketId }),
  command('hold', { counterId, kind: HoldKind, note: z.string().max(100).default(''), seen }),
  command('resume', { counterId, ticketId }),
  command('transfer', {
    counterId,
    target: Target,
    reason: plainText(60),
    place: z.union([z.literal('head'), z.literal('byTime'), z.int().min(1).max(50)]).default('head'),
    comeBack: z.boolean().default(false),
    seen,
  }),

  command('rate', { ticketId, leg: legIndex, level, nonce: z.string().max(64) }),
  command('explainRating', {
    ticketId,
    leg: legIndex,
    nonce: z.string().max(64),
    codes: z.array(z.string().regex(/^\d{3}$/)).max(8),
    text: z.union([plainText(150), z.literal('')]),
  }),

  /** Which of its strips or loudspeakers a station speaks for; left out for the screen it is itself. */
  command('reportShown', { callSeq: z.int().min(1), deviceId: id.optional() }),
  command('reportSpoken', { callSeq: z.int().min(1), deviceId: id.optional() }),

  command('askHelp', { counterId }),
  command('endHelp', { counterId }),
  command('pauseHall', { reason: plainText(40) }),
  command('evacuate', {}),
  command('resumeHall', {}),

  /** What a kiosk gave while the hub was away; `offsetMs` is the hub's clock minus its own, as it is now. */
  command('mergeOffline', {
    letter: z.string().regex(/^[A-Z]$/),
    offsetMs: z.int(),
    entries: z.array(OfflineEntry).min(1).max(mostEntriesAtOnce),
  }),

  command('turnDay', {}),
  command('lapseAppointments', {}),
  command('voidTicket', { ticketId }),
  command('loseReport', { ticketId }),
  command('loseHandout', { handoutId }),
  command('shutRating', { counterId }),
])
export type Command = z.infer<typeof Command>
export type CommandOf<Name extends Command['command']> = Extract<Command, { command: Name }>

/** Commands only time itself may bring (see due.ts). */
export const clockOnly: ReadonlySet<Command['command']> = new Set([
  'turnDay',
  'lapseAppointments',
  'voidTicket',
  'loseReport',
  'loseHandout',
  'shutRating',
])

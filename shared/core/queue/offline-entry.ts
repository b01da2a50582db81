import * as z from 'zod'
import { Identity, Priority } from './citizen.ts'
import { Needs } from './need.ts'
import { id } from './plain-text.ts'

const instant = z.int().min(0)

/** A number a kiosk gave while the hub was away, as its own disk remembers it. Instants are on the hub's clock. */
export const OfflineEntry = z.strictObject({
  /** Made by the kiosk, never twice: the slip's code names the ticket by it, and a repeat is known by it. */
  localId: z.string().regex(/^[\w-]{16,40}$/),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  number: z.string().regex(/^[A-Z]{2,3}\d{3,6}$/),
  serviceId: id,
  takenAtMs: instant,
  /** When the kiosk had last heard the hub by then. */
  heardAtMs: instant,
  /** The hub's clock minus the kiosk's, as the kiosk believed then. */
  offsetMs: z.int(),
  secret: z.string().regex(/^[\w-]{22,100}$/),
  priority: Priority.optional(),
  identity: Identity.optional(),
  language: z.string().regex(/^[A-Za-z-]{2,10}$/),
  needs: Needs.default([]),
  itemIds: z.array(id).max(20).optional(),
  /** What became of its paper; none where the citizen carries the number in mind. */
  slip: z.enum(['none', 'printed', 'failed', 'unknown']),
  why: z.string().max(60).default(''),
  /** Void: no paper, and nobody confirmed the number. */
  fate: z.enum(['waits', 'void', 'cancelled']),
  /** The id of a command the hub never answered: this number stands in its place. */
  insteadOf: id.optional(),
})
export type OfflineEntry = z.infer<typeof OfflineEntry>

/** One command carries at most so many. */
export const mostEntriesAtOnce = 100

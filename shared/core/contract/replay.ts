import * as z from 'zod'

/** A day the journal has, and how many numbers it gave. */
export const DayOnRecord = z.object({ day: z.string(), issued: z.number() })

/** A counter as anybody in the hall saw it. */
const CounterSeen = z.object({
  counterId: z.string(),
  state: z.enum(['closed', 'idle', 'calling', 'serving', 'wrappingUp', 'paused']),
  number: z.nullable(z.string()),
})
export type CounterSeen = z.infer<typeof CounterSeen>

/** What one event changed in the hall for everybody to see; what it left as it was is left out. */
export const Moment = z.object({
  atMs: z.number(),
  /** How many wait now, by service. */
  waiting: z.record(z.string(), z.number()).optional(),
  counters: z.array(CounterSeen).optional(),
  call: z.object({ number: z.string(), counterId: z.string(), again: z.boolean() }).optional(),
  finished: z.number().optional(),
})
export type Moment = z.infer<typeof Moment>

/** A page of a day, in the order of its events. */
export const ReplayPage = z.object({
  day: z.string(),
  timeZone: z.string(),
  services: z.array(z.object({ id: z.string(), name: z.string() })),
  counters: z.array(z.object({ id: z.string(), no: z.string() })),
  moments: z.array(Moment),
  /** So many of the day's events have been told with this page, of so many; the next page comes after `told`. */
  told: z.number(),
  of: z.number(),
})
export type ReplayPage = z.infer<typeof ReplayPage>

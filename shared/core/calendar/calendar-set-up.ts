import * as z from 'zod'
import { plainText } from '../queue/plain-text.ts'
import { CalendarYear, Closure, type HallCalendar } from './hall-calendar.ts'

/** A year somebody answers for by name: from then on the hall works by it. */
const SignedYear = CalendarYear.extend({
  signedBy: z.strictObject({ staffId: z.string(), name: z.string(), atMs: z.number() }),
})

/** The hall's calendar as people keep it: signed years in force, drafts that are not, and closures. */
export const CalendarSetUp = z.strictObject({
  years: z.array(SignedYear).max(12),
  drafts: z.array(CalendarYear).max(12),
  closures: z.array(Closure).max(300),
})
export type CalendarSetUp = z.infer<typeof CalendarSetUp>

/** A closure as it is written: what is missing is told in words, not as a wrong shape. */
export const ClosureAsked = Closure.extend({
  reason: z.union([z.literal(''), plainText(60)]),
  approver: z.union([z.literal(''), plainText(30)]),
  publishedOn: z.union([z.literal(''), z.iso.date()]),
})
export type ClosureAsked = z.infer<typeof ClosureAsked>

export const noCalendar: CalendarSetUp = { years: [], drafts: [], closures: [] }

/** What of it the hall works by. */
export const inForce = ({ years, closures }: CalendarSetUp): HallCalendar => ({
  years: years.map(({ signedBy: _, ...year }) => year),
  closures,
})

import * as z from 'zod'
import { id, plainText } from '../queue/plain-text.ts'

/** A day that exists, `2026-02-28`. */
const Day = z.iso.date()

/** A day that differs from the weekly rhythm, and what it is called: 春节, 国庆节. */
const NamedDay = z.strictObject({ day: Day, name: z.string().max(20).default('') })

/** A year as the State Council announces it: days off, and the weekend days worked in their stead. */
export const CalendarYear = z.strictObject({
  year: z.int().min(2000).max(2100),
  rest: z.array(NamedDay).max(200),
  work: z.array(NamedDay).max(60),
  /** Where the table comes from, for whoever signs it. */
  source: plainText(200),
})
export type CalendarYear = z.infer<typeof CalendarYear>

const minutesOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Time off that somebody answers for: whole days, or part of each; of the hall, of zones or of services. */
export const Closure = z.strictObject({
  id,
  fromDay: Day,
  toDay: Day,
  /** Null closes the whole days. */
  part: z.nullable(z.strictObject({ from: minutesOfDay, to: minutesOfDay })).default(null),
  of: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('hall') }),
    z.strictObject({ is: z.literal('zones'), zoneIds: z.array(id).min(1).max(50) }),
    z.strictObject({ is: z.literal('services'), serviceIds: z.array(id).min(1).max(200) }),
  ]),
  reason: plainText(60),
  approver: plainText(30),
  publishedOn: Day,
})
export type Closure = z.infer<typeof Closure>

/** The hall's calendar as far as it is in force: signed years alone. */
export const HallCalendar = z.strictObject({
  years: z.array(CalendarYear).max(12),
  closures: z.array(Closure).max(300),
})
export type HallCalendar = z.infer<typeof HallCalendar>

export const emptyCalendar: HallCalendar = { years: [], closures: [] }

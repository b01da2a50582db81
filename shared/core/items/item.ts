import * as z from 'zod'
import { id, plainText } from '../queue/plain-text.ts'

const lineOrNone = (most: number) => z.union([z.literal(''), plainText(most)])

/** A day of the hall's calendar, `2026-03-11`. */
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'no such day')

function isDay(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(atMs) && new Date(atMs).toISOString().startsWith(text)
}

/** One line of the 资料清单: what to bring, how many of it, and whether without it nothing is done. */
export const Material = z.strictObject({
  text: plainText(100),
  copies: z.int().min(1).max(20).default(1),
  /** 原件, 复印件, or 原件及复印件. */
  form: z.enum(['original', 'copy', 'both']).default('original'),
  mandatory: z.boolean().default(true),
  note: lineOrNone(100).default(''),
})
export type Material = z.infer<typeof Material>

/** A form filled in as it should be: a few lines, or a picture the hub keeps under the hash of its bytes. */
const Sample = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('text'),
    title: plainText(30),
    lines: z.array(plainText(80)).min(1).max(40),
  }),
  z.strictObject({
    is: z.literal('image'),
    title: plainText(30),
    imageId: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  }),
])
export type Sample = z.infer<typeof Sample>

/** 承诺时限: 0 is 当场办结. */
export const Promised = z.strictObject({
  days: z.int().min(0).max(365),
  unit: z.enum(['workingDays', 'calendarDays']).default('workingDays'),
})
export type Promised = z.infer<typeof Promised>

/** An item 事项 as it is written and published; what is not known yet is '', [] or null, and is missing.ts's concern. */
export const Item = z.strictObject({
  name: plainText(60),
  nameEn: z.string().max(120).default(''),
  department: lineOrNone(40).default(''),
  /** The queue it goes to. */
  serviceId: z.union([z.literal(''), id]).default(''),
  /** 即办件 ends at the counter, 承诺件 takes the promised days. */
  kind: z.enum(['instant', 'promised']).default('instant'),
  steps: z.array(plainText(200)).max(20).default([]),
  materials: z.array(Material).max(40).default([]),
  /** Said on purpose: an empty list alone is a list not written yet. */
  needsNoMaterials: z.boolean().default(false),
  basis: z.array(plainText(200)).max(10).default([]),
  promised: Promised.nullable().default(null),
  result: lineOrNone(100).default(''),
  fee: lineOrNone(200).default(''),
  samples: z.array(Sample).max(3).default([]),
  popular: z.boolean().default(false),
  /** The first and the last day of the hall on which it holds; null is until further notice. */
  fromDay: Day,
  untilDay: Day.nullable().default(null),
  /** By when somebody is to look whether it still holds. */
  reviewBy: Day.nullable().default(null),
})
export type Item = z.infer<typeof Item>

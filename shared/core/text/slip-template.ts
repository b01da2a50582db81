import * as z from 'zod'
import { plainText } from '../queue/plain-text.ts'
import type { Bitmap } from './bitmap.ts'

/** The largest picture a slip may carry: two thirds of 80 mm paper across. */
export const slipPictureLimits = { widthDots: 384, heightDots: 192 } as const

/** A picture in black and white as data: rows from the top, eight dots to a byte, written in hexadecimal. */
export const SlipPicture = z
  .strictObject({
    widthDots: z.int().min(8).max(slipPictureLimits.widthDots).multipleOf(8),
    heightDots: z.int().min(1).max(slipPictureLimits.heightDots),
    rows: z.string().regex(/^([0-9a-f]{2})*$/),
  })
  .refine(
    ({ widthDots, heightDots, rows }) => rows.length === (widthDots / 4) * heightDots,
    'rows do not fit the size',
  )
export type SlipPicture = z.infer<typeof SlipPicture>

export const bitmapOf = ({ widthDots, heightDots, rows }: SlipPicture): Bitmap => ({
  widthDots,
  heightDots,
  rows: Uint8Array.from(rows.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
})

export const pictureOf = ({ widthDots, heightDots, rows }: Bitmap): SlipPicture => ({
  widthDots,
  heightDots,
  rows: Array.from(rows, (byte) => byte.toString(16).padStart(2, '0')).join(''),
})

/** What a slip can say by itself, in the order in which it is usually said. */
export const plainParts = [
  'hallName',
  'logo',
  'ahead',
  'range',
  'where',
  'time',
  'bring',
  'qr',
  'barcode',
  'listen',
  'rule',
] as const

/** One part of a slip, from top to bottom; a `line` is the hall's own sentence, without English where `en` is ''. */
export const SlipPart = z.discriminatedUnion('part', [
  z.strictObject({ part: z.enum(plainParts) }),
  z.strictObject({
    part: z.literal('number'),
    size: z.union([z.literal(2), z.literal(3), z.literal(4)]).default(4),
  }),
  z.strictObject({ part: z.literal('service'), size: z.union([z.literal(1), z.literal(2)]).default(2) }),
  z.strictObject({
    part: z.literal('line'),
    zh: plainText(60),
    en: z.string().max(120).default(''),
    align: z.enum(['left', 'centre']).default('centre'),
    size: z.union([z.literal(1), z.literal(2)]).default(1),
  }),
])
export type SlipPart = z.infer<typeof SlipPart>

/** Which parts a hall's slip has and in which order; the number is always among them, and nothing said twice. */
export const SlipTemplate = z.strictObject({
  parts: z
    .array(SlipPart)
    .max(40)
    .refine((parts) => parts.some(({ part }) => part === 'number'), 'the number is missing')
    .refine((parts) => {
      const once = parts.map(({ part }) => part).filter((part) => part !== 'line' && part !== 'rule')
      return new Set(once).size === once.length
    }, 'a part stands twice'),
  logo: SlipPicture.nullable().default(null),
})
export type SlipTemplate = z.infer<typeof SlipTemplate>

/** The slip of a hall that never changed it: the number first and largest, then how long, where, and with what. */
export const usualSlip: SlipTemplate = {
  parts: [
    { part: 'hallName' },
    { part: 'number', size: 4 },
    { part: 'service', size: 2 },
    { part: 'rule' },
    { part: 'ahead' },
    { part: 'range' },
    { part: 'where' },
    { part: 'time' },
    { part: 'rule' },
    { part: 'bring' },
    { part: 'rule' },
    { part: 'qr' },
    { part: 'listen' },
  ],
  logo: null,
}

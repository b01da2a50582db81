import * as z from 'zod'
import { Item } from '../items/item.ts'
import { mostFound } from '../items/search.ts'
import { id, plainText } from '../queue/plain-text.ts'

const ms = z.number()
const text = z.string()

/** One line of the guide 办事指南: enough to choose by. */
export const GuideLine = Item.pick({
  name: true,
  nameEn: true,
  department: true,
  serviceId: true,
  kind: true,
  promised: true,
  popular: true,
}).extend({ id: text })
export type GuideLine = z.infer<typeof GuideLine>

/** A published item whole, as the public sees it. */
export const GuideItem = Item.extend({ id: text, version: z.number(), publishedAtMs: ms })
export type GuideItem = z.infer<typeof GuideItem>

export const Guide = z.object({
  total: z.number(),
  departments: z.array(z.object({ name: text, items: z.number() })),
  popular: z.array(GuideLine),
})
export type Guide = z.infer<typeof Guide>

/** By words, or all of a department or a service; never more than `mostFound` at once. */
export const GuideAsk = z.object({
  words: text.max(60).default(''),
  department: text.max(40).optional(),
  serviceId: id.optional(),
  after: z.coerce.number<string>().int().min(0).default(0),
})
export const GuideList = z.object({ total: z.number(), items: z.array(GuideLine).max(mostFound) })
export type GuideList = z.infer<typeof GuideList>

/** Where an item of the catalogue stands; `ahead`: published, and holds from a later day. */
const itemStates = ['draft', 'published', 'ahead', 'over', 'withdrawn'] as const

/** The catalogue as the console lists it. */
export const ItemRow = z.object({
  id: text,
  revision: z.number(),
  name: text,
  department: text,
  serviceId: text,
  kind: Item.shape.kind,
  popular: z.boolean(),
  state: z.enum(itemStates),
  /** Something is written that is not published yet. */
  draft: z.boolean(),
  version: z.nullable(z.number()),
  fromDay: z.nullable(text),
  untilDay: z.nullable(text),
  reviewBy: z.nullable(text),
  changedAtMs: ms,
  changedBy: text,
})
export type ItemRow = z.infer<typeof ItemRow>

const ItemVersion = z.object({
  version: z.number(),
  item: Item,
  publishedAtMs: ms,
  publishedBy: text,
  withdrawnAtMs: z.nullable(ms),
  withdrawnBy: z.nullable(text),
})
export type ItemVersion = z.infer<typeof ItemVersion>

/** One item whole, with everything that was ever published of it, newest first. */
export const ItemFile = z.object({
  id: text,
  revision: z.number(),
  draft: z.nullable(Item),
  /** The version in force on the hall's day. */
  inForce: z.nullable(z.number()),
  versions: z.array(ItemVersion),
})
export type ItemFile = z.infer<typeof ItemFile>

/** A refused publication says why at each field. */
export const Written = z.object({ id: text, revision: z.number() })
export const Revision = z.strictObject({ revision: z.int().min(0) })
export const ItemDraft = z.strictObject({ revision: z.int().min(0), item: Item })

export const mostImageBytes = 200 * 1024
const base64 = (mostBytes: number) => z.base64().max(Math.ceil(mostBytes / 3) * 4)

export const mostFileBytes = 3 * 1024 * 1024

/** A picture of a filled-in form: PNG, JPEG or WebP, at most 200 KiB. */
export const ImageUpload = z.strictObject({ bytes: base64(mostImageBytes) })

/** A table of items: xlsx, or CSV in UTF-8 or GB18030. */
export const ImportFile = z.strictObject({ name: plainText(100), bytes: base64(mostFileBytes) })

export const ImportProblem = z.object({
  /** As the spreadsheet counts them, from 1. */
  row: z.number(),
  /** The column's heading, or '' for the row as a whole. */
  column: text,
  problem: text,
  /** The cell's own text, cut. */
  found: text,
  /** It stands in the way of publishing alone: the row could be saved as a draft. */
  onlyPublishing: z.boolean(),
})
export type ImportProblem = z.infer<typeof ImportProblem>

export const ImportPreview = z.object({
  /** Names the catalogue this was read against; committing on another is refused as stale. */
  basedOn: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  /** At most 200; and how many there are of each kind. */
  problems: z.array(ImportProblem),
  mistakes: z.number(),
  unpublishable: z.number(),
  /** The first rows as they would be saved. */
  rows: z.array(
    z.object({ row: z.number(), is: z.enum(['added', 'changed', 'same']), name: text, department: text }),
  ),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportCommit = ImportFile.extend({ basedOn: z.int().min(0), publish: z.boolean() })

export const ImportRow = z.object({
  id: z.number(),
  atMs: ms,
  who: text,
  name: text,
  added: z.number(),
  changed: z.number(),
  published: z.boolean(),
  undoneAtMs: z.nullable(ms),
})
export type ImportRow = z.infer<typeof ImportRow>

import * as z from 'zod'
import { id } from '../queue/plain-text.ts'
import { Item } from './item.ts'

/** What the queue's rules and views know of a published item. */
export const HallItem = Item.pick({
  name: true,
  nameEn: true,
  serviceId: true,
  materials: true,
  promised: true,
  fee: true,
}).extend({ id, version: z.int() })
export type HallItem = z.infer<typeof HallItem>

export const mostItems = 2_000

/** The items in force today, by their ids, and the ids of each service's. */
export const HallItems = z.strictObject({
  byId: z.map(z.string(), HallItem),
  byService: z.map(z.string(), z.array(z.string())),
})
export type HallItems = z.infer<typeof HallItems>

export const noItems: HallItems = { byId: new Map(), byService: new Map() }

export function hallItems(items: Iterable<HallItem>): HallItems {
  const byId = new Map<string, HallItem>()
  const byService = new Map<string, string[]>()
  for (const item of items) {
    byId.set(item.id, item)
    const there = byService.get(item.serviceId)
    if (there) there.push(item.id)
    else byService.set(item.serviceId, [item.id])
  }
  return { byId, byService }
}

/** The items of these ids; one that is not in force any more is left out. */
export const itemsOf = ({ byId }: HallItems, ids: readonly string[]): HallItem[] =>
  ids.map((each) => byId.get(each)).filter((item) => item !== undefined)

import type { GuideLine } from '@jiaohao/core/contract/items.ts'
import { queueFor, type WorkedTogether } from '@jiaohao/core/items/queue-for.ts'
import { mostItemsOfTicket } from '@jiaohao/core/queue/command.ts'

/** What of an item the choice depends on. */
export type Choosable = Pick<GuideLine, 'id' | 'name' | 'nameEn' | 'serviceId'>

/** What a citizen has chosen to do with one number. */
export interface Chosen {
  items: readonly Choosable[]
  /** The queue for all of them; null while nothing is chosen. */
  queue: string | null
  can(item: Choosable): 'yes' | 'chosen' | 'apart' | 'full'
  toggle(item: Choosable): void
}

export function chosenOf(
  items: readonly Choosable[],
  together: WorkedTogether,
  onChange: (items: Choosable[]) => void,
): Chosen {
  const has = (item: Choosable) => items.some(({ id }) => id === item.id)
  const can = (item: Choosable) => {
    if (has(item)) return 'chosen'
    if (items.length >= mostItemsOfTicket) return 'full'
    const serviceIds = [...items, item].map(({ serviceId }) => serviceId)
    return items.length === 0 || queueFor(serviceIds, together) !== null ? 'yes' : 'apart'
  }
  return {
    items,
    queue: queueFor(
      items.map(({ serviceId }) => serviceId),
      together,
    ),
    can,
    toggle: (item) => {
      const verdict = can(item)
      if (verdict === 'chosen') onChange(items.filter(({ id }) => id !== item.id))
      if (verdict === 'yes') onChange([...items, item])
    },
  }
}

import { oneCounterWorks } from '../items/queue-for.ts'
import type { Hall, Service } from './hall.ts'
import type { Reason } from './refused.ts'

/** One number is for one sitting (T11): one counter must work its queue and everything the citizen has come for. */
export function wrongItems(hall: Hall, { id }: Service, itemIds: readonly string[]): Reason | undefined {
  const items = itemIds.map((itemId) => hall.items.byId.get(itemId))
  if (!items.every((item) => item !== undefined)) return 'unknownItem'
  const serviceIds = items.map(({ serviceId }) => serviceId)
  const counters = hall.counters.map((counter) => counter.serviceIds)
  if (serviceIds.every((each) => each === id) || oneCounterWorks(id, serviceIds, counters)) return undefined
  return 'itemsOfDifferentServices'
}

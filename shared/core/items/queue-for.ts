/** Which services each counter works; counters alike need be named once. */
export type WorkedTogether = readonly (readonly string[])[]

/**
 * The queue for items of these services (T11), or null when no one counter works them all. Of several, the
 * queue whose every counter can do everything, so that whoever calls needs nobody else; where there is none,
 * the first item's queue, whose clerk transfers for what is left.
 */
export function queueFor(serviceIds: readonly string[], counters: WorkedTogether): string | null {
  const [first] = serviceIds
  if (first === undefined || !oneCounterWorks(first, serviceIds, counters)) return null
  const works = (counter: readonly string[]) => serviceIds.every((id) => counter.includes(id))
  const whole = (queue: string) => counters.every((counter) => !counter.includes(queue) || works(counter))
  return serviceIds.find(whole) ?? first
}

/** May these be asked for under one number in this queue: does one counter work it and all of them? */
export const oneCounterWorks = (
  queue: string,
  serviceIds: readonly string[],
  counters: WorkedTogether,
): boolean => counters.some((counter) => [queue, ...serviceIds].every((id) => counter.includes(id)))

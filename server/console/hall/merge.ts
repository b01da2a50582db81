import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { aboutFields, type Change, changesOf, same } from './changes.ts'

/**
 * Somebody saved while I was typing: theirs, with everything I changed laid over it. `both` are the things both of
 * us changed; mine stand there, and the page says so before it is saved.
 */
export function merge(
  base: HallSetUp,
  mine: HallSetUp,
  theirs: HallSetUp,
): { hall: HallSetUp; both: Change[] } {
  const services = mergeLists(base.services, mine.services, theirs.services)
  const left = new Set(services.map(({ id }) => id))
  const about = Object.fromEntries(
    aboutFields.map((field) => [field, mine[field] === base[field] ? theirs[field] : mine[field]]),
  )
  const policy = Object.fromEntries(
    (Object.keys(mine.policy) as (keyof HallSetUp['policy'])[]).map((field) => [
      field,
      same(mine.policy[field], base.policy[field]) ? theirs.policy[field] : mine.policy[field],
    ]),
  ) as HallSetUp['policy']
  const slip = {
    parts: same(mine.slip.parts, base.slip.parts) ? theirs.slip.parts : mine.slip.parts,
    logo: same(mine.slip.logo, base.slip.logo) ? theirs.slip.logo : mine.slip.logo,
  }
  const theirChanges = changesOf(base, theirs)
  return {
    hall: {
      ...theirs,
      ...about,
      policy,
      slip,
      services,
      journeys: mergeLists(base.journeys, mine.journeys, theirs.journeys),
      zones: mergeLists(base.zones, mine.zones, theirs.zones),
      counters: mergeLists(base.counters, mine.counters, theirs.counters).map((counter) => ({
        ...counter,
        serviceIds: counter.serviceIds.filter((id) => left.has(id)),
      })),
    },
    both: changesOf(base, mine).filter((my) =>
      theirChanges.some((their) => their.where === my.where && their.id === my.id),
    ),
  }
}

function mergeLists<Item extends { id: string }>(base: Item[], mine: Item[], theirs: Item[]): Item[] {
  const old = new Map(base.map((item) => [item.id, item]))
  const my = new Map(mine.map((item) => [item.id, item]))
  const their = new Set(theirs.map(({ id }) => id))
  const kept = theirs
    .filter(({ id }) => my.has(id) || !old.has(id))
    .map((item) => {
      const myItem = my.get(item.id)
      return myItem && !same(myItem, old.get(item.id)) ? myItem : item
    })
  const added = mine.filter(({ id }) => !their.has(id) && !same(my.get(id), old.get(id)))
  return [...kept, ...added]
}

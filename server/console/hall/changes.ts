import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'

/** One difference between two set-ups of a hall, as a person would tell it. */
export interface Change {
  is: 'added' | 'changed' | 'removed'
  where: 'service' | 'journey' | 'counter' | 'zone' | 'about' | 'policy' | 'slip'
  /** The id of a service, counter or zone, or the name of a field. */
  id: string
  /** What people call it; for a field again its name. */
  name: string
}

export const aboutFields = ['name', 'nameEn', 'timeZone', 'notice', 'phoneUrl'] as const

const slipFields = ['parts', 'logo'] as const

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export function changesOf(before: HallSetUp, after: HallSetUp): Change[] {
  const policyFields = Object.keys(after.policy) as (keyof HallSetUp['policy'])[]
  return [
    ...listChanges('zone', before.zones, after.zones, ({ name }) => name),
    ...listChanges('service', before.services, after.services, ({ name }) => name),
    ...listChanges('journey', before.journeys, after.journeys, ({ name }) => name),
    ...listChanges('counter', before.counters, after.counters, ({ no }) => no),
    ...aboutFields
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ is: 'changed' as const, where: 'about' as const, id: field, name: field })),
    ...policyFields
      .filter((field) => !same(before.policy[field], after.policy[field]))
      .map((field) => ({ is: 'changed' as const, where: 'policy' as const, id: field, name: field })),
    ...slipFields
      .filter((field) => !same(before.slip[field], after.slip[field]))
      .map((field) => ({ is: 'changed' as const, where: 'slip' as const, id: field, name: field })),
  ]
}

function listChanges<Item extends { id: string }>(
  where: Change['where'],
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): Change[] {
  const old = new Map(before.map((item) => [item.id, item]))
  const now = new Set(after.map(({ id }) => id))
  const made = after.flatMap((item): Change[] => {
    const was = old.get(item.id)
    if (was && same(was, item)) return []
    return [{ is: was ? 'changed' : 'added', where, id: item.id, name: nameOf(item) }]
  })
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map((item): Change => ({ is: 'removed', where, id: item.id, name: nameOf(item) }))
  const moved =
    made.length === 0 && gone.length === 0 && !same(before, after)
      ? [{ is: 'changed' as const, where, id: 'order', name: 'order' }]
      : []
  return [...made, ...gone, ...moved]
}

import type { Item } from './item.ts'

/** The seven public fields, in the order in which they are shown: 名称, 流程, 资料清单, 依据, 承诺时限, 结果, 收费标准. */
export const publicFields = ['name', 'steps', 'materials', 'basis', 'promised', 'result', 'fee'] as const
export type PublicField = (typeof publicFields)[number]

/** What keeps an item from being published, and at which field. */
export interface ItemProblem {
  path: string
  problem: 'missing' | 'unknown' | 'order' | 'instantTakesDays' | 'promisedTakesNone' | 'notNeeded' | 'over'
}

/** Everything that keeps this item from the public; without any it may be published on `today`. */
export function keptBack(
  item: Item,
  { serviceIds, today }: { serviceIds: ReadonlySet<string>; today: string },
): ItemProblem[] {
  const { serviceId, kind, promised, fromDay, untilDay, reviewBy } = item
  return [
    ...missingFields(item).map((path): ItemProblem => ({ path, problem: 'missing' })),
    ...(item.department === '' ? [problem('department', 'missing')] : []),
    ...(serviceId === '' ? [problem('serviceId', 'missing')] : []),
    ...(serviceId !== '' && !serviceIds.has(serviceId) ? [problem('serviceId', 'unknown')] : []),
    ...(item.needsNoMaterials && item.materials.length > 0 ? [problem('materials', 'notNeeded')] : []),
    ...(kind === 'instant' && promised && promised.days > 0 ? [problem('promised', 'instantTakesDays')] : []),
    ...(kind === 'promised' && promised?.days === 0 ? [problem('promised', 'promisedTakesNone')] : []),
    ...(reviewBy === null ? [problem('reviewBy', 'missing')] : []),
    ...(reviewBy !== null && reviewBy < fromDay ? [problem('reviewBy', 'order')] : []),
    ...(untilDay !== null && untilDay < fromDay ? [problem('untilDay', 'order')] : []),
    ...(untilDay !== null && untilDay < today ? [problem('untilDay', 'over')] : []),
  ]
}

/** Which of the seven public fields are not filled in. */
export function missingFields(item: Item): PublicField[] {
  const filled: Record<PublicField, boolean> = {
    name: item.name !== '',
    steps: item.steps.length > 0,
    materials: item.needsNoMaterials || item.materials.length > 0,
    basis: item.basis.length > 0,
    promised: item.promised !== null,
    result: item.result !== '',
    fee: item.fee !== '',
  }
  return publicFields.filter((field) => !filled[field])
}

const problem = (path: string, what: ItemProblem['problem']): ItemProblem => ({ path, problem: what })

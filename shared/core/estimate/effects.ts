/**
 * What members of a group have in common, over many values: each member's mean, drawn towards what the group
 * scatters around, the more the fewer values there are of it (a random effect).
 */
export interface Effect {
  ids: string[]
  /** Which member each value belongs to. */
  member: Int32Array
  counts: Float64Array
  means: Float64Array
  errors: Float64Array
}

export function effectBy<T>(
  values: readonly T[],
  idOf: (value: T) => string,
  first: readonly string[] = [],
): Effect {
  const index = new Map(first.map((id, i) => [id, i]))
  const member = new Int32Array(values.length)
  for (const [i, value] of values.entries()) {
    const id = idOf(value)
    const known = index.get(id)
    if (known === undefined) index.set(id, index.size)
    member[i] = known ?? index.size - 1
  }
  const counts = new Float64Array(index.size)
  for (const which of member) counts[which] = (counts[which] as number) + 1
  return {
    ids: [...index.keys()],
    member,
    counts,
    means: new Float64Array(index.size),
    errors: new Float64Array(index.size),
  }
}

/** Fits one effect to what the others leave over; `left` holds what no effect explains, before and after. */
export function settle(
  { member, counts, means, errors }: Effect,
  left: Float64Array,
  { spread, between }: { spread: number; between: number },
): void {
  const sums = new Float64Array(counts.length)
  for (let i = 0; i < left.length; i++) {
    const which = member[i] as number
    sums[which] = (sums[which] as number) + (left[i] as number) + (means[which] as number)
  }
  const ratio = (spread / between) ** 2
  const before = means.slice()
  for (let which = 0; which < counts.length; which++) {
    const weight = (counts[which] as number) + ratio
    means[which] = (sums[which] as number) / weight
    errors[which] = spread / Math.sqrt(weight)
  }
  for (let i = 0; i < left.length; i++) {
    const which = member[i] as number
    left[i] = (left[i] as number) + (before[which] as number) - (means[which] as number)
  }
}

const fewestMembers = 4

/** How much members really differ: their scatter and what is not known of each; `usual` where there are few. */
export function differenceOf({ means, errors }: Pick<Effect, 'means' | 'errors'>, usual: number): number {
  if (means.length < fewestMembers) return usual
  let sum = 0
  for (let i = 0; i < means.length; i++) sum += (means[i] as number) ** 2 + (errors[i] as number) ** 2
  return Math.max(0.04, Math.sqrt(sum / means.length))
}

/** The value below which this share of a sorted list lies (nearest rank). */
export function quantile(sortedValues: readonly number[], share: number): number {
  const last = sortedValues.length - 1
  return sortedValues[Math.min(last, Math.max(0, Math.ceil(share * sortedValues.length) - 1))] ?? 0
}

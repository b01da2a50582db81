import type { Spread } from '@jiaohao/core/contract/routes.ts'
import { quantile } from '@jiaohao/core/estimate/quantile.ts'

/** The exact mean with its n, median, 90th percentile and longest: whole ms are summed, so nothing is lost. */
export function spreadOf(valuesMs: readonly number[]): Spread {
  const n = valuesMs.length
  if (n === 0) return { n, meanMs: null, p50Ms: null, p90Ms: null, longestMs: null }
  const sorted = [...Float64Array.from(valuesMs).sort()]
  let sumMs = 0
  for (const valueMs of sorted) sumMs += valueMs
  return {
    n,
    meanMs: sumMs / n,
    p50Ms: quantile(sorted, 0.5),
    p90Ms: quantile(sorted, 0.9),
    longestMs: quantile(sorted, 1),
  }
}

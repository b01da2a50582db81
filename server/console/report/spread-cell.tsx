import type { Spread } from '@jiaohao/core/contract/routes.ts'
import { orDash } from '../elapsed.ts'

/** A mean with what keeps it honest: median, 90th percentile and n. */
export function SpreadCell({ spread }: { spread: Spread }) {
  if (spread.n === 0) return <span className="quiet">—</span>
  return (
    <span className="spread">
      <b>{orDash(spread.meanMs)}</b> <small>n={spread.n}</small>
      <br />
      <small>
        P50 {orDash(spread.p50Ms)} · P90 {orDash(spread.p90Ms)}
      </small>
    </span>
  )
}

/** One measurement's line: ours beside what it is compared with; `ok` when the ratio is within its limit. */
export interface Figure {
  bench: string
  ours: number
  bare: number | null
  ratio: number | null
  limit: number | null
  ok: boolean
  [more: string]: unknown
}

export type Tell = (figure: Figure) => void

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}

export const middle = (values: readonly number[]): number => percentile(values, 0.5)

export const rounded = (value: number): number => Number(value.toPrecision(4))

/** At most `limit` times as much as the other. */
export function atMost(bench: string, ours: number, bare: number, limit: number, more: object = {}): Figure {
  const ratio = ours / bare
  return {
    bench,
    ours: rounded(ours),
    bare: rounded(bare),
    ratio: rounded(ratio),
    limit,
    ok: ratio <= limit,
    ...more,
  }
}

/** At least `limit` times as much as the other. */
export function atLeast(bench: string, ours: number, bare: number, limit: number, more: object = {}): Figure {
  const ratio = ours / bare
  return {
    bench,
    ours: rounded(ours),
    bare: rounded(bare),
    ratio: rounded(ratio),
    limit,
    ok: ratio >= limit,
    ...more,
  }
}

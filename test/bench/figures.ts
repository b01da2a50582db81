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

/** Ours beside the other, and how many times as much. */
export interface Compared {
  ours: number
  bare: number
  ratio: number
}

/**
 * The middle of what slices that took turns say, and of the ratios of neighbours: whatever else the machine did
 * for a while hit both of a pair.
 */
export function inTurns(ours: readonly number[], bare: readonly number[]): Compared {
  const ratios = ours.map((each, i) => each / (bare[i] ?? Number.NaN))
  return { ours: middle(ours), bare: middle(bare), ratio: middle(ratios) }
}

/** At most `limit` times as much as the other. */
export const atMost = (bench: string, compared: Compared, limit: number, more: object = {}): Figure =>
  figure(bench, compared, limit, compared.ratio <= limit, more)

/** At least `limit` times as much as the other. */
export const atLeast = (bench: string, compared: Compared, limit: number, more: object = {}): Figure =>
  figure(bench, compared, limit, compared.ratio >= limit, more)

function figure(
  bench: string,
  { ours, bare, ratio }: Compared,
  limit: number,
  ok: boolean,
  more: object,
): Figure {
  return { bench, ours: rounded(ours), bare: rounded(bare), ratio: rounded(ratio), limit, ok, ...more }
}

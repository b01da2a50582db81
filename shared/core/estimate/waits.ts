import { type Asked, type Courses, placesTried } from './simulate.ts'

/** How long the wait will be from the instant of the estimate on: as likely longer as shorter than `p50Ms`, one in ten longer than `p90Ms`. */
export interface Range {
  p10Ms: number
  p50Ms: number
  p90Ms: number
}

/** A range as people are told it, in whole minutes: from its middle to what nine of ten do not exceed. */
export interface WaitMinutes {
  low: number
  high: number
}

export function minutesOf({ p50Ms, p90Ms }: Range): WaitMinutes {
  const low = Math.floor(p50Ms / 60_000)
  return { low, high: Math.max(low, Math.ceil(p90Ms / 60_000)) }
}

/** What an estimate found, flat so that it travels between threads for nothing; −1 where nothing can be told. */
export interface Waits {
  atMs: number
  /** The waiting tickets' numbers in the day, ascending, and three values for each. */
  n: Int32Array
  rangesMs: Int32Array
  /** For somebody who takes a number now: by service, rank and minutes their place is before now. */
  newcomers: Record<string, Range>
}

export const noWaits: Waits = {
  atMs: 0,
  n: new Int32Array(0),
  rangesMs: new Int32Array(0),
  newcomers: {},
}

export const newcomerKey = (serviceId: string, rank: number, aheadMinutes: number): string =>
  `${serviceId} ${rank} ${aheadMinutes}`

/** The ranges of many simulated courses. */
export function waitsOf({ asked, newcomers, runs, waitsMs }: Courses, atMs: number): Waits {
  const tickets = asked.length - newcomers.length
  const n = new Int32Array(tickets)
  const rangesMs = new Int32Array(tickets * 3).fill(-1)
  const each = new Float64Array(runs)
  function rangeOfAsked(i: number): Range | null {
    for (let run = 0; run < runs; run++) each[run] = waitsMs[run * asked.length + i] as number
    return rangeOf(each)
  }
  for (let i = 0; i < tickets; i++) {
    n[i] = (asked[i] as Asked).n
    const range = rangeOfAsked(i)
    if (range) rangesMs.set([range.p10Ms, range.p50Ms, range.p90Ms], i * 3)
  }
  const entries = newcomers.flatMap(({ serviceId, rank, aheadMinutes }, k): [string, Range][] => {
    const range = rangeOfAsked(tickets + k)
    return range ? [[newcomerKey(serviceId, rank, aheadMinutes), range]] : []
  })
  return { atMs, n, rangesMs, newcomers: Object.fromEntries(entries) }
}

/** The range of one waiting ticket, by its number in the day; null when none is known. */
export function rangeOfTicket({ n, rangesMs }: Waits, ticket: number): Range | null {
  let [low, high] = [0, n.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((n[middle] as number) < ticket) low = middle + 1
    else high = middle
  }
  if (n[low] !== ticket) return null
  const [p10Ms = -1, p50Ms = -1, p90Ms = -1] = rangesMs.subarray(low * 3, low * 3 + 3)
  return p50Ms < 0 ? null : { p10Ms, p50Ms, p90Ms }
}

/** From so many runs on, their own order tells; below, a normal curve through them does better. */
const enoughRuns = 40
const p90Deviations = 1.2816

/** How many deviations hold the next one in nine of ten cases, when so few runs are all that is known (Student's t). */
const deviationsOf = (runs: number): number =>
  p90Deviations * (1 + (p90Deviations ** 2 + 1) / (4 * Math.max(1, runs - 1))) * Math.sqrt(1 + 1 / runs)

/** Null when the day ends first in at least one run of ten. */
function rangeOf(waitsMs: Float64Array): Range | null {
  const sorted = waitsMs.sort()
  const last = sorted.length - 1
  if (!Number.isFinite(sorted[Math.min(last, Math.ceil((sorted.length + 1) * 0.9) - 1)] as number))
    return null
  if (sorted.length >= enoughRuns)
    return { p10Ms: share(sorted, 0.1), p50Ms: share(sorted, 0.5), p90Ms: share(sorted, 0.9) }
  const finite = sorted.filter(Number.isFinite)
  const mean = finite.reduce((sum, each) => sum + each, 0) / finite.length
  const variance = finite.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, finite.length - 1)
  const wide = deviationsOf(finite.length) * Math.sqrt(variance)
  return {
    p10Ms: Math.max(0, Math.round(mean - wide)),
    p50Ms: share(sorted, 0.5),
    p90Ms: Math.max(share(sorted, 0.5), Math.round(mean + wide)),
  }
}

/** The next wait is as likely to fall between any two neighbours as beside the outermost, so n runs have n + 1 places for it. */
function share(sorted: Float64Array, part: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, part * (sorted.length + 1) - 1))
  const below = sorted[Math.floor(at)] as number
  const above = sorted[Math.ceil(at)] as number
  return Math.max(0, Math.round(Number.isFinite(above) ? below + (above - below) * (at % 1) : below))
}

/** The range for somebody who takes a number now, with a place before or after now where an appointment gives one. */
export function rangeAt(
  waits: Waits,
  { serviceId, rank, aheadMs }: { serviceId: string; rank: number; aheadMs: number },
): Range | null {
  const now = waits.newcomers[newcomerKey(serviceId, rank, 0)] ?? null
  const ahead = aheadMs / 60_000
  const above = placesTried.findIndex((each) => each >= ahead)
  const [a, b] = [placesTried[Math.max(0, above - 1)], placesTried[above] ?? placesTried.at(-1)] as [
    number,
    number,
  ]
  const [low, high] = [a, b].map((each) => waits.newcomers[newcomerKey(serviceId, rank, each)])
  if (!low || !high) return now
  const part = a === b ? 0 : Math.min(1, Math.max(0, (ahead - a) / (b - a)))
  const between = (of: keyof Range) => Math.round(low[of] + (high[of] - low[of]) * part)
  return { p10Ms: between('p10Ms'), p50Ms: between('p50Ms'), p90Ms: between('p90Ms') }
}

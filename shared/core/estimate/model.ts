import type { Observed } from './observe.ts'

/**
 * How long counters take, as a hall's own days tell it. A call's duration (call to free) is service × clerk ×
 * day × chance; each factor is known only so well, and a simulation draws it anew in every run, so that the
 * range a citizen is told holds what nobody can know.
 */
export interface Model {
  /** How many served legs it rests on. */
  n: number
  /** Log of a usual duration, and its standard error, by service; `other` for one never seen. */
  services: Record<string, Factor & { pool: Float64Array }>
  other: Factor & { pool: Float64Array }
  clerks: Record<string, Factor>
  /** A clerk nobody has seen work yet. */
  anyClerk: Factor
  /** Today's pace against other days', and how much it wanders in an hour. */
  pace: Factor
  wanderPerHour: number
  noShow: { missed: number; answered: number; pool: Float64Array }
  gaps: Float64Array
  notices: Float64Array
  papers: Float64Array
  /** Of those waiting, how many give up in a ms. */
  givesUpPerMs: number
}

/** A factor's logarithm as a normal distribution. */
export interface Factor {
  mean: number
  error: number
}

const hourMs = 3_600_000
const paceWandersPerHour = 0.06
const [usualDaySpread, usualClerkSpread, usualServiceSpread, usualSpread] = [0.12, 0.2, 0.6, 0.55]
const usualServiceMs = 360_000
const fullPool = 40
const mostPooled = 400

interface Seen {
  y: number
  serviceId: string
  staffId: string
  day: number
  atMs: number
}

/** `past` are earlier days, `today` what of this one has happened so far; nothing else may be known. */
export function fit(past: readonly Observed[], today: Observed): Model {
  const days = [...past, today]
  const last = days.length - 1
  const all: Seen[] = days.flatMap(({ served }, day) =>
    served.map(({ ms, serviceId, staffId, atMs }) => ({
      y: Math.log(Math.max(1, ms)),
      serviceId,
      staffId,
      day,
      atMs,
    })),
  )
  const grand = meanOf(all.map(({ y }) => y)) ?? Math.log(usualServiceMs)
  const service = new Map<string, Factor>()
  const clerk = new Map<string, Factor>()
  const pace = days.map((): Factor => ({ mean: 0, error: usualDaySpread }))
  const serviceOf = (each: Seen) => service.get(each.serviceId)?.mean ?? grand
  const clerkOf = (each: Seen) => clerk.get(each.staffId)?.mean ?? 0
  const paceOf = (each: Seen) => pace[each.day]?.mean ?? 0
  let [spread, daySpread, clerkSpread] = [usualSpread, usualDaySpread, usualClerkSpread]

  for (let round = 0; round < 3; round++) {
    shrink(
      service,
      all,
      (each) => each.serviceId,
      (each) => each.y - clerkOf(each) - paceOf(each),
      {
        around: grand,
        ratio: (spread / usualServiceSpread) ** 2,
        spread,
      },
    )
    shrink(
      clerk,
      all,
      (each) => each.staffId,
      (each) => each.y - serviceOf(each) - paceOf(each),
      {
        around: 0,
        ratio: (spread / clerkSpread) ** 2,
        spread,
      },
    )
    for (const [day, factor] of pace.entries()) {
      const mine = all.filter((each) => each.day === day)
      const off = mine.map((each) => each.y - serviceOf(each) - clerkOf(each))
      const ratio = (spread / daySpread) ** 2
      factor.mean = off.reduce((sum, each) => sum + each, 0) / (mine.length + ratio)
      factor.error = spread / Math.sqrt(mine.length + ratio)
    }
    const left = all.map((each) => each.y - serviceOf(each) - clerkOf(each) - paceOf(each))
    if (left.length > 30) spread = Math.min(1.5, Math.max(0.05, deviation(left)))
    daySpread = between(pace.slice(0, last), usualDaySpread)
    clerkSpread = between([...clerk.values()], usualClerkSpread)
  }

  const now = paceNow(
    all.filter((each) => each.day === last),
    (each) => each.y - serviceOf(each) - clerkOf(each),
    { spread, daySpread },
  )
  const chanceOf = (each: Seen) => each.y - serviceOf(each) - clerkOf(each) - paceOf(each)
  const lately = all.slice(-mostPooled).map(chanceOf)
  const poolOf = (mean: number, own: readonly number[]): Float64Array => {
    const some = own.slice(-mostPooled)
    const borrowed = lately.slice(0, Math.max(0, fullPool - some.length))
    const chances = some.length + borrowed.length > 0 ? [...some, ...borrowed] : usualChances(spread)
    return Float64Array.from(chances, (each) => Math.exp(mean + each)).sort()
  }
  const services: Model['services'] = {}
  const bySevice = grouped(all, (each) => each.serviceId, chanceOf)
  for (const [id, factor] of service)
    services[id] = { ...factor, pool: poolOf(factor.mean, bySevice.get(id) ?? []) }

  const missedMs = days.flatMap((day) => day.missedMs)
  const waitedMs = days.reduce((sum, day) => sum + day.waitedMs, 0)
  return {
    n: all.length,
    services,
    other: { mean: grand, error: usualServiceSpread, pool: poolOf(grand, []) },
    clerks: Object.fromEntries(clerk),
    anyClerk: { mean: 0, error: clerkSpread },
    pace: now,
    wanderPerHour: paceWandersPerHour,
    noShow: {
      missed: missedMs.length,
      answered: all.length,
      pool: poolIn(missedMs, [60_000, 65_000, 75_000]),
    },
    gaps: poolIn(
      days.flatMap(({ gapsMs }) => gapsMs),
      [3_000, 8_000, 15_000],
    ),
    notices: poolIn(
      days.flatMap(({ noticesMs }) => noticesMs),
      [3_000, 6_000, 12_000],
    ),
    papers: poolIn(
      days.flatMap(({ papersMs }) => papersMs),
      [2_000],
    ),
    givesUpPerMs: waitedMs > 0 ? days.reduce((sum, day) => sum + day.cancelled, 0) / waitedMs : 0,
  }
}

/** Group means drawn towards what they scatter around, the more the fewer there are of them. */
function shrink(
  into: Map<string, Factor>,
  all: readonly Seen[],
  key: (each: Seen) => string,
  value: (each: Seen) => number,
  { around, ratio, spread }: { around: number; ratio: number; spread: number },
): void {
  for (const [id, values] of grouped(all, key, value)) {
    const weight = values.length + ratio
    const sum = values.reduce((total, each) => total + each, 0)
    into.set(id, { mean: (sum + around * ratio) / weight, error: spread / Math.sqrt(weight) })
  }
}

/** Today's pace after its newest services, the newest telling most (a Kalman filter of one number). */
function paceNow(
  today: readonly Seen[],
  off: (each: Seen) => number,
  { spread, daySpread }: { spread: number; daySpread: number },
): Factor {
  let [mean, variance, atMs] = [0, daySpread ** 2, today[0]?.atMs ?? 0]
  for (const each of today) {
    variance += (paceWandersPerHour ** 2 * Math.max(0, each.atMs - atMs)) / hourMs
    atMs = each.atMs
    const gain = variance / (variance + spread ** 2)
    mean += gain * (off(each) - mean)
    variance *= 1 - gain
  }
  return { mean, error: Math.sqrt(variance) }
}

function grouped<T>(
  all: readonly Seen[],
  key: (each: Seen) => string,
  value: (each: Seen) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const group = groups.get(key(each))
    if (group) group.push(value(each))
    else groups.set(key(each), [value(each)])
  }
  return groups
}

/** How much these really differ: their scatter without what small numbers make of it; `usual` where few are known. */
function between(factors: readonly Factor[], usual: number): number {
  if (factors.length < 4) return usual
  const scatter = meanOf(factors.map(({ mean }) => mean ** 2)) ?? 0
  const noise = meanOf(factors.map(({ error }) => error ** 2)) ?? 0
  return Math.max(0.04, Math.sqrt(scatter + noise))
}

function deviation(values: readonly number[]): number {
  const mean = meanOf(values) ?? 0
  return Math.sqrt(meanOf(values.map((each) => (each - mean) ** 2)) ?? 0)
}

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, each) => sum + each, 0) / values.length

const poolIn = (values: readonly number[], usual: readonly number[]): Float64Array =>
  Float64Array.from(values.length >= 5 ? values.slice(-mostPooled) : [...values, ...usual]).sort()

/** Quantiles of the normal distribution, for a hall that has served nobody yet. */
const usualChances = (spread: number): number[] =>
  [-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64].map((each) => each * spread)

import { differenceOf, effectBy, settle } from './effects.ts'
import type { Observed } from './observe.ts'

/**
 * How long counters take, as a hall's own days tell it. A call's duration (call to free) is service × clerk ×
 * day × chance; each factor is known only so well, and a simulation draws it anew in every run, so that the
 * range a citizen is told holds what nobody can know.
 */
export interface Model {
  /** How many served legs it rests on. */
  n: number
  /** How much its logarithm is off the hall's own, its standard error, and durations at everybody's pace; `other` for one never seen. */
  services: Record<string, Factor & { pool: Float64Array }>
  other: Factor & { pool: Float64Array }
  clerks: Record<string, Factor>
  /** A clerk nobody has seen work yet. */
  anyClerk: Factor
  /** Today's pace against other days', and how much it wanders in an hour. */
  pace: Factor
  wanderPerHour: number
  /** `walks` are times from call to start, empty where too few are known to tell anything by. */
  noShow: { missed: number; answered: number; pool: Float64Array; walks: Float64Array }
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
const fewestWalks = 20

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
  const left = Float64Array.from(all, ({ y }) => y - grand)
  const service = effectBy(all, ({ serviceId }) => serviceId)
  const clerk = effectBy(all, ({ staffId }) => staffId)
  const pace = effectBy(
    all,
    ({ day }) => String(day),
    days.map((_, day) => String(day)),
  )
  let [spread, daySpread, clerkSpread] = [usualSpread, usualDaySpread, usualClerkSpread]
  for (let round = 0; round < 4; round++) {
    settle(service, left, { spread, between: usualServiceSpread })
    settle(clerk, left, { spread, between: clerkSpread })
    settle(pace, left, { spread, between: daySpread })
    if (left.length > 30)
      spread = Math.min(1.5, Math.max(0.05, Math.sqrt(meanOf(left.map((e) => e * e)) ?? 0)))
    daySpread = differenceOf(
      { means: pace.means.slice(0, -1), errors: pace.errors.slice(0, -1) },
      usualDaySpread,
    )
    clerkSpread = differenceOf(clerk, usualClerkSpread)
  }

  const ofToday = pace.means.at(-1) ?? 0
  const first = all.findIndex(({ day }) => day === past.length)
  const now = paceNow(
    first < 0
      ? []
      : all.slice(first).map(({ atMs }, i) => ({ atMs, off: (left[first + i] as number) + ofToday })),
    { spread, daySpread },
  )
  const lately = [...left.slice(-mostPooled)]
  const poolOf = (mean: number, own: readonly number[]): Float64Array => {
    const borrowed = lately.slice(0, Math.max(0, fullPool - own.length))
    const chances = own.length + borrowed.length > 0 ? [...own, ...borrowed] : usualChances(spread)
    return Float64Array.from(chances, (each) => Math.exp(grand + mean + each)).sort()
  }
  const services: Model['services'] = {}
  for (const [i, id] of service.ids.entries()) {
    const own: number[] = []
    for (let k = left.length - 1; k >= 0 && own.length < mostPooled; k--)
      if (service.member[k] === i) own.push(left[k] as number)
    const mean = service.means[i] as number
    services[id] = { mean, error: service.errors[i] as number, pool: poolOf(mean, own) }
  }

  const missedMs = days.flatMap((day) => day.missedMs)
  const walksMs = days.flatMap((day) => day.walksMs)
  const waitedMs = days.reduce((sum, day) => sum + day.waitedMs, 0)
  return {
    n: all.length,
    services,
    other: { mean: 0, error: usualServiceSpread, pool: poolOf(0, []) },
    clerks: Object.fromEntries(
      clerk.ids.map((id, i) => [id, { mean: clerk.means[i] as number, error: clerk.errors[i] as number }]),
    ),
    anyClerk: { mean: 0, error: clerkSpread },
    pace: now,
    wanderPerHour: paceWandersPerHour,
    noShow: {
      missed: missedMs.length,
      answered: all.length,
      pool: poolIn(missedMs, [60_000, 65_000, 75_000]),
      walks: Float64Array.from(walksMs.length >= fewestWalks ? walksMs.slice(-mostPooled) : []).sort(),
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

/** Today's pace after its newest services, the newest telling most (a Kalman filter of one number). */
function paceNow(
  today: readonly { atMs: number; off: number }[],
  { spread, daySpread }: { spread: number; daySpread: number },
): Factor {
  let [mean, variance, sinceMs] = [0, daySpread ** 2, today[0]?.atMs ?? 0]
  for (const { atMs, off } of today) {
    variance += (paceWandersPerHour ** 2 * Math.max(0, atMs - sinceMs)) / hourMs
    sinceMs = atMs
    const gain = variance / (variance + spread ** 2)
    mean += gain * (off - mean)
    variance *= 1 - gain
  }
  return { mean, error: Math.sqrt(variance) }
}

const meanOf = (values: readonly number[] | Float64Array): number | undefined =>
  values.length === 0 ? undefined : sumOf(values) / values.length

const poolIn = (values: readonly number[], usual: readonly number[]): Float64Array =>
  Float64Array.from(values.length >= 5 ? values.slice(-mostPooled) : [...values, ...usual]).sort()

/** Quantiles of the normal distribution, for a hall that has served nobody yet. */
const usualChances = (spread: number): number[] =>
  [-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64].map((each) => each * spread)

function sumOf(values: readonly number[] | Float64Array): number {
  let sum = 0
  for (const each of values) sum += each
  return sum
}

import type { Range } from '@jiaohao/core/estimate/waits.ts'

/** One estimate beside what happened. */
export interface Judged {
  range: Range
  naiveMs: number
  waitMs: number
}

/** How many points a coverage may be off what it claims, and how much better than naive the error must be. */
const mostPointsOff = 3
const leastBetter = 0.3

/** Waits of one day hang together, so what counts is how many days there are: the standard error is that of days. */
export function scoreOf(name: string, days: readonly (readonly Judged[])[]) {
  const all = days.flat()
  const covered = (holds: (each: Judged) => boolean) => share(all, holds) * 100
  const error = (holds: (each: Judged) => boolean) => {
    const mean = share(all, holds)
    const off = days.map((day) => day.filter(holds).length - mean * day.length)
    return (Math.sqrt(off.reduce((sum, each) => sum + each ** 2, 0)) / all.length) * 100
  }
  const withinP50 = ({ waitMs, range }: Judged) => waitMs <= range.p50Ms
  const withinP90 = ({ waitMs, range }: Judged) => waitMs <= range.p90Ms
  const within80 = ({ waitMs, range }: Judged) => range.p10Ms <= waitMs && waitMs <= range.p90Ms
  const [p50, p90, p80] = [covered(withinP50), covered(withinP90), covered(within80)]
  const meanErrorMs = meanOf(all.map(({ waitMs, range }) => Math.abs(waitMs - range.p50Ms)))
  const naiveErrorMs = meanOf(all.map(({ waitMs, naiveMs }) => Math.abs(waitMs - naiveMs)))
  const better = 1 - meanErrorMs / naiveErrorMs
  const near = (value: number, claim: number) => Math.abs(value - claim) <= mostPointsOff
  return {
    calibrate: name,
    n: all.length,
    days: days.length,
    withinP50: rounded(p50),
    withinP90: rounded(p90),
    within80: rounded(p80),
    standardErrors: [error(withinP50), error(withinP90), error(within80)].map(rounded),
    meanWaitMinutes: rounded(meanOf(all.map(({ waitMs }) => waitMs)) / 60_000),
    meanErrorMinutes: rounded(meanErrorMs / 60_000),
    naiveErrorMinutes: rounded(naiveErrorMs / 60_000),
    betterPercent: rounded(better * 100),
    ok: near(p50, 50) && near(p90, 90) && near(p80, 80) && better >= leastBetter,
  }
}

const share = <T>(all: readonly T[], holds: (each: T) => boolean): number =>
  all.filter(holds).length / all.length
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length
const rounded = (value: number): number => Number(value.toFixed(2))

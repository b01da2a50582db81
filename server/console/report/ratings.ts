import type { ReportLine } from '@jiaohao/core/contract/routes.ts'

/** Below this n a share says more about chance than about the hall: 样本不足 (E12). */
export const fewest = 5

/** A share of n in percent with one decimal, or why there is none. */
export type Share =
  | { is: 'share'; percent: number; n: number }
  | { is: 'tooFew'; n: number }
  | { is: 'withheld'; n: number }

const share = (part: number, n: number): Share =>
  n < fewest ? { is: 'tooFew', n } : { is: 'share', percent: Math.round((part / n) * 1_000) / 10, n }

/** Participation 参评率 = rated / rateable. */
export const participation = ({ rated, rateable }: ReportLine): Share => share(rated, rateable)

/** Satisfaction 满意率 = marks of 基本满意 and better / marks told by level; withheld where the hub withholds them (E6). */
export function satisfaction({ levels, rated }: ReportLine): Share {
  if (levels === null) return { is: 'withheld', n: rated }
  const [veryGood = 0, good = 0, fair = 0] = levels
  return share(
    veryGood + good + fair,
    levels.reduce((sum, n) => sum + n, 0),
  )
}

/** For sorting: lines without a share come after all that have one. */
export const percentOf = (each: Share): number => (each.is === 'share' ? each.percent : -1)

/** Abandonment 弃号率 = given back or expired without ever being called / issued. */
export const abandonment = ({ abandoned, issued }: ReportLine): Share => share(abandoned, issued)

/** No-shows 过号率 = missed / called. */
export const noShow = ({ missed, called }: ReportLine): Share => share(missed, called)

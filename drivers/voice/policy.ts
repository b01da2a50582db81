import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import type { Announced } from '@jiaohao/core/text/announcement.ts'
import { languages as allLanguages, type Language, usualLanguage } from '@jiaohao/core/text/language.ts'
import type { SayOne } from '@jiaohao/core/text/spelled.ts'

/** How one zone of a hall speaks; every number is the hall's to change. */
export interface Policy {
  /** Languages of every announcement, in the order said. */
  languages: readonly [Language, ...Language[]]
  one: SayOne
  /** A call that could not be said for this long is no longer said: the citizen has read the board. */
  expiresMs: number
  /** With more calls waiting than this, sentences are said once instead of twice. */
  twiceUpTo: number
  /** The oldest waiting call gives way beyond this many. */
  waitingLimit: number
  /** Nothing that lasts longer goes out: said once, then without its service, then not at all. */
  sentenceLimitMs: number
  /** From these times of the hall's day on: 0 = quiet hours, 1 = full. */
  loudness: readonly { from: string; gain: number }[]
  timeZone: string
}

/** What a Chinese hall expects when it has set nothing. */
export const usualPolicy: Policy = {
  languages: [usualLanguage],
  one: '一',
  expiresMs: 90_000,
  twiceUpTo: 3,
  waitingLimit: 50,
  sentenceLimitMs: 30_000,
  loudness: [],
  timeZone: 'Asia/Shanghai',
}

/** How a speaker's zone speaks as it was set up; what cannot be set is usual. */
export function policyOf(
  { languages, one, loudness }: Pick<DeviceOf<'speaker'>, 'languages' | 'one' | 'loudness'>,
  timeZone: string,
): Policy {
  return { ...usualPolicy, languages, one, loudness, timeZone }
}

/** The languages of one announcement: the zone's, or those an order to everybody is given in. */
export function languagesOf(
  { order }: Announced,
  { languages }: Pick<Policy, 'languages'>,
): readonly Language[] {
  return order ? allLanguages.filter((language) => order[language] !== '') : languages
}

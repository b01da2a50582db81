import * as z from 'zod'
import { id } from '../queue/plain-text.ts'
import { languages, usualLanguage } from '../text/language.ts'
import { mostSteps, stepFrom, stepsTwice } from './day-steps.ts'

/** From this time of the hall's day on, announcements are this loud: 0 = quiet hours, 1 = full. */
const LoudnessStep = z.strictObject({
  from: stepFrom,
  gain: z.number().min(0).max(1),
})

/** How a loudspeaker of a zone speaks. Every field has a default, so that a set-up from before it is read. */
export const speakerFields = {
  zoneId: z.union([id, z.literal('')]).default(''),
  voice: z.string().max(60).default(''),
  /** What listens behind a `serial:` or `tcp:` address. */
  board: z.enum(['syn6288']).default('syn6288'),
  /** Every announcement is said in each of them, in this order. */
  languages: z.tuple([z.enum(languages)], z.enum(languages)).default([usualLanguage]),
  /** How the digit 1 of a number is said in Chinese. */
  one: z.enum(['一', '幺']).default('一'),
  /** None: always full. Before the day's first step yesterday's last one still holds. */
  loudness: z.array(LoudnessStep).max(mostSteps).default([]),
}

const SpeakerFields = z.object(speakerFields)
type SpeakerFields = z.infer<typeof SpeakerFields>

/** What no set-up of a speaker may be saved with; older set-ups that have it are still read. */
export type SpeakerProblem = 'notForSpeaker' | 'soundCard' | 'chineseOnly' | 'repeated'

/**
 * An ALSA device or a PulseAudio sink, by name alone. Of ALSA's parametrised devices only those that are cards:
 * `file:` and `tee:` could make a hub write files on the station.
 */
const soundCard =
  /^([A-Za-z][\w.+-]*|(default|sysdefault|front|hw|plughw|dmix|hdmi|iec958)(:[\w=.-]+(,[\w=.-]+)*)?)$/

/** The name after `player:`; undefined for the machine's default output, and for what is no player. */
export function soundCardOf(address: string): string | undefined {
  return address.startsWith('player:') ? address.slice('player:'.length) || undefined : undefined
}

export const isBoard = (address: string): boolean => /^(serial|tcp):/.test(address)

export function wrongInSpeaker({
  address,
  languages: spoken,
  loudness,
}: Pick<SpeakerFields, 'languages' | 'loudness'> & { address: string }): {
  path: string
  problem: SpeakerProblem
}[] {
  const card = soundCardOf(address)
  const isMeant = isBoard(address) || /^(player:|none:$)/.test(address)
  return [
    ...(isMeant ? [] : [{ path: 'address', problem: 'notForSpeaker' as const }]),
    ...(card === undefined || soundCard.test(card)
      ? []
      : [{ path: 'address', problem: 'soundCard' as const }]),
    ...(new Set(spoken).size === spoken.length ? [] : [{ path: 'languages', problem: 'repeated' as const }]),
    ...(isBoard(address) && !spoken.includes('zh-CN')
      ? [{ path: 'languages', problem: 'chineseOnly' as const }]
      : []),
    ...stepsTwice(loudness).map((at) => ({ path: `loudness.${at}.from`, problem: 'repeated' as const })),
  ]
}

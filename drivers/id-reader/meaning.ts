import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import type { MeaningOf } from '../transport/tap.ts'
import { decodeSam, LEAD } from './codec.ts'
import { outcomeOf, requestOf, samRequest } from './commands.ts'
import { HIDDEN } from './hide.ts'

/** What passes on a card reader's line, after `withoutPersons`; answers do not say what they answer. */
export const samMeaning: MeaningOf = (direction, bytes) =>
  direction === 'sent' ? asked(bytes) : answered(bytes)

/** Asked three times a second whether a card lies there, and whether the module lives. */
export const isSamPulse = (sent: Uint8Array): boolean => pulses.some((pulse) => same(pulse, sent))
const pulses = [samRequest('find'), samRequest('moduleId')]

const said = (means: string, detail: string | number = ''): Meaning => ({ means, detail: `${detail}` })

function asked(bytes: Uint8Array): Meaning[] {
  return decodeSam(bytes).frames.map((body) => said(named(requestOf(body) ?? 'request')))
}

function answered(bytes: Uint8Array): Meaning[] {
  const { frames, rest, discardedBytes } = decodeSam(bytes)
  if (rest.length === 0 && discardedBytes === 0)
    return frames.map((body) => said(named(outcomeOf(body) ?? 'unknownStatus')))
  const shown = bytes.findIndex((_, at) => bytes.subarray(at).every((byte) => byte === HIDDEN))
  const headBytes = shown < 0 ? bytes.length : shown
  const body = bytes.subarray(LEAD.length + 2, headBytes)
  return [
    ...(body.length >= 3 ? [said(named(outcomeOf(body) ?? 'unknownStatus'))] : []),
    said('notShown', bytes.length - headBytes),
  ]
}

/** `found` → `samFound` */
const named = (word: string) => `sam${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at])

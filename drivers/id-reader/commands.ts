import { encodeSam } from './codec.ts'

export type SamCommand = 'reset' | 'status' | 'moduleId' | 'find' | 'select' | 'read'

/** Command, parameter, and how many bytes of data a good answer carries (devices.md §4). */
export const samCommands: Record<SamCommand, { body: readonly [number, number]; answerBytes: number }> = {
  reset: { body: [0x10, 0xff], answerBytes: 0 },
  status: { body: [0x11, 0xff], answerBytes: 0 },
  moduleId: { body: [0x12, 0xff], answerBytes: 16 },
  find: { body: [0x20, 0x01], answerBytes: 4 },
  select: { body: [0x20, 0x02], answerBytes: 8 },
  read: { body: [0x30, 0x01], answerBytes: 4 + 256 + 1024 },
}

/** What the module's third status byte says; the first two are 0 (devices.md §4). */
export const statusWords = {
  done: 0x90,
  found: 0x9f,
  checksumError: 0x10,
  lengthError: 0x11,
  unknownCommand: 0x21,
  authenticationFailed: 0x31,
  wrongCard: 0x40,
  readFailed: 0x41,
  notAuthorised: 0x66,
  noCard: 0x80,
  selectFailed: 0x81,
  nothingNew: 0x91,
} as const

/** The other word for a failed authentication: of the card to the module, where 31 is of the module to the card. */
const ALSO_AUTHENTICATION_FAILED = 0x32

export type SamOutcome = keyof typeof statusWords | 'unknownStatus'

const modulesOwn: ReadonlySet<SamOutcome> = new Set([
  'checksumError',
  'lengthError',
  'unknownCommand',
  'notAuthorised',
  'unknownStatus',
] as const)

/** Whether an outcome says something of the module rather than of the card on it. */
export const isModulesOwn = (outcome: SamOutcome): boolean => modulesOwn.has(outcome)

export interface SamAnswer {
  outcome: SamOutcome
  data: Uint8Array
}

export const samRequest = (command: SamCommand): Uint8Array =>
  encodeSam(Uint8Array.from(samCommands[command].body))

/**
 * The frame as the answer to this command, or undefined when it cannot be one: answers do not say what they
 * answer, so good news counts only in its own length, or a card read late would be taken for the next citizen's.
 */
export function answerTo(command: SamCommand, body: Uint8Array): SamAnswer | undefined {
  const outcome = outcomeOf(body)
  const data = body.subarray(3)
  if (!outcome) return undefined
  if (outcome !== 'done' && outcome !== 'found') return { outcome, data }
  const good = command === 'find' ? 'found' : 'done'
  return outcome === good && data.length === samCommands[command].answerBytes ? { outcome, data } : undefined
}

const names = new Map<number, SamOutcome>([
  ...(Object.keys(statusWords) as (keyof typeof statusWords)[]).map(
    (name) => [statusWords[name], name] as const,
  ),
  [ALSO_AUTHENTICATION_FAILED, 'authenticationFailed'],
])

/** What a body says first, whatever it answers; undefined when it is too short to say anything. */
export function outcomeOf(body: Uint8Array): SamOutcome | undefined {
  const [first, second, third] = body
  if (third === undefined) return undefined
  return (first === 0 && second === 0 && names.get(third)) || 'unknownStatus'
}

/** Which command a body asks, if it is one. */
export const requestOf = (body: Uint8Array): SamCommand | undefined =>
  (Object.keys(samCommands) as SamCommand[]).find((name) =>
    samCommands[name].body.every((byte, at) => byte === body[at]),
  )

/** Two lengths, high byte first: 256 of text, 1024 of photo. */
const READ_HEADER = [0x01, 0x00, 0x04, 0x00]

/** The text of a good answer to `read`, in place; the photo behind it is nobody's business. */
export function cardTextIn({ data }: SamAnswer): Uint8Array {
  const header = READ_HEADER.every((byte, at) => data[at] === byte)
  return header ? data.subarray(READ_HEADER.length, READ_HEADER.length + 256) : new Uint8Array()
}

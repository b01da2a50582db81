import * as z from 'zod'
import { plainText } from '../queue/plain-text.ts'

/** What a key of a hardware keypad means; the printed words differ from maker to maker. */
export const keypadKeys = [
  'callNext',
  'recall',
  'requestRating',
  'pause',
  'transfer',
  'cancel',
  'giveUp',
  'hold',
  'callBack',
] as const

/** Why a field of a profile file is refused, each a key of the console's text tables. */
const profileProblems = [
  'notBytes',
  'empty',
  'noLength',
  'bodyTooLong',
  'keyTwice',
  'bytesTwice',
  'ratingTwice',
  'functionTwice',
  'unlikeRating',
  'unknownField',
  'shape',
] as const
export type ProfileProblem = (typeof profileProblems)[number]

const because = (problem: ProfileProblem) => problem

/** Bytes as makers' manuals print them: two hexadecimal digits each, a space between, `06 0F`. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^([0-9A-F]{2}( [0-9A-F]{2})*)?$/i, { error: because('notBytes') })
    .refine((text) => text.length <= most * 3 - 1, { error: because('bodyTooLong') })
const someBytes = (most: number) => bytes(most).min(1, { error: because('empty') })
const byte = z.string().regex(/^[0-9A-F]{2}$/i, { error: because('notBytes') })

/** What a frame begins with, `LL` where the number of body bytes is written: `FF 68 LL LL 68`. */
const head = z
  .string()
  .max(40)
  .min(1, { error: because('empty') })
  .regex(/^([0-9A-F]{2}|LL)( ([0-9A-F]{2}|LL))*$/i, { error: because('notBytes') })
  .refine((text) => /LL/i.test(text), { error: because('noLength') })
  .refine((text) => !/^LL/i.test(text), { error: because('empty') })

/**
 * One vendor's keypads and evaluators on their shared line, as a file a technician writes from the vendor's manual.
 * Frames are head, body (address, function, data), checksum over the body, tail.
 */
export const KeypadProfileFile = z
  .strictObject({
    name: plainText(40),
    head,
    checksum: z.enum(['sum', 'xor']),
    tail: bytes(4),
    /** The longest body the line carries, address and function included. */
    maxBodyBytes: z.int().min(3).max(64),
    keyFunction: byte,
    keys: z
      .array(z.strictObject({ key: z.enum(keypadKeys), data: someBytes(16) }))
      .min(1, { error: because('empty') })
      .max(keypadKeys.length),
    ratingFunction: byte,
    ratingAcknowledgedFunction: byte,
    /** Which level (5 非常满意 … 1 非常不满意) each evaluator key is. */
    ratings: z.array(z.strictObject({ value: byte, level: z.literal([1, 2, 3, 4, 5]) })).max(5),
    digitsFunction: byte,
    digits: z.strictObject({ positions: z.int().min(3).max(16), blank: byte }),
    beepFunction: byte,
  })
  .check(({ value: profile, issues }) => {
    const refuse = (problem: ProfileProblem, ...path: (string | number)[]) =>
      issues.push({ code: 'custom', input: profile, path, message: problem })
    const { keys, ratings, maxBodyBytes } = profile
    for (const [i, { key, data }] of keys.entries()) {
      if (keys.findIndex((other) => other.key === key) !== i) refuse('keyTwice', 'keys', i, 'key')
      if (keys.findIndex((other) => same(other.data, data)) !== i) refuse('bytesTwice', 'keys', i, 'data')
      if (2 + bytesIn(data) > maxBodyBytes) refuse('bodyTooLong', 'keys', i, 'data')
    }
    for (const [i, { value }] of ratings.entries())
      if (ratings.findIndex((other) => same(other.value, value)) !== i)
        refuse('ratingTwice', 'ratings', i, 'value')
    if (2 + profile.digits.positions > maxBodyBytes) refuse('bodyTooLong', 'digits', 'positions')
    if (same(profile.ratingFunction, profile.keyFunction)) refuse('functionTwice', 'ratingFunction')
    if (same(profile.beepFunction, profile.digitsFunction)) refuse('functionTwice', 'beepFunction')
    // Any frame said back must not be heard as a rating, or an echoing line rates by itself.
    if (same(profile.ratingAcknowledgedFunction, profile.ratingFunction))
      refuse('unlikeRating', 'ratingAcknowledgedFunction')
  })
export type KeypadProfileFile = z.infer<typeof KeypadProfileFile>

/** What is wrong with a profile file: each field once, by its path in the file, and the first reason. */
export function wrongIn(file: unknown): { path: string; problem: ProfileProblem }[] {
  const { error } = KeypadProfileFile.safeParse(file)
  const found = (error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        problem: 'unknownField' as const,
      }))
    return [{ path, problem: profileProblems.find((each) => each === issue.message) ?? ('shape' as const) }]
  })
  return found.filter(({ path }, i) => found.findIndex((other) => other.path === path) === i)
}

const same = (one: string, other: string) => one.toUpperCase() === other.toUpperCase()
const bytesIn = (text: string) => (text.length + 1) / 3

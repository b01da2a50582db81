import type { KeypadProfileFile, keypadKeys } from '@jiaohao/core/contract/keypad-profile.ts'
import { ff68File } from '@jiaohao/core/contract/keypad-profiles.ts'

export type Key = (typeof keypadKeys)[number]
export type Level = 1 | 2 | 3 | 4 | 5

/** How one vendor's keypads and evaluators speak on their shared line. Plain data: another vendor is another file. */
export interface KeypadProfile {
  name: string
  /** What a frame begins with; 'length' stands where the number of body bytes is written. */
  head: readonly (number | 'length')[]
  /** The body is address, function and data; the checksum is taken over it and follows it. */
  checksum: 'sum' | 'xor'
  tail: readonly number[]
  maxBodyBytes: number
  keyFunction: number
  keys: readonly { key: Key; data: readonly number[] }[]
  ratingFunction: number
  ratingAcknowledgedFunction: number
  /** Which level an evaluator's value means (5 非常满意 … 1 非常不满意); any other value rates nothing. */
  ratings: readonly { value: number; level: Level }[]
  digitsFunction: number
  digits: { positions: number; blank: number }
  beepFunction: number
}

/** A checked profile file as the driver uses it. */
export function profileOf(file: KeypadProfileFile): KeypadProfile {
  return {
    name: file.name,
    head: file.head.split(' ').map((part) => (/^LL$/i.test(part) ? 'length' : byteOf(part))),
    checksum: file.checksum,
    tail: bytesOf(file.tail),
    maxBodyBytes: file.maxBodyBytes,
    keyFunction: byteOf(file.keyFunction),
    keys: file.keys.map(({ key, data }) => ({ key, data: bytesOf(data) })),
    ratingFunction: byteOf(file.ratingFunction),
    ratingAcknowledgedFunction: byteOf(file.ratingAcknowledgedFunction),
    ratings: file.ratings.map(({ value, level }) => ({ value: byteOf(value), level })),
    digitsFunction: byteOf(file.digitsFunction),
    digits: { positions: file.digits.positions, blank: byteOf(file.digits.blank) },
    beepFunction: byteOf(file.beepFunction),
  }
}

/** The profile built in (devices.md §2). */
export const ff68: KeypadProfile = profileOf(ff68File)

function byteOf(text: string): number {
  return Number.parseInt(text, 16)
}

function bytesOf(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(byteOf)
}

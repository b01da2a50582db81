import type { KeypadFrame } from './codec.ts'
import type { Key, KeypadProfile, Level } from './profile.ts'

/** What a person at one address pressed. */
export type Press =
  | { kind: 'key'; address: number; key: Key }
  | { kind: 'rating'; address: number; value: number; level: Level }

/** Undefined for every frame that is no press: what other devices on the line say, or a value without a level. */
export function pressOf(
  profile: KeypadProfile,
  { address, function: code, data }: KeypadFrame,
): Press | undefined {
  if (code === profile.ratingFunction && data.length === 1) {
    const known = profile.ratings.find((entry) => entry.value === data[0])
    return known && { kind: 'rating', address, ...known }
  }
  if (code !== profile.keyFunction) return undefined
  const known = profile.keys.find((entry) => sameBytes(entry.data, data))
  return known && { kind: 'key', address, key: known.key }
}

/** A key is acknowledged by its exact echo, a rating by its value under another function (devices.md §2). */
export function acknowledgement(profile: KeypadProfile, press: Press, frame: KeypadFrame): KeypadFrame {
  return press.kind === 'key' ? frame : { ...frame, function: profile.ratingAcknowledgedFunction }
}

function sameBytes(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

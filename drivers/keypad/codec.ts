import type { Decode } from '../framing.ts'
import type { KeypadProfile } from './profile.ts'

export interface KeypadFrame {
  address: number
  function: number
  data: readonly number[]
}

/** A frame's bytes; throws when the data is longer than the profile's devices take. */
export function encodeKeypad(profile: KeypadProfile, frame: KeypadFrame): Uint8Array {
  const body = [frame.address, frame.function, ...frame.data]
  if (body.length > profile.maxBodyBytes)
    throw new Error(`${profile.name} takes no ${body.length} body bytes`)
  return Uint8Array.from([
    ...profile.head.map((part) => (part === 'length' ? body.length : part)),
    ...body,
    checksum(profile, body),
    ...profile.tail,
  ])
}

/**
 * Frames are measured by their length, never by looking for the end byte: a pause key's checksum equals it. A
 * frame that is still arriving does not hide whole frames behind it, so a half frame costs no later key press.
 */
export function decodeKeypad(profile: KeypadProfile): Decode<KeypadFrame> {
  return (bytes) => {
    const frames: KeypadFrame[] = []
    let framedBytes = 0
    let arriving: number | undefined
    let at = 0
    while (at < bytes.length) {
      const found = frameAt(profile, bytes, at)
      if (found === 'unfinished') arriving ??= at
      if (found === 'unfinished' || found === 'noise') {
        at += 1
        continue
      }
      frames.push(found.frame)
      framedBytes += found.sizeBytes
      at += found.sizeBytes
      arriving = undefined
    }
    const rest = bytes.slice(arriving ?? bytes.length)
    return { frames, rest, discardedBytes: bytes.length - framedBytes - rest.length }
  }
}

function frameAt(profile: KeypadProfile, bytes: Uint8Array, at: number) {
  const { head, tail } = profile
  let length: number | undefined
  for (const [index, part] of head.entries()) {
    const byte = bytes[at + index]
    if (byte === undefined) return 'unfinished'
    if (part === 'length') length ??= byte
    if (byte !== (part === 'length' ? length : part)) return 'noise'
  }
  if (length === undefined || length < 2 || length > profile.maxBodyBytes) return 'noise'
  const sizeBytes = head.length + length + 1 + tail.length
  if (at + sizeBytes > bytes.length) return 'unfinished'
  const body = [...bytes.subarray(at + head.length, at + head.length + length)]
  const end = bytes.subarray(at + head.length + length, at + sizeBytes)
  const expected = [checksum(profile, body), ...tail]
  if (!expected.every((byte, index) => byte === end[index])) return 'noise'
  const [address = 0, code = 0, ...data] = body
  return { sizeBytes, frame: { address, function: code, data } }
}

function checksum(profile: KeypadProfile, body: readonly number[]): number {
  const sum = body.reduce((total, byte) => (profile.checksum === 'sum' ? total + byte : total ^ byte), 0)
  return sum & 0xff
}

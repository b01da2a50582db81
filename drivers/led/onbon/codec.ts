import type { Decode } from '../../framing.ts'
import { crc16Arc } from './crc.ts'

/** What a BX-5K/6K card and its host say to each other: station numbers 1 (card) and 8000 hex (PC), and data. */
export interface OnbonFrame {
  to: number
  from: number
  data: Uint8Array
}

export const cardStation = 0x0001
export const hostStation = 0x8000

const LEAD = 0xa5
const END = 0x5a
const LEAD_BYTES = 8
const HEADER_BYTES = 14
const CRC_BYTES = 2
const ANY_DEVICE = 0xfe
const PROTOCOL_VERSION = 0x02
/** A host's frame carries one text of a strip; a longer one is noise that lost its end byte. */
const MAX_STUFFED_BYTES = 4096

/** Lead, header, data and CRC, with the bytes that would look like a lead or an end replaced (devices.md §3). */
export function encodeOnbon({ to, from, data }: OnbonFrame): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt16LE(to, 0)
  header.writeUInt16LE(from, 2)
  header.writeUInt8(ANY_DEVICE, 10)
  header.writeUInt8(PROTOCOL_VERSION, 11)
  header.writeUInt16LE(data.length, 12)
  const content = Buffer.concat([header, data])
  const crc = crc16Arc(content)
  const stuffed = [...content, crc & 0xff, crc >>> 8].flatMap(stuff)
  return Uint8Array.from([...Array(LEAD_BYTES).fill(LEAD), ...stuffed, END])
}

/**
 * One lead byte is enough, and a lead byte inside a frame begins a new one: stuffing leaves none in the
 * content, so a torn frame never takes the next one with it.
 */
export const decodeOnbon: Decode<OnbonFrame> = (bytes) => {
  const frames: OnbonFrame[] = []
  let framedBytes = 0
  let leadAt: number | undefined
  let contentAt = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === LEAD) {
      if (leadAt === undefined || contentAt < at) leadAt = at
      contentAt = at + 1
    } else if (leadAt !== undefined && byte === END) {
      const frame = frameOf(bytes.subarray(contentAt, at))
      if (frame) {
        frames.push(frame)
        framedBytes += at + 1 - leadAt
      }
      leadAt = undefined
    } else if (leadAt !== undefined && at - contentAt >= MAX_STUFFED_BYTES) {
      leadAt = undefined
    }
  }
  const rest = bytes.slice(leadAt === undefined ? bytes.length : Math.max(leadAt, contentAt - LEAD_BYTES))
  return { frames, rest, discardedBytes: bytes.length - framedBytes - rest.length }
}

function frameOf(stuffed: Uint8Array): OnbonFrame | undefined {
  const content = unstuff(stuffed)
  if (!content || content.length < HEADER_BYTES + CRC_BYTES) return undefined
  const checked = content.subarray(0, -CRC_BYTES)
  if (crc16Arc(checked) !== content.readUInt16LE(checked.length)) return undefined
  const data = Uint8Array.from(checked.subarray(HEADER_BYTES))
  if (data.length !== content.readUInt16LE(12)) return undefined
  return { to: content.readUInt16LE(0), from: content.readUInt16LE(2), data }
}

function stuff(byte: number): number[] {
  switch (byte) {
    case 0xa5:
      return [0xa6, 0x02]
    case 0xa6:
      return [0xa6, 0x01]
    case 0x5a:
      return [0x5b, 0x02]
    case 0x5b:
      return [0x5b, 0x01]
    default:
      return [byte]
  }
}

function unstuff(stuffed: Uint8Array): Buffer | undefined {
  const content: number[] = []
  for (let at = 0; at < stuffed.length; at += 1) {
    const byte = stuffed[at] ?? 0
    if (byte !== 0xa6 && byte !== 0x5b) {
      content.push(byte)
      continue
    }
    at += 1
    const mark = stuffed[at]
    if (mark !== 0x01 && mark !== 0x02) return undefined
    content.push(mark === 0x01 ? byte : byte - 1)
  }
  return Buffer.from(content)
}

import type { Decode } from '../../framing.ts'

/**
 * What a C-Power card and its host say to each other. In a question `flag` 1 asks for an answer; in an answer it
 * is the return value, 0 for done. Cards before version 3.3 answer with the type of a question.
 */
export interface CpowerFrame {
  type: 'ask' | 'answer'
  /** The card's number, 1 to 254; 255 is for all. */
  card: number
  command: number
  flag: number
  body: Uint8Array
}

const START = 0xa5
const END = 0xae
const ESCAPE = 0xaa
const CARD_KIND = 0x32
const types = { ask: 0x68, answer: 0xe8 } as const
const HEADER_BYTES = 5
const SUM_BYTES = 2
/** A command of a strip carries one text; a longer frame is noise that lost its end byte. */
const MAX_STUFFED_BYTES = 4096

/** `A5 · stuffed(type 32 card command flag body sum) · AE` (devices.md §3; maker's manual §2.1). */
export function encodeCpower({ type, card, command, flag, body }: CpowerFrame): Uint8Array {
  const content = [types[type], CARD_KIND, card, command, flag, ...body]
  const sum = sum16(content)
  return Uint8Array.from([START, ...[...content, sum & 0xff, sum >>> 8].flatMap(stuff), END])
}

/** Stuffing leaves no start byte inside a frame, so a torn frame never takes the next one with it. */
export const decodeCpower: Decode<CpowerFrame> = (bytes) => {
  const frames: CpowerFrame[] = []
  let framedBytes = 0
  let startAt: number | undefined
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === START) {
      startAt = at
    } else if (startAt !== undefined && bytes[at] === END) {
      const frame = frameOf(bytes.subarray(startAt + 1, at))
      if (frame) {
        frames.push(frame)
        framedBytes += at + 1 - startAt
      }
      startAt = undefined
    } else if (startAt !== undefined && at - startAt >= MAX_STUFFED_BYTES) {
      startAt = undefined
    }
  }
  const rest = bytes.slice(startAt ?? bytes.length)
  return { frames, rest, discardedBytes: bytes.length - framedBytes - rest.length }
}

function frameOf(stuffed: Uint8Array): CpowerFrame | undefined {
  const content = unstuff(stuffed)
  if (!content || content.length < HEADER_BYTES + SUM_BYTES) return undefined
  const checked = content.subarray(0, -SUM_BYTES)
  if (sum16(checked) !== content.readUInt16LE(checked.length)) return undefined
  const [typeByte, kind, card = 0, command = 0, flag = 0] = checked
  if (kind !== CARD_KIND || (typeByte !== types.ask && typeByte !== types.answer)) return undefined
  const type = typeByte === types.ask ? 'ask' : 'answer'
  return { type, card, command, flag, body: Uint8Array.from(checked.subarray(HEADER_BYTES)) }
}

/** The sum of all bytes before stuffing, from the type on. */
const sum16 = (bytes: Iterable<number>) => {
  let sum = 0
  for (const byte of bytes) sum = (sum + byte) & 0xffff
  return sum
}

const stuff = (byte: number) =>
  byte === START || byte === END || byte === ESCAPE ? [ESCAPE, byte & 0x0f] : [byte]

function unstuff(stuffed: Uint8Array): Buffer | undefined {
  const content: number[] = []
  for (let at = 0; at < stuffed.length; at += 1) {
    const byte = stuffed[at] ?? 0
    if (byte !== ESCAPE) {
      content.push(byte)
      continue
    }
    at += 1
    const low = stuffed[at]
    if (low !== 0x05 && low !== 0x0e && low !== 0x0a) return undefined
    content.push(0xa0 | low)
  }
  return Buffer.from(content)
}

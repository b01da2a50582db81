import type { Decode } from '../../framing.ts'

/**
 * What a C-Power card and its host say to each other. In a question `flag` 1 asks for an answer; in an answer it
 * is the return value, 0 for done. Cards before version 3.3 answer with the type of a question.
 */
export interface CpowerFrame {
  /** A serial line (or a serial server), or the card's own network port. */
  line: 'serial' | 'network'
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
const types: Record<CpowerFrame['type'], number> = { ask: 0x68, answer: 0xe8 }
const HEADER_BYTES = 5
const SUM_BYTES = 2
/** [unverified] The id code every card has until somebody sets another. */
const ANY_ID = [0xff, 0xff, 0xff, 0xff]
const NETWORK_HEADER_BYTES = 8
/** A command of a strip carries one text; a longer frame is noise that lost its end byte. */
const MAX_FRAME_BYTES = 4096

/**
 * On a serial line `A5 · stuffed(type 32 card command flag body sum) · AE` (devices.md §3; maker's manual §2.1); on
 * a card's own network port the same without stuffing behind `FF FF FF FF · length u16 · 0 0` (manual §2.2).
 */
export function encodeCpower({ line, type, card, command, flag, body }: CpowerFrame): Uint8Array {
  const content = [types[type], CARD_KIND, card, command, flag, ...body]
  const sum = sum16(content)
  const whole = [...content, sum & 0xff, sum >>> 8]
  if (line === 'serial') return Uint8Array.from([START, ...whole.flatMap(stuff), END])
  return Uint8Array.from([...ANY_ID, whole.length & 0xff, whole.length >>> 8, 0, 0, ...whole])
}

/** Both kinds of line at once: the bytes say which it is. On any failure one byte is dropped. */
export const decodeCpower: Decode<CpowerFrame> = (bytes) => {
  const frames: CpowerFrame[] = []
  let discardedBytes = 0
  let at = 0
  while (at < bytes.length) {
    const found = read(bytes.subarray(at))
    if (found === 'unfinished') break
    if (found === 'noise') {
      at += 1
      discardedBytes += 1
    } else {
      frames.push(found.frame)
      at += found.length
    }
  }
  return { frames, rest: Uint8Array.from(bytes.subarray(at)), discardedBytes }
}

type Found = { frame: CpowerFrame; length: number } | 'noise' | 'unfinished'

function read(bytes: Uint8Array): Found {
  if (bytes[0] === START) return readSerial(bytes)
  return bytes[0] === ANY_ID[0] ? readNetwork(bytes) : 'noise'
}

/** Stuffing leaves no start byte inside a frame, so a torn frame never takes the next one with it. */
function readSerial(bytes: Uint8Array): Found {
  const end = bytes.findIndex((byte, at) => at > 0 && (byte === END || byte === START))
  if (end < 0) return bytes.length > MAX_FRAME_BYTES ? 'noise' : 'unfinished'
  const content = bytes[end] === END && end <= MAX_FRAME_BYTES && unstuff(bytes.subarray(1, end))
  const frame = content && frameOf(content, 'serial')
  return frame ? { frame, length: end + 1 } : 'noise'
}

function readNetwork(bytes: Uint8Array): Found {
  const head = Buffer.from(bytes.subarray(0, NETWORK_HEADER_BYTES))
  if (!ANY_ID.every((byte, at) => at >= head.length || head[at] === byte)) return 'noise'
  if (head.length < NETWORK_HEADER_BYTES) return 'unfinished'
  const length = head.readUInt16LE(4)
  const possible = length >= HEADER_BYTES + SUM_BYTES && length <= MAX_FRAME_BYTES
  if (!possible || head.readUInt16LE(6) !== 0) return 'noise'
  const content = Buffer.from(bytes.subarray(NETWORK_HEADER_BYTES, NETWORK_HEADER_BYTES + length))
  if (![types.ask, types.answer, undefined].includes(content[0]) || (content[1] ?? CARD_KIND) !== CARD_KIND)
    return 'noise'
  if (content.length < length) return 'unfinished'
  const frame = frameOf(content, 'network')
  return frame ? { frame, length: NETWORK_HEADER_BYTES + length } : 'noise'
}

function frameOf(content: Buffer, line: CpowerFrame['line']): CpowerFrame | undefined {
  if (content.length < HEADER_BYTES + SUM_BYTES) return undefined
  const checked = content.subarray(0, -SUM_BYTES)
  if (sum16(checked) !== content.readUInt16LE(checked.length)) return undefined
  const [typeByte, kind, card = 0, command = 0, flag = 0] = checked
  if (kind !== CARD_KIND || (typeByte !== types.ask && typeByte !== types.answer)) return undefined
  const type = typeByte === types.ask ? 'ask' : 'answer'
  return { line, type, card, command, flag, body: Uint8Array.from(checked.subarray(HEADER_BYTES)) }
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

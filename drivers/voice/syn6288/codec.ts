import iconv from 'iconv-lite'
import type { Decode } from '../../framing.ts'

/** What a host says to a SYN6288 board: a command and its bytes. */
export interface Syn6288Frame {
  command: number
  data: Uint8Array
}

/** The board's whole vocabulary, one byte each and no checksum (devices.md §6). */
export type Syn6288Reply = 'ready' | 'frameOk' | 'frameBad' | 'busy' | 'idle'

const HEAD = 0xfd
export const SAY = 0x01
export const STOP = 0x02
export const QUERY = 0x21
/** Text is GB2312, without background music. */
const PLAIN_GB2312 = 0x00
/** A board's frame holds two hundred bytes of text [unverified]; a longer one is noise. */
export const MAX_TEXT_BYTES = 200
const REST_OF_LENGTH = 3

export const sayFrame = (text: Uint8Array): Syn6288Frame => ({
  command: SAY,
  data: Uint8Array.of(PLAIN_GB2312, ...text),
})
export const stopFrame: Syn6288Frame = { command: STOP, data: new Uint8Array() }
export const queryFrame: Syn6288Frame = { command: QUERY, data: new Uint8Array() }

/** `FD | length u16 BE | command | data | xor`; the length counts command, data and xor, the xor all before it. */
export function encodeSyn6288({ command, data }: Syn6288Frame): Uint8Array {
  const length = data.length + 2
  const checked = [HEAD, length >>> 8, length & 0xff, command, ...data]
  return Uint8Array.from([...checked, xorOf(checked)])
}

/** The host's frames, as a board reads them. One that is still arriving hides no whole frame behind it. */
export const decodeSyn6288: Decode<Syn6288Frame> = (bytes) => {
  const frames: Syn6288Frame[] = []
  let framedBytes = 0
  let arriving: number | undefined
  let at = 0
  while (at < bytes.length) {
    const found = frameAt(bytes, at)
    if (typeof found === 'string') {
      if (found === 'unfinished') arriving ??= at
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

function frameAt(bytes: Uint8Array, at: number) {
  const [head, high, low, command = 0] = bytes.subarray(at, at + 4)
  if (head !== HEAD || (high !== undefined && high !== 0)) return 'noise'
  if (low === undefined) return 'unfinished'
  if (low < 2 || low > MAX_TEXT_BYTES + REST_OF_LENGTH) return 'noise'
  const sizeBytes = 3 + low
  if (at + sizeBytes > bytes.length) return 'unfinished'
  const checked = bytes.subarray(at, at + sizeBytes - 1)
  if (xorOf(checked) !== bytes[at + sizeBytes - 1]) return 'noise'
  return { sizeBytes, frame: { command, data: Uint8Array.from(checked.subarray(4)) } }
}

const replies: ReadonlyMap<number, Syn6288Reply> = new Map([
  [0x4a, 'ready'],
  [0x41, 'frameOk'],
  [0x45, 'frameBad'],
  [0x4e, 'busy'],
  [0x4f, 'idle'],
])

export const replyByte = (reply: Syn6288Reply): number =>
  [...replies].find(([, known]) => known === reply)?.[0] ?? 0

export const decodeReplies: Decode<Syn6288Reply> = (bytes) => {
  const frames = [...bytes].flatMap((byte) => replies.get(byte) ?? [])
  return { frames, rest: new Uint8Array(), discardedBytes: bytes.length - frames.length }
}

/** What the board's dictionary lacks is left unsaid; brackets would be its text commands (`[v5]`). */
export function encodeText(text: string): Uint8Array {
  return Uint8Array.from(
    [...text.replaceAll(/[[\]]/g, '')].flatMap((character) => {
      const bytes = [...iconv.encode(character, 'gb2312')]
      return iconv.decode(Buffer.from(bytes), 'gb2312') === character ? bytes : []
    }),
  )
}

const xorOf = (bytes: Iterable<number>) => [...bytes].reduce((sum, byte) => sum ^ byte, 0)

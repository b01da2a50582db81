import type { Decode } from '../../framing.ts'

/** What a Huidu HD card and its host say to each other; a document longer than a packet travels in several. */
export type HuiduFrame =
  | { says: 'versionAsk' | 'version'; version: number }
  | { says: 'order' | 'answer'; xml: string }
  | { says: 'error'; code: number }
  | { says: 'heartbeat' | 'heartbeatAnswer' }

/** Command numbers (devices.md §3). */
const commands = {
  heartbeat: 0x005f,
  heartbeatAnswer: 0x0060,
  error: 0x2000,
  versionAsk: 0x2001,
  version: 0x2002,
  order: 0x2003,
  answer: 0x2004,
} as const
const HEADER_BYTES = 4
const VERSION_BYTES = 8
const ERROR_BYTES = 6
const XML_HEADER_BYTES = 12
/** The maker's own limit; with the header a packet stays under 9 KiB. */
const XML_PER_PACKET_BYTES = 9200
/** Beyond what a card's answers need, and within what a link keeps. */
const XML_LIMIT_BYTES = 49_152

/** `length u16 (of all) · command u16 · body`, little endian; `total` and `offset` of a document count bytes. */
export function encodeHuidu(frame: HuiduFrame): Uint8Array {
  const command = commands[frame.says]
  switch (frame.says) {
    case 'heartbeat':
    case 'heartbeatAnswer':
      return packet(command, [])
    case 'versionAsk':
    case 'version':
      return packet(command, u32(frame.version))
    case 'error':
      return packet(command, u16(frame.code))
    case 'order':
    case 'answer': {
      const xml = Buffer.from(frame.xml)
      const packets: Uint8Array[] = []
      for (let offset = 0; offset < xml.length; offset += XML_PER_PACKET_BYTES) {
        const part = xml.subarray(offset, offset + XML_PER_PACKET_BYTES)
        packets.push(packet(command, [...u32(xml.length), ...u32(offset), ...part]))
      }
      return Uint8Array.from(Buffer.concat(packets))
    }
  }
}

/**
 * There is no checksum, so a header must be one the protocol has and a document must be text: every header has
 * zero bytes, which text has not, so a torn packet never takes the next one with it.
 */
export const decodeHuidu: Decode<HuiduFrame> = (bytes) => {
  const all = Buffer.from(bytes)
  const frames: HuiduFrame[] = []
  let discardedBytes = 0
  let at = 0
  while (at < all.length) {
    const found = read(all.subarray(at))
    if (found === 'unfinished') break
    if (found === 'noise') {
      at += 1
      discardedBytes += 1
    } else {
      frames.push(found.frame)
      at += found.length
    }
  }
  return { frames, rest: Uint8Array.from(all.subarray(at)), discardedBytes }
}

type Found = { frame: HuiduFrame; length: number } | 'noise' | 'unfinished'

function read(bytes: Buffer): Found {
  if (bytes.length < HEADER_BYTES) return 'unfinished'
  const length = bytes.readUInt16LE(0)
  const command = bytes.readUInt16LE(2)
  switch (command) {
    case commands.heartbeat:
    case commands.heartbeatAnswer: {
      const says = command === commands.heartbeat ? 'heartbeat' : 'heartbeatAnswer'
      return length === HEADER_BYTES ? { frame: { says }, length } : 'noise'
    }
    case commands.versionAsk:
    case commands.version: {
      if (length !== VERSION_BYTES) return 'noise'
      if (bytes.length < length) return 'unfinished'
      const says = command === commands.version ? 'version' : 'versionAsk'
      return { frame: { says, version: bytes.readUInt32LE(4) }, length }
    }
    case commands.error: {
      if (length !== ERROR_BYTES) return 'noise'
      if (bytes.length < length) return 'unfinished'
      return { frame: { says: 'error', code: bytes.readUInt16LE(4) }, length }
    }
    case commands.order:
    case commands.answer:
      return readXml(bytes, command)
    default:
      return 'noise'
  }
}

/** All packets of one document, which follow each other without a gap. */
function readXml(bytes: Buffer, command: number): Found {
  const parts: Buffer[] = []
  let got = 0
  let at = 0
  let total = 1
  while (got < total) {
    const next = bytes.subarray(at)
    if (next.length < XML_HEADER_BYTES) return 'unfinished'
    const length = next.readUInt16LE(0)
    const part = next.subarray(XML_HEADER_BYTES, Math.max(length, XML_HEADER_BYTES))
    if (got === 0) total = next.readUInt32LE(4)
    const fits = next.readUInt32LE(4) === total && total > 0 && total <= XML_LIMIT_BYTES
    const inPlace = next.readUInt32LE(8) === got && got + length - XML_HEADER_BYTES <= total
    const ours = next.readUInt16LE(2) === command && length > XML_HEADER_BYTES && part.every(isText)
    if (!fits || !inPlace || !ours) return 'noise'
    if (next.length < length) return 'unfinished'
    parts.push(part)
    got += part.length
    at += length
  }
  const xml = Buffer.concat(parts).toString('utf8')
  return { frame: { says: command === commands.order ? 'order' : 'answer', xml }, length: at }
}

/** XML 1.0 knows no control characters but tab, line feed and carriage return. */
const isText = (byte: number) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d

const packet = (command: number, body: readonly number[]) =>
  Uint8Array.from([...u16(HEADER_BYTES + body.length), ...u16(command), ...body])
const u16 = (value: number) => [value & 0xff, (value >>> 8) & 0xff]
const u32 = (value: number) => [...u16(value), ...u16(value >>> 16)]

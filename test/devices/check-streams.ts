import { isDeepStrictEqual } from 'node:util'
import { type Dice, dice } from '../faults/dice.ts'
import type { CheckLine, Protocol } from './check-protocol.ts'
import { listen } from './listen.ts'

/** A stretch of a stream: a whole good frame, or bytes that are none. */
type Stretch<Frame> = { bytes: Uint8Array; good: Frame } | { bytes: Uint8Array }

const kinds = ['split', 'glued', 'corrupted', 'noise'] as const
type Kind = (typeof kinds)[number]

/** Throws a decoder streams of good frames, cut anywhere, glued, damaged and among noise; `rounds` in all. */
export function checkStreams<Frame>(protocol: Protocol<Frame>, seed: number, rounds: number): CheckLine {
  const chance = dice(seed)
  const count = {
    frames: 0,
    found: 0,
    discardedBytes: 0,
    exceptions: 0,
    falseFrames: 0,
    missed: 0,
    overlapped: 0,
  }
  const tried: Record<Kind, number> = { split: 0, glued: 0, corrupted: 0, noise: 0 }
  let first: string | undefined
  const wrong = (what: 'exceptions' | 'falseFrames' | 'missed', stream: Uint8Array) => {
    count[what] += 1
    first ??= `${what}: ${Buffer.from(stream).toString('hex')}`
  }

  for (let round = 0; round < rounds; round += 1) {
    const kind = kinds[round % kinds.length] ?? 'noise'
    tried[kind] += 1
    const stretches = streamOf(protocol, kind, chance)
    const stream = Buffer.concat(stretches.map(({ bytes }) => bytes))
    const pieces = kind === 'glued' ? [stream] : cut(stream, chance)
    try {
      const { frames, discardedBytes } = listen(protocol.decode, pieces)
      count.found += frames.length
      count.discardedBytes += discardedBytes
      if (protocol.checksum === 'checked') {
        for (const frame of frames) if (!stands(protocol, frame, stream)) wrong('falseFrames', stream)
      }
      const goods = stretches.flatMap((stretch) => ('good' in stretch ? [stretch.good] : []))
      count.frames += goods.length
      const clean = kind === 'split' || kind === 'glued'
      if (clean ? isDeepStrictEqual(frames, goods) && discardedBytes === 0 : isWithin(goods, frames)) continue
      if (!clean && overlaps(protocol, stretches, stream)) count.overlapped += 1
      else wrong('missed', stream)
    } catch {
      wrong('exceptions', stream)
    }
  }
  const ok = count.exceptions + count.falseFrames + count.missed === 0
  return {
    ...{ check: 'streams', protocol: protocol.protocol, rounds, ...tried, ...count },
    ...(first !== undefined && { first }),
    ok,
  }
}

function streamOf<Frame>(protocol: Protocol<Frame>, kind: Kind, chance: Dice): Stretch<Frame>[] {
  const good = (): Stretch<Frame> => {
    const frame = protocol.anyFrame(chance)
    return { bytes: protocol.encode(frame), good: frame }
  }
  const ended = (bytes: Uint8Array): Stretch<Frame> => ({
    bytes: Uint8Array.from([...bytes, ...(protocol.noiseEndsWith ?? [])]),
  })
  const noise = () => ended(someNoise(protocol.typical, chance))
  switch (kind) {
    case 'split':
      return Array.from({ length: 1 + chance.roll(4) }, good)
    case 'glued':
      return Array.from({ length: 2 + chance.roll(5) }, good)
    case 'corrupted':
      return [good(), ended(damaged(good().bytes, chance)), good()]
    case 'noise':
      return [noise(), good(), noise(), good()]
  }
}

/** One to three bytes changed, lost or added. */
function damaged(bytes: Uint8Array, chance: Dice): Uint8Array {
  const hurt = [...bytes]
  for (let times = 1 + chance.roll(3); times > 0; times -= 1) {
    const at = chance.roll(hurt.length)
    const how = chance.roll(4)
    if (how === 0) hurt.splice(at, 1)
    else if (how === 1) hurt.splice(at, 0, chance.roll(256))
    else hurt[at] = (hurt[at] ?? 0) ^ (1 + chance.roll(255))
  }
  return Uint8Array.from(hurt)
}

function someNoise(typical: readonly number[], chance: Dice): Uint8Array {
  const byte = () => (chance.roll(2) === 0 ? chance.roll(256) : (typical[chance.roll(typical.length)] ?? 0))
  return Uint8Array.from({ length: chance.roll(61) }, byte)
}

function cut(stream: Uint8Array, chance: Dice): Uint8Array[] {
  const pieces: Uint8Array[] = []
  const longest = 1 + chance.roll(Math.max(1, stream.length))
  for (let at = 0; at < stream.length; ) {
    const size = 1 + chance.roll(longest)
    pieces.push(stream.subarray(at, at + size))
    at += size
  }
  return pieces
}

/** An accepted frame is in the stream as it would be sent, so its checksum was right. */
function stands<Frame>(
  { encode, spareLeadBytes = 0 }: Protocol<Frame>,
  frame: Frame,
  stream: Buffer,
): boolean {
  return stream.includes(Buffer.from(encode(frame)).subarray(spareLeadBytes))
}

/** All of them, in their order; others may stand between. */
function isWithin<Frame>(goods: readonly Frame[], frames: readonly Frame[]): boolean {
  let next = 0
  for (const frame of frames) if (isDeepStrictEqual(frame, goods[next])) next += 1
  return next >= goods.length
}

/**
 * Noise may by chance complete itself to a frame with the bytes of the good one behind it: on the wire that frame
 * is as real, and no decoder can give both. True when every good frame that was not found is covered by another
 * one, told by the byte at which that was given.
 */
function overlaps<Frame>(
  protocol: Protocol<Frame>,
  stretches: readonly Stretch<Frame>[],
  stream: Uint8Array,
): boolean {
  const given = listen(
    protocol.decode,
    [...stream].map((byte) => Uint8Array.of(byte)),
  )
  const others = given.frames.map((frame, at) => {
    const end = given.givenAt[at] ?? 0
    return { frame, end, start: end - (protocol.mostBytes?.(frame) ?? protocol.encode(frame).length) }
  })
  let start = 0
  return stretches.every((stretch) => {
    const from = start
    const end = from + stretch.bytes.length
    start = end
    if (!('good' in stretch)) return true
    return others.some(
      (other) =>
        (other.end >= end && isDeepStrictEqual(other.frame, stretch.good)) ||
        (other.end > from && other.end <= end) ||
        (other.end > end && other.start < end),
    )
  })
}

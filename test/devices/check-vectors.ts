import { isDeepStrictEqual } from 'node:util'
import { bytesOfHex } from '@jiaohao/drivers/vector.ts'
import type { CheckLine, Protocol } from './check-protocol.ts'

/** Every published frame, from meaning to bytes and from bytes to meaning, byte for byte. */
export function checkVectors<Frame>({ protocol, vectors, encode, decode }: Protocol<Frame>): CheckLine {
  const encodesWrongly = vectors.filter(
    ({ hex, frame }) => Buffer.compare(encode(frame), bytesOfHex(hex)) !== 0,
  )
  const decodesWrongly = vectors.filter(({ hex, frame }) => {
    const { frames, rest, discardedBytes } = decode(bytesOfHex(hex))
    return !isDeepStrictEqual(frames, [frame]) || rest.length > 0 || discardedBytes > 0
  })
  const wrong = [...new Set([...encodesWrongly, ...decodesWrongly])].map(({ name }) => name)
  return {
    check: 'vectors',
    protocol,
    vectors: vectors.length,
    encoded: vectors.length - encodesWrongly.length,
    decoded: vectors.length - decodesWrongly.length,
    ...(wrong.length > 0 && { wrong }),
    ok: wrong.length === 0,
  }
}

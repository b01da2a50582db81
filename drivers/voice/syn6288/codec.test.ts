import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfHex } from '../../vector.ts'
import { decodeReplies, decodeSyn6288, encodeSyn6288, encodeText } from './codec.ts'
import { syn6288Vectors } from './vectors.ts'

describe('published frames', () => {
  test.each(syn6288Vectors)('$name', ({ hex, frame }) => {
    expect(encodeSyn6288(frame)).toEqual(bytesOfHex(hex))
    expect(decodeSyn6288(bytesOfHex(hex))).toEqual({
      frames: [frame],
      rest: new Uint8Array(),
      discardedBytes: 0,
    })
  })
})

test('the five words of the board are known, every other byte is noise', () => {
  expect(decodeReplies(bytesOfHex('4a 41 45 4e 4f 00 ff'))).toEqual({
    frames: ['ready', 'frameOk', 'frameBad', 'busy', 'idle'],
    rest: new Uint8Array(),
    discardedBytes: 2,
  })
})

test('what the board cannot read is left out, and a bracket gives it no order', () => {
  expect(encodeText('[v0]张𠮷号')).toEqual(encodeText('v0张号'))
})

test('a damaged byte is never obeyed, and the frame behind it is', () => {
  const frames = fc.record({
    command: fc.constantFrom(1, 2, 0x21),
    data: fc.uint8Array({ maxLength: 30 }),
  })
  fc.assert(
    fc.property(frames, frames, fc.nat(), fc.integer({ min: 1, max: 255 }), (hurt, good, place, damage) => {
      const bytes = encodeSyn6288(hurt)
      const at = place % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ damage
      const { frames: found } = decodeSyn6288(Buffer.concat([bytes, encodeSyn6288(good)]))
      expect(found.at(-1)).toEqual(good)
      expect(found).toHaveLength(1)
    }),
    { seed: 7 },
  )
})

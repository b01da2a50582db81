import type { KeypadFrame } from '@jiaohao/drivers/keypad/codec.ts'
import { encodeKeypad } from '@jiaohao/drivers/keypad/codec.ts'
import { ff68 } from '@jiaohao/drivers/keypad/profile.ts'
import { expect, test } from 'vitest'
import type { Protocol } from './check-protocol.ts'
import { keypadProtocol } from './check-protocols.ts'
import { checkStreams } from './check-streams.ts'
import { checkVectors } from './check-vectors.ts'

const rounds = 2000
const streams = (broken: Partial<Protocol<KeypadFrame>>) =>
  checkStreams({ ...keypadProtocol, ...broken }, 1, rounds)

test('a sound decoder passes, and the same seed gives the same figures', () => {
  expect(streams({})).toMatchObject({ exceptions: 0, falseFrames: 0, missed: 0, ok: true })
  expect(streams({})).toEqual(streams({}))
})

test('a decoder that believes a wrong checksum is found out', () => {
  const decode = (bytes: Uint8Array) => {
    const mended = Uint8Array.from(bytes)
    for (let at = 0; at + 10 <= mended.length; at += 1) {
      const isKey =
        mended[at] === 0xff && mended[at + 1] === 0x68 && mended[at + 2] === 3 && mended[at + 3] === 3
      const frame = {
        address: mended[at + 5] ?? 0,
        function: mended[at + 6] ?? 0,
        data: [mended[at + 7] ?? 0],
      }
      if (isKey) mended.set(encodeKeypad(ff68, frame), at)
    }
    return keypadProtocol.decode(mended)
  }
  const line = streams({ decode })
  expect(line.falseFrames).toBeGreaterThan(0)
  expect(line.ok).toBe(false)
})

test('a decoder that waits behind every half frame is found out', () => {
  const decode: Protocol<KeypadFrame>['decode'] = (bytes) => {
    const lost = bytes.length > 40 ? bytes.subarray(0, 15) : new Uint8Array()
    const heard = keypadProtocol.decode(bytes.subarray(lost.length))
    return { ...heard, discardedBytes: heard.discardedBytes + lost.length }
  }
  expect(streams({ decode })).toMatchObject({ ok: false })
  expect(streams({ decode }).missed).toBeGreaterThan(0)
})

test('a decoder that throws is found out', () => {
  const decode: Protocol<KeypadFrame>['decode'] = (bytes) => {
    if (bytes.includes(0x17)) throw new Error('no such byte')
    return keypadProtocol.decode(bytes)
  }
  expect(streams({ decode }).exceptions).toBeGreaterThan(0)
})

test('a frame that is encoded otherwise than published is named', () => {
  const encode = (frame: KeypadFrame) => encodeKeypad({ ...ff68, tail: [0x17] }, frame)
  const line = checkVectors({ ...keypadProtocol, encode })
  expect(line).toMatchObject({ encoded: 0, decoded: 8, ok: false })
  expect(line.wrong).toContain('call next')
})

import { decodeKeypad, encodeKeypad, type KeypadFrame } from '@jiaohao/drivers/keypad/codec.ts'
import { ff68 } from '@jiaohao/drivers/keypad/profile.ts'
import { ff68Vectors } from '@jiaohao/drivers/keypad/vectors.ts'
import { type CpowerFrame, decodeCpower, encodeCpower } from '@jiaohao/drivers/led/cpower/codec.ts'
import { cpowerVectors } from '@jiaohao/drivers/led/cpower/vectors.ts'
import { decodeHuidu, encodeHuidu, type HuiduFrame } from '@jiaohao/drivers/led/huidu/codec.ts'
import { huiduVectors } from '@jiaohao/drivers/led/huidu/vectors.ts'
import { decodeOnbon, encodeOnbon, type OnbonFrame } from '@jiaohao/drivers/led/onbon/codec.ts'
import { onbonVectors } from '@jiaohao/drivers/led/onbon/vectors.ts'
import {
  decodeSyn6288,
  encodeSyn6288,
  type Syn6288Frame,
  sayFrame,
} from '@jiaohao/drivers/voice/syn6288/codec.ts'
import { syn6288Vectors } from '@jiaohao/drivers/voice/syn6288/vectors.ts'
import type { Dice } from '../faults/dice.ts'
import type { Protocol } from './check-protocol.ts'

const someBytes = (chance: Dice, most: number, typical: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: chance.roll(most + 1) }, () =>
    chance.roll(3) === 0 ? (typical[chance.roll(typical.length)] ?? 0) : chance.roll(256),
  )

const keypadBytes = [0xff, 0x68, 0x02, 0x03, 0x05, 0x08, 0x16]
export const keypadProtocol: Protocol<KeypadFrame> = {
  protocol: 'FF 68',
  vectors: ff68Vectors,
  encode: (frame) => encodeKeypad(ff68, frame),
  decode: decodeKeypad(ff68),
  anyFrame: (chance) => ({
    address: chance.roll(256),
    function: chance.roll(256),
    data: [...someBytes(chance, 6, keypadBytes)],
  }),
  typical: keypadBytes,
  checksum: 'checked',
}

const onbonBytes = [0xa5, 0xa6, 0x5a, 0x5b, 0x01, 0x02]
export const onbonProtocol: Protocol<OnbonFrame> = {
  protocol: 'Onbon BX-5K/6K',
  vectors: onbonVectors,
  encode: encodeOnbon,
  decode: decodeOnbon,
  anyFrame: (chance) => ({
    to: chance.roll(0x10000),
    from: chance.roll(0x10000),
    data: someBytes(chance, 40, onbonBytes),
  }),
  typical: onbonBytes,
  checksum: 'checked',
  spareLeadBytes: 7,
}

const cpowerBytes = [0xa5, 0xae, 0xaa, 0x05, 0x0e, 0x0a, 0x68, 0x32, 0xff]
export const cpowerProtocol: Protocol<CpowerFrame> = {
  protocol: 'C-Power',
  vectors: cpowerVectors,
  encode: encodeCpower,
  decode: decodeCpower,
  anyFrame: (chance) => ({
    line: chance.roll(2) === 0 ? 'serial' : 'network',
    type: chance.roll(2) === 0 ? 'ask' : 'answer',
    card: chance.roll(256),
    command: chance.roll(256),
    flag: chance.roll(256),
    body: someBytes(chance, 40, cpowerBytes),
  }),
  typical: cpowerBytes,
  checksum: 'checked',
}

const huiduBytes = [0x00, 0x04, 0x08, 0x20, 0x03, 0x5f, 0x0c, 0x3c]
export const huiduProtocol: Protocol<HuiduFrame> = {
  protocol: 'Huidu HD',
  vectors: huiduVectors,
  encode: encodeHuidu,
  decode: decodeHuidu,
  anyFrame: (chance) => {
    const says = (
      ['heartbeat', 'heartbeatAnswer', 'versionAsk', 'version', 'error', 'order', 'answer'] as const
    )[chance.roll(7)]
    switch (says) {
      case 'versionAsk':
      case 'version':
        return { says, version: chance.roll(0x7fffffff) }
      case 'error':
        return { says, code: chance.roll(0x10000) }
      case 'order':
      case 'answer':
        return { says, xml: `<a>${'号A窗口 '.repeat(chance.roll(8))}</a>` }
      default:
        return { says: says ?? 'heartbeat' }
    }
  },
  typical: huiduBytes,
  checksum: 'none',
  // A version or an error may carry up to 64 bytes; only the first are known.
  mostBytes: (frame) =>
    frame.says === 'version' || frame.says === 'versionAsk' || frame.says === 'error'
      ? 64
      : encodeHuidu(frame).length,
}

const synBytes = [0xfd, 0x00, 0x02, 0x18, 0x01, 0x21]
export const syn6288Protocol: Protocol<Syn6288Frame> = {
  protocol: 'SYN6288',
  vectors: syn6288Vectors,
  encode: encodeSyn6288,
  decode: decodeSyn6288,
  // Text holds no zero byte, so no frame stands inside another.
  anyFrame: (chance) =>
    chance.roll(4) === 0
      ? { command: 2 + chance.roll(254), data: new Uint8Array() }
      : sayFrame(someBytes(chance, 60, synBytes).map((byte) => byte || 0x20)),
  typical: synBytes,
  checksum: 'checked',
}

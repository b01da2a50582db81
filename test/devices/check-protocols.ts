import { decodeSam, encodeSam } from '@jiaohao/drivers/id-reader/codec.ts'
import { samVectors } from '@jiaohao/drivers/id-reader/vectors.ts'
import { decodeKeypad, encodeKeypad, type KeypadFrame } from '@jiaohao/drivers/keypad/codec.ts'
import { ff68 } from '@jiaohao/drivers/keypad/profile.ts'
import { ff68Vectors } from '@jiaohao/drivers/keypad/vectors.ts'
import { type CpowerFrame, decodeCpower, encodeCpower } from '@jiaohao/drivers/led/cpower/codec.ts'
import { cpowerVectors } from '@jiaohao/drivers/led/cpower/vectors.ts'
import { decodeHuidu, encodeHuidu, type HuiduFrame } from '@jiaohao/drivers/led/huidu/codec.ts'
import { huiduVectors } from '@jiaohao/drivers/led/huidu/vectors.ts'
import { decodeOnbon, encodeOnbon, type OnbonFrame } from '@jiaohao/drivers/led/onbon/codec.ts'
import { onbonVectors } from '@jiaohao/drivers/led/onbon/vectors.ts'
import { decodePrinter, type PrinterFrame } from '@jiaohao/drivers/printer/status.ts'
import { escposVectors } from '@jiaohao/drivers/printer/vectors.ts'
import { decodeScans, encodeScan } from '@jiaohao/drivers/scanner/codec.ts'
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

const samBytes = [0xaa, 0xaa, 0xaa, 0x96, 0x69, 0x00, 0x04, 0x90]
export const samProtocol: Protocol<Uint8Array> = {
  protocol: 'SAM',
  vectors: samVectors,
  encode: encodeSam,
  decode: decodeSam,
  anyFrame: (chance) => Uint8Array.from([0, 0, chance.roll(256), ...someBytes(chance, 40, samBytes)]),
  typical: samBytes,
  checksum: 'checked',
}

const printerBytes = [0x10, 0x12, 0x00, 0x0c, 0x18, 0x03]
/** What a printer answers is told apart by fixed bits alone. */
export const printerProtocol: Protocol<PrinterFrame> = {
  protocol: 'ESC/POS status',
  vectors: escposVectors,
  encode: (frame) => {
    if (frame.frame === 'processed') return Uint8Array.of(0)
    return Uint8Array.from(frame.frame === 'realTime' ? [frame.byte] : frame.bytes)
  },
  decode: decodePrinter,
  anyFrame: (chance) =>
    chance.roll(2) === 0
      ? { frame: 'realTime', byte: 0x12 | (chance.roll(256) & 0x6c) }
      : {
          frame: 'automatic',
          bytes: [0x10 | (chance.roll(256) & 0x6c), chance.roll(16), chance.roll(16), chance.roll(16)],
        },
  typical: printerBytes,
  checksum: 'none',
}

/** A scan ends at its delimiter, and so does noise: what is glued to a code in front of it is that code. */
export const scannerProtocol: Protocol<string> = {
  protocol: 'scanner',
  vectors: [{ name: 'a code and CR', hex: '41 30 30 31 0D', frame: 'A001' }],
  encode: (code) => encodeScan(code, '\r'),
  decode: (bytes) => {
    const { scans, rest, cutBytes } = decodeScans(bytes)
    const frames = scans.flatMap((scan) => (scan.scan === 'code' ? [scan.text] : []))
    const refused = scans.reduce((sum, scan) => sum + (scan.scan === 'refused' ? scan.bytes : 0), 0)
    return { frames, rest, discardedBytes: cutBytes + refused }
  },
  anyFrame: (chance) =>
    Array.from({ length: 1 + chance.roll(30) }, () => 'A7号/=é'[chance.roll(7)] ?? 'A').join(''),
  typical: [0x0d, 0x0a, 0x41, 0xe5, 0xff],
  checksum: 'none',
  noiseEndsWith: [0x0d],
}

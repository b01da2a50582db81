import type { Vector } from '../vector.ts'
import type { KeypadFrame } from './codec.ts'

/** Frames of the FF 68 bus for address 3, published with their checksums (devices.md §2). */
export const ff68Vectors: readonly Vector<KeypadFrame>[] = [
  {
    name: 'call next',
    hex: 'ff 68 03 03 68 03 01 0c 10 16',
    frame: { address: 3, function: 1, data: [0x0c] },
  },
  { name: 'recall', hex: 'ff 68 03 03 68 03 01 0d 11 16', frame: { address: 3, function: 1, data: [0x0d] } },
  {
    name: 'pause, whose checksum is the end byte',
    hex: 'ff 68 03 03 68 03 01 12 16 16',
    frame: { address: 3, function: 1, data: [0x12] },
  },
  {
    name: 'give up',
    hex: 'ff 68 04 04 68 03 01 06 0f 19 16',
    frame: { address: 3, function: 1, data: [0x06, 0x0f] },
  },
  {
    name: 'rating 0',
    hex: 'ff 68 03 03 68 03 11 00 14 16',
    frame: { address: 3, function: 0x11, data: [0] },
  },
  {
    name: 'rating 0 acknowledged',
    hex: 'ff 68 03 03 68 03 01 00 04 16',
    frame: { address: 3, function: 1, data: [0] },
  },
  {
    name: 'show ticket 001',
    hex: 'ff 68 08 08 68 03 02 0a 0a 0a 00 00 01 24 16',
    frame: { address: 3, function: 2, data: [10, 10, 10, 0, 0, 1] },
  },
  { name: 'beep', hex: 'ff 68 02 02 68 03 03 06 16', frame: { address: 3, function: 3, data: [] } },
]

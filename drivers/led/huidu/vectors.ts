import type { Vector } from '../../vector.ts'
import type { HuiduFrame } from './codec.ts'

/** The version ask is published; the others are laid out by hand after devices.md §3. */
export const huiduVectors: readonly Vector<HuiduFrame>[] = [
  {
    name: 'version ask',
    hex: '08 00 01 20 05 00 00 01',
    frame: { says: 'versionAsk', version: 0x1000005 },
  },
  { name: 'version', hex: '08 00 02 20 05 00 00 01', frame: { says: 'version', version: 0x1000005 } },
  { name: 'heartbeat', hex: '04 00 5F 00', frame: { says: 'heartbeat' } },
  { name: 'heartbeat answer', hex: '04 00 60 00', frame: { says: 'heartbeatAnswer' } },
  { name: 'error', hex: '06 00 00 20 2B 00', frame: { says: 'error', code: 43 } },
  {
    name: 'order',
    hex: '11 00 03 20 05 00 00 00 00 00 00 00 3C E5 8F B7 3E',
    frame: { says: 'order', xml: '<号>' },
  },
  {
    name: 'answer',
    hex: '10 00 04 20 04 00 00 00 00 00 00 00 3C 61 2F 3E',
    frame: { says: 'answer', xml: '<a/>' },
  },
]

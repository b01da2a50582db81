import type { Vector } from '../vector.ts'
import type { PrinterFrame } from './status.ts'

/** Answers of a printer by the fixed bits of devices.md §1, Status. */
export const escposVectors: readonly Vector<PrinterFrame>[] = [
  { name: 'all is well', hex: '12', frame: { frame: 'realTime', byte: 0x12 } },
  { name: 'near end of paper', hex: '1E', frame: { frame: 'realTime', byte: 0x1e } },
  { name: 'end of paper', hex: '72', frame: { frame: 'realTime', byte: 0x72 } },
  { name: 'report: all is well', hex: '10 00 00 00', frame: { frame: 'automatic', bytes: [0x10, 0, 0, 0] } },
  { name: 'report: cover open', hex: '38 00 00 00', frame: { frame: 'automatic', bytes: [0x38, 0, 0, 0] } },
  {
    name: 'report: end of paper',
    hex: '18 00 0F 00',
    frame: { frame: 'automatic', bytes: [0x18, 0, 0x0f, 0] },
  },
  { name: 'processed', hex: '00', frame: { frame: 'processed' } },
]

import type { QrModules } from '@jiaohao/core/text/paper-picture.ts'
import { encode } from 'uqr'

/** The modules of a QR code as a printer draws it: at the level asked, without a quiet zone. */
export const qrModules: QrModules = (data, level) =>
  encode(data, { ecc: level, boostEcc: false, border: 0 }).data

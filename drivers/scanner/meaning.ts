import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import type { MeaningOf } from '../transport/tap.ts'

const CR = 0x0d
const LF = 0x0a
const FIRST_PRINTED = 0x20
const DELETE = 0x7f
/** A printed ASCII character is remembered as `*`, a byte of any other as one that no UTF-8 holds. */
const PRINTED = 0x2a
const BEYOND_ASCII = 0xff

/**
 * A code is its bearer's secret: of each byte only its class is kept, so that a technician sees length, ends, and
 * noise of a wrong speed, and nobody what was scanned.
 */
export const withoutCode = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte) => {
    if (byte < FIRST_PRINTED || byte === DELETE) return byte
    return byte < DELETE ? PRINTED : BEYOND_ASCII
  })

/** What came from a scanner, after `withoutCode`: where codes end, and how long they are. */
export const scannerMeaning: MeaningOf = (_direction, bytes) => {
  const found: Meaning[] = []
  const piece = (lengthBytes: number, means: string) => {
    if (lengthBytes > 0) found.push({ means, detail: `${lengthBytes}` })
  }
  let from = 0
  for (const [at, byte] of bytes.entries()) {
    if (byte !== CR && byte !== LF) continue
    piece(at - from, 'code')
    from = at + 1
  }
  piece(bytes.length - from, 'codePiece')
  if (bytes.some((byte) => byte < FIRST_PRINTED && byte !== CR && byte !== LF))
    found.push({ means: 'controlBytes', detail: '' })
  return found
}

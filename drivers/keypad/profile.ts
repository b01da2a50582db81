export type Key =
  | 'callNext'
  | 'recall'
  | 'requestRating'
  | 'pause'
  | 'transfer'
  | 'cancel'
  | 'giveUp'
  | 'hold'
  | 'callBack'

/** How one vendor's keypads and evaluators speak on their shared line. Plain data: another vendor is another row. */
export interface KeypadProfile {
  name: string
  /** What a frame begins with; 'length' stands where the number of body bytes is written. */
  head: readonly (number | 'length')[]
  /** The body is address, function and data; the checksum is taken over it and follows it. */
  checksum: 'sum' | 'xor'
  tail: readonly number[]
  maxBodyBytes: number
  keyFunction: number
  keys: readonly { key: Key; data: readonly number[] }[]
  ratingFunction: number
  ratingAcknowledgedFunction: number
  digitsFunction: number
  digits: { positions: number; blank: number }
  beepFunction: number
}

/**
 * The "FF 68" bus, RS485 9600 8N1: calling keypads and four-key evaluators on one line. Its one published host
 * gives these bytes (devices.md §2); the largest frame seen carries eight body bytes.
 */
export const ff68: KeypadProfile = {
  name: 'FF 68',
  head: [0xff, 0x68, 'length', 'length', 0x68],
  checksum: 'sum',
  tail: [0x16],
  maxBodyBytes: 8,
  keyFunction: 0x01,
  keys: [
    { key: 'callNext', data: [0x0c] },
    { key: 'recall', data: [0x0d] },
    { key: 'requestRating', data: [0x0b] },
    { key: 'pause', data: [0x12] },
    { key: 'transfer', data: [0x13] },
    { key: 'cancel', data: [0x0e] },
    { key: 'giveUp', data: [0x06, 0x0f] },
    { key: 'hold', data: [0x00, 0x0f] },
    { key: 'callBack', data: [0x03, 0x0f] },
  ],
  ratingFunction: 0x11,
  ratingAcknowledgedFunction: 0x01,
  digitsFunction: 0x02,
  digits: { positions: 6, blank: 0x0a },
  beepFunction: 0x03,
}

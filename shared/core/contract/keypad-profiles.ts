import type { KeypadProfileFile } from './keypad-profile.ts'

/**
 * The "FF 68" bus, RS485 9600 8N1: calling keypads and four-key evaluators on one line. Its one published host
 * gives these bytes (devices.md §2); the largest frame seen carries eight body bytes. Four evaluator keys from the
 * best down; which levels they carry is the hall's choice.
 */
export const ff68File: KeypadProfileFile = {
  name: 'FF 68',
  head: 'FF 68 LL LL 68',
  checksum: 'sum',
  tail: '16',
  maxBodyBytes: 8,
  keyFunction: '01',
  keys: [
    { key: 'callNext', data: '0C' },
    { key: 'recall', data: '0D' },
    { key: 'requestRating', data: '0B' },
    { key: 'pause', data: '12' },
    { key: 'transfer', data: '13' },
    { key: 'cancel', data: '0E' },
    { key: 'giveUp', data: '06 0F' },
    { key: 'hold', data: '00 0F' },
    { key: 'callBack', data: '03 0F' },
  ],
  ratingFunction: '11',
  ratingAcknowledgedFunction: '01',
  ratings: [
    { value: '00', level: 5 },
    { value: '01', level: 4 },
    { value: '02', level: 3 },
    { value: '03', level: 2 },
  ],
  digitsFunction: '02',
  digits: { positions: 6, blank: '0A' },
  beepFunction: '03',
}

/**
 * An EXAMPLE to copy and change, of no real vendor: another head, exclusive-or checksum, no tail, function numbers
 * that are letters, five evaluator keys, four digits.
 */
export const exampleFile: KeypadProfileFile = {
  name: '示例 EXAMPLE',
  head: 'AA 55 LL',
  checksum: 'xor',
  tail: '',
  maxBodyBytes: 10,
  keyFunction: '4B',
  keys: [
    { key: 'callNext', data: '01' },
    { key: 'recall', data: '02' },
    { key: 'giveUp', data: '03' },
    { key: 'requestRating', data: '04' },
    { key: 'pause', data: '05' },
  ],
  ratingFunction: '52',
  ratingAcknowledgedFunction: '41',
  ratings: [
    { value: '01', level: 5 },
    { value: '02', level: 4 },
    { value: '03', level: 3 },
    { value: '04', level: 2 },
    { value: '05', level: 1 },
  ],
  digitsFunction: '44',
  digits: { positions: 4, blank: '20' },
  beepFunction: '42',
}

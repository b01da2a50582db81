/**
 * Whose card it is: a resident's 居民身份证, a foreigner's permanent residence card 外国人永久居留身份证 (as made
 * since 2017, and since 2023), or the residence permit of someone from Hong Kong, Macao or Taiwan 港澳台居民居住证.
 */
export type CardKind = 'resident' | 'foreigner' | 'foreigner2023' | 'hkMacaoTaiwan'

export const CARD_TEXT_BYTES = 256
/** Where a card other than a resident's says with one letter what it is (devices.md §4). */
export const MARK_AT_BYTE = 248

export interface Place {
  atByte: number
  bytes: number
}

/** The few things of a card a hall needs; sex, nation, address and authority are not even read. */
export interface CardLayout {
  mark: string
  name: Place
  /** A second name, in other letters. */
  otherName?: Place
  bornOn: Place
  number: Place
  validTo: Place
}

/** GA/T 490 as in devices.md §4; all text is UTF-16LE, so a character is two bytes. */
const resident: CardLayout = {
  mark: ' ',
  name: { atByte: 0, bytes: 30 },
  bornOn: { atByte: 36, bytes: 16 },
  number: { atByte: 122, bytes: 36 },
  validTo: { atByte: 204, bytes: 16 },
}

export const cardLayouts: Record<CardKind, CardLayout> = {
  resident,
  hkMacaoTaiwan: { ...resident, mark: 'J' },
  /**
   * Latin name 120, sex 2, number 30, country 6, Chinese name 30, from 16, to 16, birth 16, version 4, authority 8,
   * mark 2, spare 6: as published by a maker of readers (afzhan.com/st170652, 2017).
   */
  foreigner: {
    mark: 'I',
    name: { atByte: 158, bytes: 30 },
    otherName: { atByte: 0, bytes: 120 },
    number: { atByte: 122, bytes: 30 },
    validTo: { atByte: 204, bytes: 16 },
    bornOn: { atByte: 220, bytes: 16 },
  },
  /** Chinese name, sex, times issued, birth, Latin name 70, number, spare 30, from, to: seen in one driver [unverified]. */
  foreigner2023: { ...resident, mark: 'Y', otherName: { atByte: 52, bytes: 70 } },
}

import { CARD_TEXT_BYTES, type CardKind, cardLayouts, MARK_AT_BYTE, type Place } from './card-layout.ts'

/** An invented person's card, for the virtual reader. */
export interface TwinCard {
  kind: CardKind
  name: string
  /** In Latin letters, on a foreigner's card. */
  otherName?: string
  number: string
  /** `19491231` */
  bornOn: string
  /** `20300101` or `长期` */
  validTo: string
}

/** The standard's own example number (GB 11643), whose owner is nobody. */
export const exampleCard: TwinCard = {
  kind: 'resident',
  name: '张三丰',
  number: '11010519491231002X',
  bornOn: '19491231',
  validTo: '长期',
}

/** The 256 bytes the card carries; what does not fit its field is cut, as nobody checks what a forger writes. */
export function twinCardText(card: TwinCard): Uint8Array {
  const layout = cardLayouts[card.kind]
  const text = Buffer.from(' '.repeat(CARD_TEXT_BYTES / 2), 'utf16le')
  const write = ({ atByte, bytes }: Place, value: string) =>
    Buffer.from(value, 'utf16le').copy(text, atByte, 0, bytes)
  write(layout.name, card.name)
  if (layout.otherName && card.otherName) write(layout.otherName, card.otherName)
  write(layout.number, card.number)
  write(layout.bornOn, card.bornOn)
  write(layout.validTo, card.validTo)
  write({ atByte: MARK_AT_BYTE, bytes: 2 }, layout.mark)
  return Uint8Array.from(text)
}

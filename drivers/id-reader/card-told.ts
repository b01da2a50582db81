import { dayOf } from '@jiaohao/core/queue/day.ts'
import { maskNumber } from '@jiaohao/core/text/ids.ts'
import type { CardKind } from './card-layout.ts'
import type { CardText } from './card-text.ts'

/** All that ever leaves the driver of a person's card. */
export interface IdCard {
  kind: CardKind
  /** The station's keyed hash of the number. */
  hash: string
  /** `110***********1234` */
  masked: string
  /** `张**`; absent when the card holds no name that could be one. */
  name?: string
  /** By the calendar of Beijing; the last day still counts. */
  expired: boolean
}

export function cardTold(card: CardText, hash: (idNumber: string) => string, atMs: number): IdCard {
  const { kind, number, maskedName, validTo } = card
  return {
    kind,
    hash: hash(number),
    masked: maskNumber(number),
    ...(maskedName !== undefined && { name: maskedName }),
    expired: validTo.until === 'day' && validTo.day < dayOf(atMs, 'Asia/Shanghai'),
  }
}

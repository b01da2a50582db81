import { cpowerCard } from './cpower/card.ts'
import { huiduCard } from './huidu/card.ts'
import { type Led, type LedOptions, openLed } from './led.ts'
import { onbonCard } from './onbon/card.ts'

/** Whose card sits behind a strip. */
export type LedMaker = 'onbon' | 'cpower' | 'huidu'

/** Opens a strip behind a card as its maker ships it. */
export function openLedOf(maker: LedMaker, options: Omit<LedOptions<unknown>, 'card'>): Led {
  switch (maker) {
    case 'onbon':
      return openLed({ ...options, card: onbonCard })
    case 'cpower':
      return openLed({ ...options, card: cpowerCard({ card: 1, into: 'window' }) })
    case 'huidu':
      return openLed({ ...options, card: huiduCard })
  }
}

import type { MeaningOf } from '../transport/tap.ts'
import { cpowerCard } from './cpower/card.ts'
import { cpowerMeaning, isCpowerPing } from './cpower/meaning.ts'
import { huiduCard } from './huidu/card.ts'
import { huiduMeaning, isHuiduPing } from './huidu/meaning.ts'
import { type Led, type LedOptions, openLed } from './led.ts'
import { onbonCard } from './onbon/card.ts'
import { isOnbonPing, onbonMeaning } from './onbon/meaning.ts'

/** One maker's card, as it leaves the factory, and what its bytes say to a technician. */
interface LedMaker {
  open(options: Omit<LedOptions<unknown>, 'card'>): Led
  meaning: MeaningOf
  isPing(sent: Uint8Array): boolean
}

/** The makers a hall can choose from, by the name in its set-up. */
export const ledMakers: Record<'onbon' | 'cpower' | 'huidu', LedMaker> = {
  onbon: {
    open: (options) => openLed({ ...options, card: onbonCard }),
    meaning: onbonMeaning,
    isPing: isOnbonPing,
  },
  cpower: {
    open: (options) => openLed({ ...options, card: cpowerCard({ card: 1, into: 'window' }) }),
    meaning: cpowerMeaning,
    isPing: isCpowerPing,
  },
  huidu: {
    open: (options) => openLed({ ...options, card: huiduCard }),
    meaning: huiduMeaning,
    isPing: isHuiduPing,
  },
}

import type { Clock } from '@jiaohao/core/clock.ts'
import type { IdReaderTwin } from '@jiaohao/drivers/id-reader/twin.ts'
import { twinCardText } from '@jiaohao/drivers/id-reader/twin-card.ts'
import type { DemoCard } from './contract.ts'
import { demoCards } from './demo-cards.ts'

/** Hands that lay a demonstration card on a kiosk's reader and take it away again. */
export interface CardHands {
  /** False when there is no such kiosk. */
  hold(kioskId: string, card: DemoCard): boolean
  held(kioskId: string): DemoCard | null
  close(): void
}

const heldForMs = 2_500

export function openCardHands(
  readers: ReadonlyMap<string, IdReaderTwin>,
  clock: Clock,
  onChange: () => void,
): CardHands {
  const holding = new Map<string, { card: DemoCard; cancel: () => void }>()
  return {
    hold: (kioskId, card) => {
      const reader = readers.get(kioskId)
      if (!reader) return false
      holding.get(kioskId)?.cancel()
      reader.put(twinCardText(demoCards[card]))
      const cancel = clock.after(heldForMs, () => {
        holding.delete(kioskId)
        reader.take()
      })
      holding.set(kioskId, { card, cancel })
      onChange()
      return true
    },
    held: (kioskId) => holding.get(kioskId)?.card ?? null,
    close: () => {
      for (const { cancel } of holding.values()) cancel()
    },
  }
}

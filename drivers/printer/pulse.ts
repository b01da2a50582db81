import type { Clock } from '@jiaohao/core/clock.ts'

export interface Pulse {
  /** The printer answered. */
  heard(): void
  /** Asks no more; resolves when no answer is on its way, because a late one would be taken for the next question's. */
  stop(): Promise<void>
}

const ASK_EVERY_MS = 1000
const ANSWER_WITHIN_MS = 2000
/** The slowest line that carries slips: 9600 baud, with start and stop bit. */
const BYTE_MS = 1.05

/**
 * Feels whether a printer lives while it prints a slip, when it says nothing by itself. The first question waits
 * until the slip has surely left: inside a graphic it would be read as dots (devices.md §1).
 */
export function openPulse(parts: {
  clock: Clock
  slipBytes: number
  ask: () => void
  onSilent: () => void
}): Pulse {
  const { clock, slipBytes, ask, onSilent } = parts
  let asked = false
  let stopped: (() => void) | undefined
  let cancel = () => {}
  askAfter(ASK_EVERY_MS + slipBytes * BYTE_MS)

  function askAfter(ms: number) {
    cancel = clock.after(ms, () => {
      asked = true
      cancel = clock.after(ANSWER_WITHIN_MS, () => {
        asked = false
        if (stopped) stopped()
        else onSilent()
      })
      ask()
    })
  }

  return {
    heard: () => {
      if (!asked) return
      asked = false
      cancel()
      if (stopped) stopped()
      else askAfter(ASK_EVERY_MS)
    },
    stop: () => {
      if (asked) return new Promise((resolve) => (stopped = resolve))
      cancel()
      return Promise.resolve()
    },
  }
}

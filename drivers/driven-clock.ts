import type { Clock } from '@jiaohao/core/clock.ts'

export interface DrivenClock extends Clock {
  advance(ms: number): Promise<void>
}

/**
 * A clock that a test moves by hand. `advance` runs everything that falls due on the way, in order, and lets
 * promises and sockets settle after each step, so that a test of an hour takes milliseconds.
 */
export function drivenClock(startMs: number): DrivenClock {
  let nowMs = startMs
  let due: { atMs: number; run: () => void }[] = []
  return {
    now: () => nowMs,
    after: (delayMs, run) => {
      const entry = { atMs: nowMs + Math.max(0, delayMs), run }
      due.push(entry)
      return () => {
        due = due.filter((other) => other !== entry)
      }
    },
    advance: async (ms) => {
      const untilMs = nowMs + ms
      await settle()
      for (let next = earliest(due, untilMs); next; next = earliest(due, untilMs)) {
        const reached = next
        due = due.filter((other) => other !== reached)
        nowMs = Math.max(nowMs, reached.atMs)
        reached.run()
        await settle()
      }
      nowMs = untilMs
    },
  }
}

function earliest(due: { atMs: number; run: () => void }[], untilMs: number) {
  return due
    .filter((entry) => entry.atMs <= untilMs)
    .reduce<{ atMs: number; run: () => void } | undefined>(
      (first, entry) => (first && first.atMs <= entry.atMs ? first : entry),
      undefined,
    )
}

/** A few turns of the event loop: enough for a byte to cross a local socket and be answered. */
async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((next) => setImmediate(next))
}

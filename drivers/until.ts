import type { DrivenClock } from './driven-clock.ts'

const STEP_MS = 50

/** Moves a test's clock on, in small steps, until something holds; throws when it has not within `withinMs`. */
export async function until(clock: DrivenClock, holds: () => boolean, withinMs = 60_000): Promise<void> {
  for (let waitedMs = 0; !holds(); waitedMs += STEP_MS) {
    if (waitedMs >= withinMs) throw new Error(`it did not hold within ${withinMs} ms: ${holds}`)
    await clock.advance(STEP_MS)
  }
}

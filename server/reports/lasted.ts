import type { LegRow, Visit } from './visits.ts'

/** First call − max(queued, slot start), never below 0; null before a call. The slot belongs to the first leg alone. */
export function waitMs({ leg, queuedAtMs, slotFromMs, firstCalledAtMs }: LegRow): number | null {
  if (firstCalledAtMs === null || queuedAtMs === null) return null
  const sinceMs = leg === 0 && slotFromMs !== null ? Math.max(queuedAtMs, slotFromMs) : queuedAtMs
  return Math.max(0, firstCalledAtMs - sinceMs)
}

/** Start − first call; null when nobody came. */
export function walkMs({ firstCalledAtMs, startedAtMs }: LegRow): number | null {
  return firstCalledAtMs === null || startedAtMs === null ? null : startedAtMs - firstCalledAtMs
}

/** Σ serving intervals without holds; null for a no-show and for what is still being served. */
export function serviceMs({ startedAtMs, endedAtMs, heldMs }: LegRow): number | null {
  return startedAtMs === null || endedAtMs === null ? null : Math.max(0, endedAtMs - startedAtMs - heldMs)
}

/** Finish − issue; null unless the visit was finished. */
export function stayMs({ state, issuedAtMs, legs }: Visit): number | null {
  const endedAtMs = legs.at(-1)?.endedAtMs ?? null
  return state !== 'finished' || endedAtMs === null ? null : endedAtMs - issuedAtMs
}

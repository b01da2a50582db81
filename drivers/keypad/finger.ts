/** What a frame that says "pressed" is worth; 'stuck' is said once, the same key is 'muted' from then on. */
export type Verdict = 'press' | 'bounce' | 'stuck' | 'muted'

/** Contacts bounce and keypads repeat: within 300–500 ms it is one press (devices.md §2). */
const BOUNCE_MS = 400
/** No clerk presses one key nine times in two seconds. */
const STUCK_AFTER_FRAMES = 8
const STUCK_WITHIN_MS = 2000

/**
 * Tells a finger from a bouncing contact and a jammed key. Each frame prolongs the bounce, so a key that repeats
 * while it is held down calls one citizen; a muted key is heard again after two quiet seconds.
 */
export function openFinger(): (key: string, nowMs: number) => Verdict {
  const frames = new Map<string, number[]>()
  const muted = new Set<string>()
  return (key, nowMs) => {
    const recent = (frames.get(key) ?? []).filter((atMs) => nowMs - atMs < STUCK_WITHIN_MS)
    const lastMs = recent.at(-1)
    frames.set(key, [...recent, nowMs].slice(-STUCK_AFTER_FRAMES))
    if (lastMs === undefined) muted.delete(key)
    if (muted.has(key)) return 'muted'
    if (recent.length >= STUCK_AFTER_FRAMES) {
      muted.add(key)
      return 'stuck'
    }
    return lastMs !== undefined && nowMs - lastMs < BOUNCE_MS ? 'bounce' : 'press'
  }
}

/** devices.md §5. */
const SAME_WITHIN_MS = 2000
const KEPT = 16

/**
 * Tells whether a code is one just seen: the same within 2 s of its last sight is one scan, so a phone held
 * under the scanner checks in once however long it is held.
 */
export function openRepeats(): (text: string, atMs: number) => boolean {
  const seen = new Map<string, number>()
  return (text, atMs) => {
    const lastMs = seen.get(text)
    seen.delete(text)
    seen.set(text, atMs)
    const [oldest] = seen.keys()
    if (seen.size > KEPT && oldest !== undefined) seen.delete(oldest)
    return lastMs !== undefined && atMs - lastMs < SAME_WITHIN_MS
  }
}

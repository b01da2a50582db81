/**
 * A USB keypad that types as a keyboard sends a code and Enter within a few milliseconds; a person's keys are
 * farther apart. At 125 reports a second, with one report for down and one for up, a device's keys are 16 ms apart.
 */
export const gapMs = 30
/** A longer run is a scanner's or a card reader's, and theirs is the page's. */
export const mostKeys = 6

/** What the keys of a numeric keypad write, by their place (`event.code`). */
export const padKeys: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789'].map((digit) => [`Numpad${digit}`, digit])),
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
  NumpadDecimal: '.',
}
const isEnter = (code: string) => code === 'NumpadEnter' || code === 'Enter'

/** Keys held back until it is known whose they are; 'typing' is a run that has turned out to be no keypad's. */
export interface Waiting {
  keys: readonly string[] | 'typing'
  lastMs: number
}
export const nothingWaits: Waiting = { keys: [], lastMs: Number.NEGATIVE_INFINITY }

export interface Heard {
  waiting: Waiting
  /** Keys held back that a person typed after all, to be let through before this one. */
  released: readonly string[]
  /** What becomes of this key: held back, let through, or the Enter that ends a keypad's code. */
  now: 'held' | 'through' | { code: string }
}

/** One key by its place, at an instant in ms. A code begins after a pause, so the end of a long run is none. */
export function hear(waiting: Waiting, key: string, atMs: number): Heard {
  const paused = atMs - waiting.lastMs > gapMs
  const earlier = paused ? lapsed(waiting) : []
  const run = paused ? [] : waiting.keys
  const typing = (released: readonly string[]): Heard => ({
    waiting: { keys: 'typing', lastMs: atMs },
    released,
    now: 'through',
  })
  if (run === 'typing') return typing([])
  if (isEnter(key) && run.length > 0) {
    const code = run.map((each) => padKeys[each] ?? '').join('')
    return { waiting: { keys: 'typing', lastMs: atMs }, released: earlier, now: { code } }
  }
  if (!Object.hasOwn(padKeys, key) || run.length >= mostKeys) return typing([...earlier, ...run])
  return { waiting: { keys: [...run, key], lastMs: atMs }, released: earlier, now: 'held' }
}

/** What is let through when no further key comes in time. */
export const lapsed = ({ keys }: Waiting): readonly string[] => (keys === 'typing' ? [] : keys)

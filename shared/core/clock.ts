/**
 * The hall's clock: every part that waits or stamps takes one, so a test or a simulation can drive a whole
 * day. `now` is milliseconds since 1970 UTC; `after` runs once after `delayMs` and returns its cancel.
 */
export interface Clock {
  now(): number
  after(delayMs: number, run: () => void): () => void
}

interface Host {
  Date: { now(): number }
  setTimeout(run: () => void, delayMs: number): unknown
  clearTimeout(timer: never): void
}

/** The machine's own clock: `clockOf(globalThis)`. The host is an argument because core itself has no timers. */
export function clockOf(host: Host): Clock {
  return {
    now: () => host.Date.now(),
    after: (delayMs, run) => {
      const timer = host.setTimeout(run, delayMs)
      return () => host.clearTimeout(timer as never)
    },
  }
}

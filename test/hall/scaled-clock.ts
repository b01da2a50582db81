import type { Clock } from '@jiaohao/core/clock.ts'

/** A clock that runs `speed` times as fast as the machine's since an instant all processes of a test agree on. */
export const scaledClock = (sinceMs: number, speed: number): Clock => ({
  now: () => Math.round(sinceMs + (Date.now() - sinceMs) * speed),
  after: (delayMs, run) => {
    const timer = setTimeout(run, Math.max(1, delayMs / speed))
    return () => clearTimeout(timer)
  },
})

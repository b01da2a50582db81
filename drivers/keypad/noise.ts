import type { Clock } from '@jiaohao/core/clock.ts'

/** How noisy a line is: frames' worth of bytes that were no frame, in the last minute. */
export type Noise = { noise: 'loud'; framesPerMinute: number } | { noise: 'quiet' }

const LOOK_EVERY_MS = 2000
const MINUTE_MS = 60_000
/** A cable beside a lift motor costs a frame now and then; a wrong baud rate or two hosts on one bus cost all. */
const LOUD_FRAMES_PER_MINUTE = 10

/**
 * Watches how fast a line's discarded bytes grow. Loud is said once, and quiet once the whole last minute was well
 * below: at less than half the limit, so that a line at the limit does not ring all day.
 */
export function watchNoise(
  clock: Clock,
  discardedBytes: () => number,
  frameBytes: number,
  tell: (noise: Noise) => void,
): { close(): void } {
  let seen = [discardedBytes()]
  let loud = false
  let cancel = () => {}

  function look() {
    const now = discardedBytes()
    seen = [...seen, now].slice(-(MINUTE_MS / LOOK_EVERY_MS) - 1)
    const framesPerMinute = Math.floor((now - (seen[0] ?? now)) / frameBytes)
    if (!loud && framesPerMinute >= LOUD_FRAMES_PER_MINUTE) {
      loud = true
      tell({ noise: 'loud', framesPerMinute })
    } else if (loud && framesPerMinute < LOUD_FRAMES_PER_MINUTE / 2) {
      loud = false
      tell({ noise: 'quiet' })
    }
    cancel = clock.after(LOOK_EVERY_MS, look)
  }
  cancel = clock.after(LOOK_EVERY_MS, look)
  return { close: () => cancel() }
}

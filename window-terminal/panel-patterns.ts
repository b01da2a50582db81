import type { Clock } from '@jiaohao/core/clock.ts'
import type { DeviceTestResult } from '@jiaohao/core/contract/inspection.ts'
import type { Led } from '@jiaohao/drivers/led/led.ts'
import type { LedText } from '@jiaohao/drivers/led/led-text.ts'

/** A person standing before the panel needs this long to see a colour with a hole in it. */
const heldForMs = 1_200
const acceptedWithinMs = 5_000
const lookEveryMs = 50
const dotsPerCharacter = 16

/**
 * Every dot in each colour, then words; then `wanted` again. A call ends the test at once: whoever is called
 * comes first.
 */
export async function showPatterns(
  led: Pick<Led, 'want' | 'shown'>,
  size: { width: number; height: number },
  clock: Clock,
  isCalling: () => boolean,
): Promise<DeviceTestResult> {
  for (const pattern of patterns(size)) {
    led.want(pattern)
    for (let waitedMs = 0; led.shown() !== pattern; waitedMs += lookEveryMs) {
      if (isCalling()) return { result: 'unknown', why: 'interrupted', detail: '' }
      if (waitedMs >= acceptedWithinMs) return { result: 'failed', why: 'silent', detail: '' }
      await pause(clock, lookEveryMs)
    }
    for (let heldMs = 0; heldMs < heldForMs && !isCalling(); heldMs += lookEveryMs)
      await pause(clock, lookEveryMs)
    if (isCalling()) return { result: 'unknown', why: 'interrupted', detail: '' }
  }
  return { result: 'passed', why: '', detail: '' }
}

function patterns({ width, height }: { width: number; height: number }): LedText[] {
  const rows = Math.max(1, Math.floor(height / dotsPerCharacter))
  const full = Array<string>(rows).fill('■'.repeat(Math.max(1, Math.floor(width / dotsPerCharacter))))
  return [
    ...(['red', 'green', 'yellow'] as const).map((colour) => ({
      lines: full,
      colour,
      light: 'steady' as const,
    })),
    { lines: ['测试0123456789'], colour: 'red', light: 'steady' },
  ]
}

const pause = (clock: Clock, ms: number) => new Promise<void>((done) => clock.after(ms, done))

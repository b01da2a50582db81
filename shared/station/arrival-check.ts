import type { Clock } from '@jiaohao/core/clock.ts'
import type { DeviceTestResult } from '@jiaohao/core/contract/inspection.ts'

const withinMs = 20_000

/**
 * A technician's question whether anything arrives from a device that people use: a key, a card, a code. What
 * answers it does nothing else. `nothing` is why it failed when nobody came.
 */
export function openArrivalCheck(clock: Clock, nothing: string) {
  let end = (_result: DeviceTestResult) => {}
  let waiting = false

  function answer(result: DeviceTestResult): boolean {
    if (!waiting) return false
    end(result)
    return true
  }

  return {
    wait: (): Promise<DeviceTestResult> =>
      new Promise((resolve) => {
        const cancel = clock.after(withinMs, () => end({ result: 'failed', why: nothing, detail: '' }))
        waiting = true
        end = (result) => {
          waiting = false
          cancel()
          resolve(result)
        }
      }),
    /** True when this was what was waited for. */
    takes: (heard: string): boolean => answer({ result: 'passed', why: '', detail: heard }),
    /** True when this was waited for, and something came that was no good. */
    fails: (why: string): boolean => answer({ result: 'failed', why, detail: '' }),
    close: () => void answer({ result: 'failed', why: 'offline', detail: '' }),
  }
}

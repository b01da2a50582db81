import type { Clock } from '@jiaohao/core/clock.ts'
import type { DeviceTestResult } from '@jiaohao/core/contract/inspection.ts'

const withinMs = 20_000

/** A technician's question whether any key arrives. The key that answers calls nobody. */
export function openPressCheck(clock: Clock) {
  let end = (_result: DeviceTestResult) => {}
  let waiting = false
  return {
    wait: (): Promise<DeviceTestResult> =>
      new Promise((resolve) => {
        const cancel = clock.after(withinMs, () => end({ result: 'failed', why: 'noPress', detail: '' }))
        waiting = true
        end = (result) => {
          waiting = false
          cancel()
          resolve(result)
        }
      }),
    /** True when this press was the one waited for. */
    takes: (press: string): boolean => {
      if (!waiting) return false
      end({ result: 'passed', why: '', detail: press })
      return true
    },
    close: () => {
      if (waiting) end({ result: 'failed', why: 'offline', detail: '' })
    },
  }
}

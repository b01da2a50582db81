import {
  DeviceInspection,
  type DeviceTestAsk,
  DeviceTestResult,
  type Inspected,
  Screenshot,
  type Tested,
  testWithinMs,
} from '@jiaohao/core/contract/inspection.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type * as z from 'zod'
import type { HubSockets } from './sockets.ts'

/** Questions the hub puts to a station about its devices; what a station answers is checked like any message. */
export interface AskStation {
  inspect(stationId: string, deviceId: string): Promise<Inspected>
  test(stationId: string, ask: DeviceTestAsk): Promise<Tested>
  screenshot(stationId: string): Promise<Screenshot | Refused>
}

const inspectWithinMs = 4_000
/** A few tries of some seconds each. */
const photographedWithinMs = 30_000

export function openAskStation(io: HubSockets): AskStation {
  /** The station's own process, which reports devices; its key may be used by a mere page too. */
  const hostOf = (stationId: string) =>
    [...io.sockets.sockets.values()].findLast(
      ({ data }) => data.hosts && 'stationId' in data.who && data.who.stationId === stationId,
    )

  return {
    inspect: async (stationId, deviceId) => {
      const host = hostOf(stationId)
      if (!host) return refused('stationAway')
      return answered(DeviceInspection, () => host.timeout(inspectWithinMs).emitWithAck('inspect', deviceId))
    },
    test: async (stationId, ask) => {
      const host = hostOf(stationId)
      if (!host) return refused('stationAway')
      return answered(DeviceTestResult, () =>
        host.timeout(testWithinMs + inspectWithinMs).emitWithAck('testDevice', ask),
      )
    },
    screenshot: async (stationId) => {
      const host = hostOf(stationId)
      // A page that was paired by itself has no station beside it to look at it.
      if (!host) return refused('noCamera')
      return answered(Screenshot, () => host.timeout(photographedWithinMs).emitWithAck('screenshot'))
    },
  }
}

/** What a station itself may refuse. */
const theirs: ReadonlySet<unknown> = new Set(['unknownDevice', 'deviceBusy', 'noCamera', 'otherPage'])

/** A station that hangs up, is too slow or answers nonsense is as good as away. */
async function answered<T>(shape: z.ZodType<T>, ask: () => Promise<unknown>): Promise<T | Refused> {
  const answer = await ask().catch((problem: Error) => ({ problem: problem.message }))
  const good = shape.safeParse(answer)
  if (good.success) return good.data
  const { refused: reason } = answer as Partial<Refused>
  return refused(reason && theirs.has(reason) ? reason : 'stationAway')
}

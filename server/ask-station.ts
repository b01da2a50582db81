import {
  DeviceInspection,
  type DeviceTestAsk,
  DeviceTestResult,
  type Inspected,
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
}

const inspectWithinMs = 4_000

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
  }
}

/** A station that hangs up, is too slow or answers nonsense is as good as away. */
async function answered<T>(shape: z.ZodType<T>, ask: () => Promise<unknown>): Promise<T | Refused> {
  const answer = await ask().catch((problem: Error) => ({ problem: problem.message }))
  const good = shape.safeParse(answer)
  if (good.success) return good.data
  const said = answer as Partial<Refused>
  return refused(
    said.refused === 'unknownDevice' || said.refused === 'deviceBusy' ? said.refused : 'stationAway',
  )
}

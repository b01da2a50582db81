import type { OfflineNow } from '@jiaohao/core/contract/offline-now.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import type { OfflineView } from '@jiaohao/core/views/offline.ts'

/** What a kiosk knows of its hub when it asks itself whether to give numbers of its own. Instants on the hub's clock. */
export interface OfflineFacts {
  /** The hub turned it away: then it is no kiosk of this hall any more, and gives nothing. */
  hub: { is: 'online' } | { is: 'turnedAway' } | { is: 'away'; forMs: number }
  setUp: OfflineView | undefined
  nowMs: number
  heardAtMs: number
  /** Nothing on this disk is later: a clock before it is wrong. */
  latestMs: number
  /** Numbers the hub does not have yet. */
  owed: number
}

/** Soon: a blink, or too short to change the series. Never: there is nothing to go by. */
export type OfflineStanding = OfflineNow | { is: 'notNeeded' | 'soon' | 'never' }

const mostOwed = 2_000
const dayMs = 86_400_000

export function offlineStanding(facts: OfflineFacts): OfflineStanding {
  const { hub, setUp, nowMs, heardAtMs, latestMs, owed } = facts
  if (hub.is === 'online') return { is: 'notNeeded' }
  if (hub.is === 'turnedAway' || !setUp || setUp.letter === '') return { is: 'never' }
  const { policy, timeZone } = setUp.hall
  if (hub.forMs < policy.offlineAfterSeconds * 1_000) return { is: 'soon' }
  const stopped = (because: 'offlineOver' | 'clockWrong'): OfflineNow => ({
    is: 'stopped',
    sinceMs: heardAtMs,
    because,
  })
  if (nowMs < latestMs) return stopped('clockWrong')
  const untilMs = heardAtMs + policy.offlineMinutes * 60_000
  const oldestDay = dayOf(nowMs - policy.offlineSetUpDays * dayMs, timeZone)
  const fresh = dayOf(heardAtMs, timeZone) >= oldestDay
  return nowMs < untilMs && fresh && owed < mostOwed
    ? { is: 'giving', sinceMs: heardAtMs, untilMs }
    : stopped('offlineOver')
}

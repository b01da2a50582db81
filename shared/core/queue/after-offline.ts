import type { EventOf } from './event.ts'
import { put } from './sorted.ts'
import type { HallState, OfflineState } from './state.ts'

/** Lists for people to read; the journal has them all. */
const mostListed = 500

/** A number given while the hub was away has come in. */
export function cameIn(state: HallState, event: EventOf<'ticketTaken'>, atMs: number): HallState {
  const { offline: from, takenAt, number } = event
  if (!from) return state
  const { numbers, kiosks, kept } = state.offline
  const before = kiosks[takenAt] ?? { count: 0, drifted: 0, fromMs: from.takenAtMs, toMs: 0, atMs }
  return withOffline(state, {
    numbers: put(numbers, number, from.localId),
    kiosks: {
      ...kiosks,
      [takenAt]: {
        count: before.count + 1,
        drifted: before.drifted + (from.drifted ? 1 : 0),
        fromMs: Math.min(before.fromMs, from.takenAtMs),
        toMs: Math.max(before.toMs, from.takenAtMs),
        atMs,
      },
    },
    kept: kept.filter(({ localId }) => localId !== from.localId),
  })
}

/** A number that cannot come in: somebody has to settle it. */
export function keptBack(state: HallState, event: EventOf<'offlineKept'>, by: string): HallState {
  const { type: _, ...entry } = event
  const others = state.offline.kept.filter(({ localId }) => localId !== event.localId)
  return withOffline(state, { kept: [...others, { ...entry, by }].slice(-mostListed) })
}

/** A number of a day that was over when the kiosk came back. */
export function cameTooLate(state: HallState, event: EventOf<'offlineExpired'>, atMs: number): HallState {
  const { localId, number, day, n } = event
  return withOffline(state, {
    expired: [...state.offline.expired, { localId, number, day, n, atMs }].slice(-mostListed),
    kept: state.offline.kept.filter((each) => each.localId !== localId),
  })
}

const withOffline = (state: HallState, change: Partial<OfflineState>): HallState => ({
  ...state,
  offline: { ...state.offline, ...change },
})

import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import type { DeviceReport, Station } from '@jiaohao/core/contract/station.ts'
import type { TodayView } from '@jiaohao/core/views/today.ts'

/** What a supervisor must look at now, the gravest first. */
export type Alarm =
  | { is: 'longWait'; sinceMs: number; service: string }
  | { is: 'uncovered'; service: string; waiting: number }
  | { is: 'stationAway'; station: string; kind: StationKind; seenAtMs: number | null }
  | { is: 'deviceDown'; station: string; device: DeviceReport['kind']; state: string; sinceMs: number }
  | { is: 'papers'; numbers: string[] }

/** A wait longer than this is worth a supervisor's walk to the counters. */
export const longWaitMinutes = 30

/** `stations` is null while nobody has said how they are. */
export function alarmsOf(view: TodayView, stations: readonly Station[] | null, nowMs: number): Alarm[] {
  return [
    ...view.services
      .filter(({ waiting, openCounters }) => waiting > 0 && openCounters === 0)
      .map(({ name, waiting }) => ({ is: 'uncovered' as const, service: name, waiting })),
    ...longWait(view, nowMs),
    ...(view.papers.length > 0
      ? [{ is: 'papers' as const, numbers: view.papers.map(({ number }) => number) }]
      : []),
    ...(stations ?? []).flatMap(stationAlarms),
  ]
}

function longWait(view: TodayView, nowMs: number): Alarm[] {
  const { longestSinceMs } = view
  if (longestSinceMs === null || nowMs - longestSinceMs < longWaitMinutes * 60_000) return []
  const service = view.services.find((each) => each.longestSinceMs === longestSinceMs)
  return [{ is: 'longWait', sinceMs: longestSinceMs, service: service?.name ?? '' }]
}

/** A station that is away says nothing of its devices, so one line stands for all of them. */
function stationAlarms({ name, kind, online, seenAtMs, deviceReports }: Station): Alarm[] {
  if (kind === 'program') return []
  if (!online) return [{ is: 'stationAway', station: name, kind, seenAtMs }]
  return deviceReports
    .filter(({ state }) => state !== 'ready')
    .map((report) => ({
      is: 'deviceDown',
      station: name,
      device: report.kind,
      state: report.state,
      sinceMs: report.sinceMs,
    }))
}

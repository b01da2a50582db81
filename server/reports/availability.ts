import type { Report } from '@jiaohao/core/contract/routes.ts'
import type { Db } from '../journal/database.ts'
import type { ReportAsk } from './ask.ts'
import { openTimes, type Stretch } from './open-times.ts'

interface Row {
  station: string
  device: string
  state: string
  at_ms: number
}

/** Paper that runs low is printed on all the same. */
const good: ReadonlySet<string> = new Set(['ready', 'nearEnd'])

/** How much of the opening time each device was ready, worst first; one never heard of in it has no line. */
export function availability(db: Db, hallId: string, ask: ReportAsk): Report['devices'] {
  const days = db
    .prepare<[string, string, string], { day: string }>(
      `select day from hall_day d where hall = ? and day between ? and ?
         and exists (select 1 from ticket where hall = d.hall and day = d.day) order by day`,
    )
    .all(hallId, ask.from, ask.to)
  const open = openTimes(
    days.map(({ day }) => day),
    ask.sessions,
    ask.timeZone,
    ask.nowMs,
  )
  const rows = db
    .prepare<[string], Row>(
      'select station, device, state, at_ms from device_state where hall = ? order by station, device, seq',
    )
    .all(hallId)
  const names = new Map(ask.names.devices.map((each) => [`${each.stationId} ${each.deviceId}`, each]))
  return [...Map.groupBy(rows, ({ station, device }) => `${station} ${device}`)]
    .flatMap(([key, states]) => {
      const named = names.get(key)
      const line = readyIn(states, open, ask.nowMs)
      return named && line.openMs > 0 ? [{ ...named, ...line }] : []
    })
    .sort((a, b) => a.readyMs / a.openMs - b.readyMs / b.openMs)
}

/** Both lists are in order, so one walk through both is enough. */
function readyIn(states: readonly Row[], open: readonly Stretch[], nowMs: number) {
  let [openMs, readyMs, faults, first] = [0, 0, 0, 0]
  for (const [i, { state, at_ms: fromMs }] of states.entries()) {
    const toMs = states[i + 1]?.at_ms ?? nowMs
    while (first < open.length && (open[first]?.toMs ?? 0) <= fromMs) first += 1
    let seen = 0
    for (let at = first; at < open.length; at += 1) {
      const stretch = open[at]
      if (!stretch || stretch.fromMs >= toMs) break
      seen += Math.max(0, Math.min(toMs, stretch.toMs) - Math.max(fromMs, stretch.fromMs))
    }
    openMs += seen
    if (good.has(state)) readyMs += seen
    else if (seen > 0 && good.has(states[i - 1]?.state ?? 'ready')) faults += 1
  }
  return { openMs, readyMs, faults }
}

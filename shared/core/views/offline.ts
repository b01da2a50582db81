import * as z from 'zod'
import { Hall } from '../queue/hall.ts'
import { offlineSeries } from '../queue/offline-number.ts'
import type { HallState } from '../queue/state.ts'
import type { Who } from '../queue/who.ts'

const ms = z.number()
/** A hall that was being left when the hub went away gives no numbers without it either. */
const Standing = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open') }),
  z.object({ is: z.literal('paused'), reason: z.string(), sinceMs: ms }),
  z.object({ is: z.literal('evacuated'), sinceMs: ms }),
])

/** What a kiosk keeps on its disk to give numbers while the hub is away; without a letter it gives none. */
export const OfflineView = z.object({
  view: z.literal('offline'),
  stationId: z.string(),
  letter: z.string().regex(/^[A-Z]?$/),
  /** Without the clerks, and without the other kiosks' letters. */
  hall: Hall,
  /** The day these are of, and the highest sequence known in each of this kiosk's own series. */
  day: z.nullable(z.string()),
  standing: Standing,
  series: z.record(z.string(), z.number()),
})
export type OfflineView = z.infer<typeof OfflineView>

export function offlineView(hall: Hall, state: HallState, who: Who): OfflineView {
  const stationId = 'stationId' in who ? who.stationId : ''
  const letter = hall.offlineLetters[stationId] ?? ''
  const own = letter === '' ? [] : hall.services.map(({ prefix }) => offlineSeries(prefix, letter))
  return {
    view: 'offline',
    stationId,
    letter,
    hall: { ...hall, clerks: [], offlineLetters: letter === '' ? {} : { [stationId]: letter } },
    day: state.day,
    standing: state.standing,
    series: Object.fromEntries(
      own.flatMap((each) => (state.series[each] ? [[each, state.series[each]]] : [])),
    ),
  }
}

import * as z from 'zod'
import { noItems } from '../items/hall-items.ts'
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
  /** Without clerks and items, which a kiosk without the hub has no use for, and without the letters of others. */
  hall: Hall.omit({ clerks: true, items: true, offlineLetters: true }),
  /** The day these are of, and the highest sequence known in each of this kiosk's own series. */
  day: z.nullable(z.string()),
  standing: Standing,
  series: z.record(z.string(), z.number()),
})
export type OfflineView = z.infer<typeof OfflineView>

/** The hall as the core's rules read it, from what the kiosk has kept. */
export const hallKept = ({ hall }: Pick<OfflineView, 'hall'>): Hall => ({
  ...hall,
  clerks: [],
  items: noItems,
  offlineLetters: {},
})

export function offlineView(hall: Hall, state: HallState, who: Who): OfflineView {
  const stationId = 'stationId' in who ? who.stationId : ''
  const letter = hall.offlineLetters[stationId] ?? ''
  const { clerks: _, items: __, offlineLetters: ___, ...kept } = hall
  const own = letter === '' ? [] : hall.services.map(({ prefix }) => offlineSeries(prefix, letter))
  return {
    view: 'offline',
    stationId,
    letter,
    hall: kept,
    day: state.day,
    standing: state.standing,
    series: Object.fromEntries(
      own.flatMap((each) => (state.series[each] ? [[each, state.series[each]]] : [])),
    ),
  }
}

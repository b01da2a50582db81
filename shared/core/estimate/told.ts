import type { Asked } from '../queue/asked.ts'
import type { Place, TakenWait } from '../queue/event.ts'
import type { Hall } from '../queue/hall.ts'
import type { HallState } from '../queue/state.ts'
import { naiveMs } from './naive.ts'
import { minutesOf, rangeAt } from './waits.ts'

/** What somebody who takes this number now is told of the wait, kept with it; undefined when nothing can be. */
export function toldAtTaking(
  hall: Hall,
  state: HallState,
  { serviceId, rank, place }: { serviceId: string; rank: number; place: Place },
  { waits, atMs }: Asked,
): TakenWait | undefined {
  const range = waits && rangeAt(waits, { serviceId, rank, aheadMs: atMs - place.atMs })
  return range ? { ...minutesOf(range), ...range, naiveMs: naiveMs(hall, state, serviceId) } : undefined
}

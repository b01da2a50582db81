import { type Observed, openObserver } from '@jiaohao/core/estimate/observe.ts'
import type { Recorded } from '@jiaohao/core/queue/event.ts'
import { evolve } from '@jiaohao/core/queue/evolve.ts'
import { emptyState, type HallState } from '@jiaohao/core/queue/state.ts'

/** A day as it goes by: the state it has led to, and what it has shown. */
export function openDaySeen(timeZone: string) {
  let state: HallState = emptyState
  let observer = openObserver(timeZone)
  /** The day before, once this one has begun. */
  let over: Observed | null = null
  return {
    see: (recorded: Recorded): void => {
      if (recorded.event.type === 'dayOpened') {
        if (state.day !== null) over = observer.observed
        observer = openObserver(timeZone)
      }
      state = evolve(state, recorded)
      observer.see(recorded, state)
    },
    state: () => state,
    observed: () => observer.observed,
    takeOver: (): Observed | null => {
      const taken = over
      over = null
      return taken
    },
  }
}

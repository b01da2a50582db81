import type { Waits } from '@jiaohao/core/estimate/waits.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'

export interface Store {
  databaseFile: string
  hallId: string
}

/** What the hub tells the thread that makes estimates: that something happened, a new set-up, or that it may go. */
export type ToEstimates = { is: 'happened'; nowMs: number } | { is: 'setUp'; hall: Hall } | { is: 'close' }

export type FromEstimates = { seq: number; waits: Waits }

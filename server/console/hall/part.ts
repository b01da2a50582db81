import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import type { Problem } from './draft.ts'

/** What every part of the hall's page is given: the local copy, how to change it, and what is wrong with it. */
export interface Part {
  hall: HallSetUp
  change: (hall: HallSetUp) => void
  /** False for those who may only read. */
  may: boolean
  problems: readonly Problem[]
}

import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { Level } from '@jiaohao/core/queue/state.ts'
import type { AskingNow } from '@jiaohao/core/views/window.ts'

export type Said = 'thanks' | 'alreadyRated' | 'ratingClosed' | 'notTaken'

/** Where a citizen stands with the one question of a leg. */
export type Rating =
  | { is: 'resting' }
  | { is: 'asked'; asking: AskingNow }
  | { is: 'sending'; asking: AskingNow; level: Level }
  | { is: 'explain'; asking: AskingNow; level: Level; problem: Reason | null }
  | { is: 'said'; asking: AskingNow; said: Said }

/**
 * What follows when the hall asks for `asking` (null: nothing) and `own` is what happened on this screen.
 * Another leg's question always wins; one that was answered here is never asked again (E2).
 */
export function ratingNow(own: Rating, asking: AskingNow | null, done: string | null, nowMs: number): Rating {
  const open = asking && nowMs < asking.untilMs ? asking : null
  if (own.is !== 'resting' && own.is !== 'asked' && (!open || legOf(open) === legOf(own.asking))) return own
  return open && legOf(open) !== done ? { is: 'asked', asking: open } : { is: 'resting' }
}

export const legOf = ({ ticketId, leg }: AskingNow): string => `${ticketId}/${leg}`

/** How a refused press is put to a citizen. */
export function saidFor(reason: Reason): Said {
  return reason === 'alreadyRated' || reason === 'ratingClosed' ? reason : 'notTaken'
}

/** 1 and 2 are 差评: they may say why (E9). */
export const asksWhy = (level: Level): boolean => level <= 2

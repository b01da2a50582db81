import type { Why } from './event.ts'
import { ordinaryRank } from './lane.ts'

/** What the rules remember of a counter's calls. */
export interface DeskMemory {
  /** Priority calls here while an ordinary ticket waited, since the rules last gave an ordinary one its turn. */
  readonly run: number
  /** The services of the newest calls the rules made here, oldest first, at most `mostRecentServices`. */
  readonly recent: readonly string[]
}

const mostRecentServices = 20

/** After a call. A leg sent here or chosen by hand is nobody's turn: it must not let two more priority tickets by (T6). */
export function afterCall(
  { run, recent }: DeskMemory,
  { rule, rank, serviceId }: { rule: Why['rule']; rank: number; serviceId: string },
): DeskMemory {
  if (rule === 'sentHere' || rule === 'chosen') return { run, recent }
  const ownTurn = rule === 'bound' && rank !== ordinaryRank
  return {
    run: rule === 'priority' ? run + 1 : ownTurn ? run : 0,
    recent: [...recent, serviceId].slice(-mostRecentServices),
  }
}

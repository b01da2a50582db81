import type { Waits } from '../estimate/waits.ts'
import type { Level } from './state.ts'
import type { Who } from './who.ts'

/** What surrounds a command: who asks, when (ms since 1970), and chance, so that `decide` needs none of its own. */
export interface Asked {
  by: Who
  atMs: number
  /** Fresh and unguessable, at least 128 bits: the slip's QR secret or the evaluator's nonce, whichever is needed. */
  secret: string
  /** The hub's newest estimates; without them nothing is told of the wait. */
  waits?: Waits
  /** The leg a rating by phone names, when it belongs to an earlier day and so is not in the state. */
  past?: PastLeg
  /** What the journal knows of numbers that kiosks gave while the hub was away. */
  offline?: OfflineRecords
}

/** A leg of an earlier day, as the journal's tables keep it. */
export interface PastLeg {
  ticketId: string
  leg: number
  rateable: boolean
  rated: Level | null
  explained: boolean
  finishedAtMs: number
}

/** What `mergeOffline` needs of the journal beyond today's state. */
export interface OfflineRecords {
  /** The tickets that commands named in `insteadOf` did make, by the command's id. */
  answered: Readonly<Record<string, string>>
  /** The highest ticket number of each past day named. */
  issued: Readonly<Record<string, number>>
  /** Local ids that came in on a day before this one. */
  known: readonly string[]
}

import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { PastLeg } from '@jiaohao/core/queue/asked.ts'
import type { Recorded } from '@jiaohao/core/queue/event.ts'
import type { HallState } from '@jiaohao/core/queue/state.ts'
import type { PastVisit } from '@jiaohao/core/views/past-phone.ts'

/** An answer to remember with the events it belongs to, so that a repeated command gets it again. */
export interface Remembered {
  asker: string
  id: string
  answer: Answer
}

/**
 * The one seam to whatever remembers. `append` is durable when it returns, and throws, changing nothing, when
 * it cannot save; the unique key (hall, seq) makes a second writer impossible.
 */
export interface Journal {
  /** Today's events, from the last day opened on; only these are folded at start-up. */
  loadToday(): Recorded[]
  /** Throws `isRepeat` when one of these answers' ids was answered before. */
  append(
    recorded: readonly Recorded[],
    before: HallState,
    after: HallState,
    answers: readonly Remembered[],
    atMs: number,
  ): void
  /** Writes nothing new to disk; throws as `append` does while it cannot save. */
  tryToSave(): void
  answerTo(asker: string, id: string): Answer | undefined
  /** The calls made after this seq, oldest first, the newest `limit` of them: what a watcher that was away has missed. */
  callsSince(seq: number, limit: number): Recorded[]
  /** The secret of a ticket of any day, for the phone that shows it. */
  secretOf(ticketId: string): string | undefined
  pastLeg(ticketId: string, leg: number): PastLeg | undefined
  /** A visit of any day, for the phone that comes back to rate it. */
  pastVisit(ticketId: string): PastVisit | undefined
  /** The ticket that a kiosk gave under this id while the hub was away, once it has come in. */
  offlineTicket(localId: string): string | undefined
  /** The highest number in the day of any ticket of that day; 0 when there is none. */
  issuedOn(day: string): number
  /** Takes hash and mask of cards out of the events of the days before this one. */
  forgetIdentities(beforeDay: string): void
  /** Forgets answers nobody will ask for again. */
  forgetAnswers(beforeMs: number): void
}

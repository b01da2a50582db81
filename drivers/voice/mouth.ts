import type { Policy } from './policy.ts'
import type { Turn, Unsaid } from './queue.ts'

/** How one sentence ended; a failed sink may say it again, a failed voice or an unsaid sentence may not. */
export type Outcome =
  | { status: 'spoken' }
  | { status: 'unsaid'; why: Unsaid }
  | { status: 'voiceFailed'; reason: string }
  | { status: 'sinkFailed'; reason: string }

/** What makes a zone heard: a voice with a player (voice-and-sink.ts), or a board that is both (syn6288/). */
export interface Mouth {
  able: { voice: string } | { refusals: readonly string[] }
  /** Ends with its outcome whatever happens, never two at once. */
  say(turn: Turn & { status: 'say' }, policy: Policy): Promise<Outcome>
  /** Ends what is being said, which then has failed. */
  stop(): void
}

import type { Clock } from '@jiaohao/core/clock.ts'
import type { Mouth, Outcome } from './mouth.ts'
import { type Policy, usualPolicy } from './policy.ts'
import {
  type Call,
  called,
  type Dropped,
  emptyQueue,
  ended,
  interrupted,
  nextTurn,
  type Queue,
  served,
  type Unsaid,
} from './queue.ts'
import type { Sink } from './sink.ts'
import { voiceAndSink } from './voice-and-sink.ts'
import type { NoVoice, Voice } from './voices.ts'

/** Whether the zone can be heard; a failing state ends with the next sentence played to its end. */
export type SpeakerState =
  | { status: 'ready'; voice: string }
  | { status: 'noVoice'; refusals: readonly string[] }
  | { status: 'voiceFailing'; reason: string }
  | { status: 'sinkFailing'; reason: string }

/** A zone is heard through a voice and a player, or through a board that is both. */
type Heard = { voice: Voice | NoVoice; sink: Sink } | { mouth: Mouth }

export type SpeakerParts = Heard & {
  clock: Clock
  policy?: Policy
  /** Said to its end, as the hall's history wants it. */
  onSpoken?(id: string): void
  /** Never said, and why. */
  onUnsaid?(id: string, why: Unsaid): void
  /** Told at the start and whenever the status changes, not for every sentence that fails. */
  onState?(state: SpeakerState): void
}

/** The loudspeaker of one hall zone. `call.atMs` is of the same clock as `clock`: both decide what is too old. */
export interface Speaker {
  say(call: Call): void
  served(id: string): void
  queue(): Pick<Queue, 'now' | 'waiting'>
  state(): SpeakerState
  close(): void
}

const firstRetryMs = 500
const lastRetryMs = 8_000

export function openSpeaker(parts: SpeakerParts): Speaker {
  const { clock, policy = usualPolicy, onSpoken, onUnsaid, onState } = parts
  const mouth = 'mouth' in parts ? parts.mouth : voiceAndSink(parts)
  const { able } = mouth
  const ableState: SpeakerState =
    'voice' in able ? { status: 'ready', ...able } : { status: 'noVoice', ...able }
  let queue = emptyQueue
  let state: SpeakerState = ableState
  let closed = false
  let retryMs = firstRetryMs
  let cancelRetry: (() => void) | undefined
  onState?.(state)

  function become(next: SpeakerState) {
    const isNews = next.status !== state.status
    state = next
    if (isNews) onState?.(state)
  }

  function settle(next: { queue: Queue; dropped: readonly Dropped[] }) {
    queue = next.queue
    for (const { call, why } of next.dropped) onUnsaid?.(call.id, why)
  }

  function step() {
    if (closed || cancelRetry) return
    const { turn, ...next } = nextTurn(queue, clock.now(), policy)
    settle(next)
    if (turn.status === 'say') void mouth.say(turn, policy).then((outcome) => conclude(turn.call.id, outcome))
  }

  function conclude(id: string, outcome: Outcome) {
    if (closed) return
    switch (outcome.status) {
      case 'spoken':
        queue = ended(queue)
        retryMs = firstRetryMs
        become(ableState)
        onSpoken?.(id)
        break
      case 'unsaid':
        queue = ended(queue)
        onUnsaid?.(id, outcome.why)
        break
      case 'voiceFailed':
        queue = ended(queue)
        become({ status: 'voiceFailing', reason: outcome.reason })
        onUnsaid?.(id, 'failed')
        break
      case 'sinkFailed':
        settle(interrupted(queue))
        become({ status: 'sinkFailing', reason: outcome.reason })
        retryLater()
        break
    }
    step()
  }

  function retryLater() {
    cancelRetry = clock.after(retryMs, () => {
      cancelRetry = undefined
      step()
    })
    retryMs = Math.min(lastRetryMs, retryMs * 2)
  }

  return {
    say: (call) => {
      settle(called(queue, call, policy))
      step()
    },
    served: (id) => settle(served(queue, id)),
    queue: () => ({ now: queue.now, waiting: queue.waiting }),
    state: () => state,
    close: () => {
      closed = true
      cancelRetry?.()
      mouth.stop()
    },
  }
}

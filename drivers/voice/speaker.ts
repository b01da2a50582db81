import type { Clock } from '@jiaohao/core/clock.ts'
import { type Policy, usualPolicy } from './policy.ts'
import { type Programme, programme } from './programme.ts'
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
  type Turn,
  type Unsaid,
} from './queue.ts'
import type { Sink } from './sink.ts'
import type { NoVoice, Voice } from './voices.ts'

/** Whether the zone can be heard; a failing state ends with the next sentence played to its end. */
export type SpeakerState =
  | { status: 'ready'; voice: string }
  | { status: 'noVoice'; refusals: readonly string[] }
  | { status: 'voiceFailing'; reason: string }
  | { status: 'sinkFailing'; reason: string }

export interface SpeakerParts {
  clock: Clock
  voice: Voice | NoVoice
  sink: Sink
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

type Outcome =
  | { status: 'spoken' }
  | { status: 'unsaid'; why: Unsaid }
  | { status: 'voiceFailed'; reason: string }
  | { status: 'sinkFailed'; reason: string }

/** A player that takes this much longer than the sound lasts has hung. */
const graceMs = 2_000
const firstRetryMs = 500
const lastRetryMs = 8_000

export function openSpeaker(parts: SpeakerParts): Speaker {
  const { clock, voice, sink, policy = usualPolicy, onSpoken, onUnsaid, onState } = parts
  let queue = emptyQueue
  let state: SpeakerState =
    'render' in voice
      ? { status: 'ready', voice: voice.name }
      : { status: 'noVoice', refusals: voice.refusals }
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
    if (turn.status === 'say') void speak(turn).then((outcome) => conclude(turn.call.id, outcome))
  }

  async function speak(turn: Turn & { status: 'say' }): Promise<Outcome> {
    if (!('render' in voice)) return { status: 'unsaid', why: 'noVoice' }
    let sound: Programme | { refused: 'tooLong' }
    try {
      sound = await programme(turn.call, turn.times, turn.gain, voice, policy)
    } catch (cause) {
      return { status: 'voiceFailed', reason: wordsOf(cause) }
    }
    if ('refused' in sound) return { status: 'unsaid', why: sound.refused }
    if (closed) return { status: 'unsaid', why: 'failed' }
    try {
      const reason = await playWithin(sound)
      return reason === 'played' ? { status: 'spoken' } : { status: 'sinkFailed', reason }
    } catch (cause) {
      return { status: 'sinkFailed', reason: wordsOf(cause) }
    }
  }

  /** A sink that never answers must not silence the zone. */
  function playWithin({ wav, durationMs, text }: Programme): Promise<string> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(durationMs + graceMs, () => {
        resolve('the player did not end')
        sink.stop()
      })
      sink
        .play(wav, durationMs, text)
        .finally(cancel)
        .then(
          (outcome) => resolve(outcome === 'played' ? outcome : 'the sound was not played to its end'),
          reject,
        )
    })
  }

  function conclude(id: string, outcome: Outcome) {
    if (closed) return
    switch (outcome.status) {
      case 'spoken':
        queue = ended(queue)
        retryMs = firstRetryMs
        if ('render' in voice) become({ status: 'ready', voice: voice.name })
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
      sink.stop()
    },
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

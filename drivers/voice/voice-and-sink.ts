import type { Clock } from '@jiaohao/core/clock.ts'
import type { Mouth, Outcome } from './mouth.ts'
import { type Programme, programme } from './programme.ts'
import type { Sink } from './sink.ts'
import type { NoVoice, Voice } from './voices.ts'

/** A player that takes this much longer than the sound lasts has hung. */
const GRACE_MS = 2_000

/** Says a sentence by making its sound and playing it. */
export function voiceAndSink(parts: { clock: Clock; voice: Voice | NoVoice; sink: Sink }): Mouth {
  const { clock, voice, sink } = parts
  let stopped = false

  /** A sink that never answers must not silence the zone. */
  function playWithin({ wav, durationMs, text }: Programme): Promise<string> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(durationMs + GRACE_MS, () => {
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

  async function say(
    { call, times, gain }: Parameters<Mouth['say']>[0],
    policy: Parameters<Mouth['say']>[1],
  ) {
    if (!('render' in voice)) return unsaid('noVoice')
    let sound: Programme | { refused: 'tooLong' }
    try {
      sound = await programme(call, times, gain, voice, policy)
    } catch (cause) {
      return { status: 'voiceFailed', reason: wordsOf(cause) } as const
    }
    if ('refused' in sound) return unsaid(sound.refused)
    if (stopped) return unsaid('failed')
    try {
      const reason = await playWithin(sound)
      return reason === 'played'
        ? ({ status: 'spoken' } as const)
        : ({ status: 'sinkFailed', reason } as const)
    } catch (cause) {
      return { status: 'sinkFailed', reason: wordsOf(cause) } as const
    }
  }

  return {
    able: 'render' in voice ? { voice: voice.name } : { refusals: voice.refusals },
    say,
    stop: () => {
      stopped = true
      sink.stop()
    },
  }
}

const unsaid = (why: Extract<Outcome, { status: 'unsaid' }>['why']) => ({ status: 'unsaid', why }) as const

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

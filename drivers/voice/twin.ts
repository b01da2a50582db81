import type { Clock } from '@jiaohao/core/clock.ts'
import type { Sink } from './sink.ts'

/** One sound the hall heard to its end; `atMs` is when it began. */
export interface Heard {
  text: string
  wav: Uint8Array
  atMs: number
  durationMs: number
}

/** unplugged: what plays breaks off and nothing new starts; silent: takes the sound and never says it is over. */
export type SpeakerFault = 'unplugged' | 'silent'

/** The virtual loudspeaker. It stands at the sink, because a speaker's sound is on no wire. */
export interface SpeakerTwin extends Sink {
  /** The last sounds heard, oldest first. */
  heard(): readonly Heard[]
  /** Called as each sound begins, so that a page can make it audible; returns how to stop listening. */
  onAudio(listener: (sound: Heard) => void): () => void
  faults: { set(fault: SpeakerFault, on: boolean): void; active(): readonly SpeakerFault[] }
}

export function openSpeakerTwin(parts: {
  clock: Clock
  onHeard?(sound: Heard): void
  keep?: number
}): SpeakerTwin {
  const { clock, onHeard, keep = 100 } = parts
  const faults = new Set<SpeakerFault>()
  const listeners = new Set<(sound: Heard) => void>()
  let heard: readonly Heard[] = []
  let breakOff = () => {}

  function hear(sound: Heard) {
    heard = [...heard, sound].slice(-keep)
    onHeard?.(sound)
  }

  return {
    play: (wav, durationMs, text) => {
      breakOff()
      if (faults.has('unplugged')) return Promise.resolve('failed')
      const sound = { text, wav, atMs: clock.now(), durationMs }
      for (const listener of listeners) listener(sound)
      return new Promise((resolve) => {
        const cancel = clock.after(durationMs, () => {
          if (faults.has('silent')) return
          hear(sound)
          breakOff = () => {}
          resolve('played')
        })
        breakOff = () => {
          cancel()
          breakOff = () => {}
          resolve('failed')
        }
      })
    },
    stop: () => breakOff(),
    heard: () => heard,
    onAudio: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    faults: {
      set: (fault, on) => {
        if (on) faults.add(fault)
        else faults.delete(fault)
        if (fault === 'unplugged' && on) breakOff()
      },
      active: () => [...faults],
    },
  }
}

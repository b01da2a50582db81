import type { Heard, SpeakerTwin } from '@jiaohao/drivers/voice/twin.ts'
import type { FloorSpeaker } from './contract.ts'

/** The newest sounds of each zone, so that the floor page can make them heard. */
export interface Sounds {
  of(zoneId: string): Omit<FloorSpeaker, 'faults' | 'queue'> & { queue: string[] }
  wav(key: string): Uint8Array | undefined
}

const kept = 8

export function keepSounds(speakers: ReadonlyMap<string, SpeakerTwin>, nowMs: () => number): Sounds {
  const begun = new Map<string, Heard[]>()
  for (const [zoneId, speaker] of speakers) {
    speaker.onAudio((sound) => {
      begun.set(zoneId, [sound, ...(begun.get(zoneId) ?? [])].slice(0, kept))
    })
  }
  const keyOf = (zoneId: string, { atMs }: Heard) => `${zoneId}-${atMs}`
  return {
    of: (zoneId) => {
      const sounds = begun.get(zoneId) ?? []
      const newest = sounds[0]
      const playing = newest && nowMs() < newest.atMs + newest.durationMs
      return {
        saying: playing ? newest.text : null,
        queue: [],
        said: sounds.map((sound) => ({ key: keyOf(zoneId, sound), text: sound.text, atMs: sound.atMs })),
      }
    },
    wav: (key) => {
      for (const [zoneId, sounds] of begun) {
        const found = sounds.find((sound) => keyOf(zoneId, sound) === key)
        if (found) return found.wav
      }
      return undefined
    },
  }
}

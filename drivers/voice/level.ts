import type { Sound } from './wav.ts'

/** The sound without the silence before and after it, so that pauses are ours and not the engine's. */
export function trimmed(sound: Sound): Sound {
  const { channels, samples } = sound
  const first = samples.findIndex(isHeard)
  if (first < 0) return { ...sound, samples: new Int16Array(0) }
  const last = samples.findLastIndex(isHeard)
  const start = Math.floor(first / channels) * channels
  return { ...sound, samples: samples.slice(start, (Math.floor(last / channels) + 1) * channels) }
}

/**
 * The sound at the loudness all voices and clips share: −18 dBFS RMS over what is not silence, held back where
 * a peak would pass −1 dBFS. Not a loudness standard such as EBU R 128, but even from sentence to sentence.
 */
export function levelled(sound: Sound): Sound {
  const { peak, rms } = measure(sound.samples)
  return rms === 0 ? sound : scaled(sound, Math.min(targetRms / rms, targetPeak / peak))
}

/** The sound at `gain` times its loudness (0 = silent, 1 = as it is), never wrapping around. */
export function scaled(sound: Sound, gain: number): Sound {
  if (gain === 1) return sound
  const clip = (sample: number) => Math.max(-32768, Math.min(32767, Math.round(sample * gain)))
  return { ...sound, samples: sound.samples.map(clip) }
}

const targetRms = 10 ** (-18 / 20) * 32768
const targetPeak = 10 ** (-1 / 20) * 32768
/** −46 dBFS: above the noise floor of a quiet room's recording, below the faintest consonant. */
const threshold = 164

function isHeard(sample: number): boolean {
  return Math.abs(sample) > threshold
}

function measure(samples: Int16Array): { peak: number; rms: number } {
  let [peak, squares, heard] = [0, 0, 0]
  for (const sample of samples) {
    const size = Math.abs(sample)
    if (size > peak) peak = size
    if (size <= threshold) continue
    squares += size * size
    heard += 1
  }
  return { peak, rms: heard === 0 ? 0 : Math.sqrt(squares / heard) }
}

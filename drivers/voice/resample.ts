import type { Sound } from './wav.ts'

/**
 * The sound in another's rate and channels, so that sentences of two voices can follow one another. What is between
 * two samples is taken from the line between them; to a lower rate a sample is the mean of those it stands for, which
 * keeps what the new rate cannot carry from sounding as something else. Good enough for speech over a loudspeaker.
 */
export function inFormat(sound: Sound, { rateHz, channels }: Pick<Sound, 'rateHz' | 'channels'>): Sound {
  if (sound.rateHz === rateHz && sound.channels === channels) return sound
  const mono = mixed(sound)
  const frames = Math.round((mono.length * rateHz) / sound.rateHz)
  const step = sound.rateHz / rateHz
  const samples = new Int16Array(frames * channels)
  for (let frame = 0; frame < frames; frame += 1) {
    const at = frame * step
    const value = step > 1 ? meanOf(mono, at, at + step) : between(mono, at)
    samples.fill(Math.round(value), frame * channels, (frame + 1) * channels)
  }
  return { rateHz, channels, samples }
}

function mixed({ channels, samples }: Sound): Float64Array {
  const mono = new Float64Array(Math.floor(samples.length / channels))
  for (const [at, sample] of samples.entries()) {
    const frame = Math.floor(at / channels)
    if (frame < mono.length) mono[frame] = (mono[frame] ?? 0) + sample / channels
  }
  return mono
}

function between(mono: Float64Array, at: number): number {
  const before = Math.floor(at)
  const [left = 0, right = left] = [mono[before], mono[before + 1]]
  return left + (right - left) * (at - before)
}

/** Weighted by how much of each sample lies in the span. */
function meanOf(mono: Float64Array, from: number, to: number): number {
  let [sum, weight] = [0, 0]
  for (let at = Math.floor(from); at < Math.min(to, mono.length); at += 1) {
    const share = Math.min(to, at + 1) - Math.max(from, at)
    sum += (mono[at] ?? 0) * share
    weight += share
  }
  return weight === 0 ? 0 : sum / weight
}

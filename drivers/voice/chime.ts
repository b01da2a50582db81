import type { Sound } from './wav.ts'

/** The "ding-dong" before a sentence: G5 then E5, each struck and fading, 1.2 s, in the voice's own format. */
export function chime({ rateHz, channels }: Pick<Sound, 'rateHz' | 'channels'>): Sound {
  const frames = Math.round(rateHz * chimeSeconds)
  const samples = new Int16Array(frames * channels)
  for (let frame = 0; frame < frames; frame += 1) {
    const seconds = frame / rateHz
    const value = struck(g5, seconds) + struck(e5, seconds - secondStrikeSeconds)
    const fade = Math.min(1, (chimeSeconds - seconds) / fadeSeconds)
    for (let channel = 0; channel < channels; channel += 1)
      samples[frame * channels + channel] = Math.round(value * fade * peak)
  }
  return { rateHz, channels, samples }
}

const chimeSeconds = 1.2
const fadeSeconds = 0.1
const secondStrikeSeconds = 0.45
/** Hertz, in equal temperament on A4 = 440. */
const g5 = 783.99
const e5 = 659.25
/** About as loud to the ear as the levelled sentence after it (level.ts). */
const peak = 0.35 * 32767

/** A 5 ms attack keeps the loudspeaker from clicking; the octave gives it the ring of a bell. */
function struck(hertz: number, seconds: number): number {
  if (seconds < 0) return 0
  const attack = Math.min(1, seconds / 0.005)
  const angle = 2 * Math.PI * hertz * seconds
  return attack * Math.exp(-seconds * 4.5) * (0.8 * Math.sin(angle) + 0.2 * Math.sin(2 * angle))
}

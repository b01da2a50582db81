import type { Sound } from './wav.ts'

/** The "ding-dong" before a sentence: G5 then E5, each struck and fading, 1.2 s, in the voice's own format. */
export function chime({ rateHz, channels }: Pick<Sound, 'rateHz' | 'channels'>): Sound {
  const frames = Math.round(rateHz * chimeSeconds)
  const samples = new Int16Array(frames * channels)
  for (let frame = 0; frame < frames; frame += 1) {
    const seconds = frame / rateHz
    const value = tones.reduce((sum, tone) => sum + struck(tone, seconds - tone.startSeconds), 0)
    const fade = Math.min(1, (chimeSeconds - seconds) / fadeSeconds)
    samples.fill(Math.round(value * fade * peak), frame * channels, (frame + 1) * channels)
  }
  return { rateHz, channels, samples }
}

interface Tone {
  hertz: number
  startSeconds: number
}

const chimeSeconds = 1.2
const fadeSeconds = 0.1
const tones: Tone[] = [
  { hertz: 783.99, startSeconds: 0 },
  { hertz: 659.25, startSeconds: 0.45 },
]
/** About as loud to the ear as the levelled sentence after it (level.ts). */
const peak = 0.35 * 32767

/** A 5 ms attack keeps the loudspeaker from clicking; the octave gives it the ring of a bell. */
function struck({ hertz }: Tone, seconds: number): number {
  if (seconds < 0) return 0
  const attack = Math.min(1, seconds / 0.005)
  const angle = 2 * Math.PI * hertz * seconds
  return attack * Math.exp(-seconds * 4.5) * (0.8 * Math.sin(angle) + 0.2 * Math.sin(2 * angle))
}

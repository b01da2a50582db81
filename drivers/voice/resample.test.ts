import { expect, test } from 'vitest'
import { inFormat } from './resample.ts'
import { durationMs, type Sound } from './wav.ts'

const tone = (hertz: number, rateHz: number, channels = 1, seconds = 0.5): Sound => {
  const samples = new Int16Array(rateHz * seconds * channels)
  for (const at of samples.keys())
    samples[at] = Math.round(8_000 * Math.sin((2 * Math.PI * hertz * Math.floor(at / channels)) / rateHz))
  return { rateHz, channels, samples }
}
/** Times the sound goes upwards through zero in a second. */
const pitch = ({ rateHz, channels, samples }: Sound) => {
  const mono = samples.filter((_, at) => at % channels === 0)
  const ups = mono.filter((sample, at) => sample >= 0 && (mono[at - 1] ?? 0) < 0).length
  return ups / (mono.length / rateHz)
}
const loudness = ({ samples }: Sound) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)

test.each([44_100, 24_000, 16_000, 8_000])(
  'a voice at %d Hz lasts as long and sounds as high at 22050 Hz',
  (rateHz) => {
    const made = inFormat(tone(440, rateHz), { rateHz: 22_050, channels: 1 })
    expect(made).toMatchObject({ rateHz: 22_050, channels: 1 })
    expect(durationMs(made)).toBeCloseTo(500, 0)
    expect(pitch(made)).toBeGreaterThan(430)
    expect(pitch(made)).toBeLessThan(450)
    expect(loudness(made) / loudness(tone(440, rateHz))).toBeGreaterThan(0.9)
  },
)

test('what the lower rate cannot carry is quieter, and does not come back as another tone', () => {
  const made = inFormat(tone(20_000, 44_100), { rateHz: 22_050, channels: 1 })
  expect(loudness(made) / loudness(tone(20_000, 44_100))).toBeLessThan(0.35)
})

test('two channels become one and one becomes two; a sound already so is left as it is', () => {
  const stereo = tone(440, 22_050, 2)
  expect(inFormat(stereo, { rateHz: 22_050, channels: 1 }).samples).toEqual(tone(440, 22_050).samples)
  expect(inFormat(tone(440, 22_050), stereo).samples).toEqual(stereo.samples)
  expect(inFormat(stereo, stereo)).toBe(stereo)
})

test('nothing stays nothing', () => {
  const none = { rateHz: 16_000, channels: 1, samples: new Int16Array() }
  expect(inFormat(none, { rateHz: 22_050, channels: 2 }).samples).toHaveLength(0)
})

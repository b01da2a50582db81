import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chime } from './chime.ts'
import { levelled, scaled, trimmed } from './level.ts'
import { decodeWav, durationMs, encodeWav, join, type Sound, silence } from './wav.ts'

const sounds = (rateHz: number, channels: number) =>
  fc.array(fc.integer({ min: -32768, max: 32767 }), { maxLength: 200 }).map((values): Sound => {
    const whole = values.length - (values.length % channels)
    return { rateHz, channels, samples: Int16Array.from(values.slice(0, whole)) }
  })

function decoded(bytes: Uint8Array): Sound {
  const read = decodeWav(bytes)
  if ('refused' in read) throw new Error(read.refused)
  return read.sound
}

test('a sound written as WAV reads back the same', () => {
  fc.assert(
    fc.property(sounds(22050, 2), (sound) => {
      expect(decoded(encodeWav(sound))).toEqual(sound)
    }),
  )
})

test('joined sounds last exactly as long as their parts, sample for sample', () => {
  fc.assert(
    fc.property(fc.array(sounds(8000, 1), { minLength: 1, maxLength: 5 }), (parts) => {
      const [first, ...rest] = parts
      const whole = join([first!, ...rest])
      expect([...whole.samples]).toEqual(parts.flatMap((part) => [...part.samples]))
      expect(durationMs(whole)).toBeCloseTo(
        parts.reduce((sum, part) => sum + durationMs(part), 0),
        6,
      )
    }),
  )
})

test('half a second of silence and a chime last what they say in every format', () => {
  for (const rateHz of [8000, 22050, 44100, 48000]) {
    for (const channels of [1, 2]) {
      expect(durationMs(silence({ rateHz, channels }, 500))).toBe(500)
      expect(durationMs(chime({ rateHz, channels }))).toBe(1200)
    }
  }
})

test('the chime starts and ends in silence and never overdrives', () => {
  const { samples } = chime({ rateHz: 22050, channels: 1 })
  expect(samples[0]).toBe(0)
  expect(Math.abs(samples.at(-1)!)).toBeLessThan(100)
  expect(samples.every((sample) => Math.abs(sample) < 0.5 * 32767)).toBe(true)
})

test('sounds of different formats are not joined', () => {
  const [a, b] = [silence({ rateHz: 8000, channels: 1 }, 1), silence({ rateHz: 22050, channels: 1 }, 1)]
  expect(() => join([a, b])).toThrow('cannot join 22050 Hz, 1 channel(s) to 8000 Hz, 1 channel(s)')
})

test('a WAV written to a pipe, whose header claims 2 GB, is as long as its bytes', () => {
  const sound: Sound = { rateHz: 22050, channels: 1, samples: Int16Array.of(1, -2, 3) }
  const bytes = encodeWav(sound)
  new DataView(bytes.buffer).setUint32(40, 0x7ffff000, true)
  expect(decoded(bytes)).toEqual(sound)
})

test('chunks before the sound are stepped over, odd lengths padded', () => {
  const sound: Sound = { rateHz: 22050, channels: 1, samples: Int16Array.of(5, 6) }
  const bytes = encodeWav(sound)
  const list = Uint8Array.of(0x4c, 0x49, 0x53, 0x54, 3, 0, 0, 0, 1, 2, 3, 0)
  expect(decoded(Buffer.concat([bytes.subarray(0, 36), list, bytes.subarray(36)]))).toEqual(sound)
})

test('what is not a 16-bit WAV is refused in words, whatever its bytes', () => {
  expect(decodeWav(new TextEncoder().encode('ID3 an mp3 file'))).toEqual({ refused: 'not a RIFF WAVE file' })
  const eightBit = encodeWav(silence({ rateHz: 8000, channels: 1 }, 10))
  eightBit[34] = 8
  expect(decodeWav(eightBit)).toEqual({ refused: 'not 16-bit PCM' })
  expect(decodeWav(eightBit.subarray(0, 12))).toEqual({ refused: 'no sound in the file' })
  const whole = encodeWav({ rateHz: 8000, channels: 2, samples: Int16Array.of(1, 2, 3, 4) })
  fc.assert(
    fc.property(fc.nat({ max: 51 }), fc.nat({ max: 255 }), fc.nat({ max: 52 }), (at, byte, length) => {
      const spoiled = whole.slice(0, length)
      if (at < length) spoiled[at] = byte
      const read = decodeWav(spoiled)
      expect('sound' in read || 'refused' in read).toBe(true)
    }),
  )
})

test('a faint and a loud voice come out equally loud, and silence around them goes', () => {
  const tone = (size: number): Sound => ({
    rateHz: 8000,
    channels: 1,
    samples: Int16Array.from({ length: 8000 }, (_, at) => Math.round(size * Math.sin(at / 3))),
  })
  const rms = ({ samples }: Sound) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)
  const decibels = (sound: Sound) => 20 * Math.log10(rms(levelled(sound)) / 32768)
  expect(decibels(tone(2000))).toBeCloseTo(-18, 0)
  expect(decibels(tone(30000))).toBeCloseTo(-18, 0)
  const around = join([silence(tone(1), 700), tone(9000), silence(tone(1), 300)])
  expect(durationMs(trimmed(around))).toBeCloseTo(1000, -1)
  expect(trimmed(silence(tone(1), 300)).samples).toHaveLength(0)
})

test('turning up never wraps around into noise', () => {
  const loud: Sound = { rateHz: 8000, channels: 1, samples: Int16Array.of(30000, -30000) }
  expect([...scaled(loud, 3).samples]).toEqual([32767, -32768])
})

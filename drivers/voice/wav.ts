/** 16-bit PCM sound: interleaved samples at a rate. Two sounds are joined only when rate and channels agree. */
export interface Sound {
  rateHz: number
  channels: number
  samples: Int16Array
}

/**
 * Reads a RIFF WAVE file ("Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft,
 * 1991). A length beyond the end of the bytes is cut to what is there: programs that write WAV to a pipe
 * (espeak-ng --stdout) cannot know it. Anything but 16-bit PCM is refused with the reason in words.
 */
export function decodeWav(bytes: Uint8Array): { sound: Sound } | { refused: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE')
    return { refused: 'not a RIFF WAVE file' }
  let format: { rateHz: number; channels: number } | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const start = at + 8
    const end = Math.min(start + view.getUint32(at + 4, true), bytes.length)
    if (tag(view, at) === 'fmt ' && end - start >= 16) {
      const [coding, bits] = [view.getUint16(start, true), view.getUint16(start + 14, true)]
      if ((coding !== pcm && coding !== extensible) || bits !== 16) return { refused: 'not 16-bit PCM' }
      format = { channels: view.getUint16(start + 2, true), rateHz: view.getUint32(start + 4, true) }
    }
    if (tag(view, at) === 'data') {
      if (!format || format.channels === 0 || format.rateHz === 0) return { refused: 'no usable format' }
      return { sound: { ...format, samples: samplesAt(bytes.subarray(start, end), format.channels) } }
    }
    at = end + (end % 2)
  }
  return { refused: 'no sound in the file' }
}

/** The sound as a whole WAV file with the 44-byte header every player knows. */
export function encodeWav({ rateHz, channels, samples }: Sound): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const put = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  put(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  put(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, pcm, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, rateHz, true)
  view.setUint32(28, rateHz * channels * 2, true)
  view.setUint16(32, channels * 2, true)
  view.setUint16(34, 16, true)
  put(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  bytes.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), 44)
  return bytes
}

export function durationMs({ rateHz, channels, samples }: Sound): number {
  return (samples.length / channels / rateHz) * 1000
}

export function silence({ rateHz, channels }: Pick<Sound, 'rateHz' | 'channels'>, lengthMs: number): Sound {
  return { rateHz, channels, samples: new Int16Array(Math.round((rateHz * lengthMs) / 1000) * channels) }
}

/** One sound after the other, sample for sample. Throws when rate or channels differ: nothing is resampled. */
export function join(sounds: readonly [Sound, ...Sound[]]): Sound {
  const { rateHz, channels } = sounds[0]
  const odd = sounds.find((sound) => sound.rateHz !== rateHz || sound.channels !== channels)
  if (odd) throw new Error(`cannot join ${format(odd)} to ${format(sounds[0])}`)
  const samples = new Int16Array(sounds.reduce((total, sound) => total + sound.samples.length, 0))
  let at = 0
  for (const sound of sounds) {
    samples.set(sound.samples, at)
    at += sound.samples.length
  }
  return { rateHz, channels, samples }
}

/** Rate and channels in words: `22050 Hz, 1 channel(s)`. */
export function format({ rateHz, channels }: Pick<Sound, 'rateHz' | 'channels'>): string {
  return `${rateHz} Hz, ${channels} channel(s)`
}

const pcm = 1
const extensible = 0xfffe

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))
}

/**
 * Whole frames only; a half-written last sample is dropped. Copied as they are, because every machine a hall runs
 * (x86, ARM, LoongArch) keeps numbers little end first, as WAV does.
 */
function samplesAt(bytes: Uint8Array, channels: number): Int16Array {
  const frames = Math.floor(bytes.length / 2 / channels)
  const samples = new Int16Array(frames * channels)
  new Uint8Array(samples.buffer).set(bytes.subarray(0, samples.byteLength))
  return samples
}

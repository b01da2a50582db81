import { type Part, spelled } from '@jiaohao/core/text/spelled.ts'
import type { Voice } from './voices.ts'
import { encodeWav, silence } from './wav.ts'

/** A voice that makes no sound but takes about as long as espeak-ng would: for driving a day in seconds. */
export const silentVoice: Voice = {
  name: 'silent',
  render: async ({ call, language, one, pace = 1 }) => {
    const lengthMs = spelled(call, language, one).reduce((sum, part) => sum + partMs(part), 0)
    return encodeWav(silence({ rateHz: 8000, channels: 1 }, lengthMs / pace))
  },
}

/** Measured with espeak-ng 1.51 at 140 words a minute: within a tenth for both languages. */
const syllableMs = 350
const threeLettersMs = 200
const pauseMs = 400

function partMs(part: Part): number {
  switch (part.read) {
    case 'pause':
      return pauseMs
    case 'letter':
      return syllableMs
    case 'digit':
    case 'words': {
      const characters = part.text.match(/\p{Script=Han}/gu) ?? []
      const words = part.text.match(/[A-Za-z]+/g) ?? []
      const thirds = words.reduce((sum, word) => sum + Math.ceil(word.length / 3), 0)
      return syllableMs * characters.length + threeLettersMs * thirds
    }
  }
}

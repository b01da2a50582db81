import { announcement, formsOf } from '@jiaohao/core/text/announcement.ts'
import { chime } from './chime.ts'
import { scaled } from './level.ts'
import { languagesOf, type Policy } from './policy.ts'
import type { Call } from './queue.ts'
import { inFormat } from './resample.ts'
import type { Voice } from './voices.ts'
import { decodeWav, durationMs, encodeWav, join, type Sound, silence } from './wav.ts'

/** Everything that goes out for one call, as one WAV: chime, then the sentence in each language, once or twice. */
export interface Programme {
  wav: Uint8Array
  durationMs: number
  text: string
}

const afterChimeMs = 250
const betweenMs = 700
/** Before the next citizen's chime, so that two calls are heard as two. */
const afterAllMs = 400

/**
 * The longest form that stays within the sentence limit: as asked, else once, else once as the shortest sentence there is.
 * Rejects with the voice's cause.
 */
export async function programme(
  call: Call,
  times: 1 | 2,
  gain: number,
  voice: Voice,
  policy: Policy,
): Promise<Programme | { refused: 'tooLong' }> {
  const [full, bare] = formsOf(call)
  const forms = [
    { announced: full, times },
    { announced: full, times: 1 },
    { announced: bare, times: 1 },
  ]
  for (const { announced, times } of forms) {
    const sentences = await Promise.all(
      languagesOf(call, policy).map(async (language) => ({
        text: announcement(announced, language),
        sound: soundOf(
          await voice.render({
            call: announced,
            language,
            one: policy.one,
            ...(call.pace !== undefined && { pace: call.pace }),
          }),
        ),
      })),
    )
    const sound = inOrder(
      sentences.map((sentence) => sentence.sound),
      times,
    )
    const lengthMs = durationMs(sound)
    if (lengthMs > policy.sentenceLimitMs) continue
    const text = sentences.map((sentence) => sentence.text).join(' ')
    return { wav: encodeWav(scaled(sound, gain)), durationMs: lengthMs, text }
  }
  return { refused: 'tooLong' }
}

function inOrder(sentences: readonly Sound[], times: number): Sound {
  const [first] = sentences
  if (!first) throw new Error('a policy without a language')
  const alike = sentences.map((sentence) => inFormat(sentence, first))
  const said = new Array<readonly Sound[]>(times).fill(alike).flat()
  const spaced = said.flatMap((sound, at) => (at > 0 ? [silence(first, betweenMs), sound] : [sound]))
  return join([chime(first), silence(first, afterChimeMs), ...spaced, silence(first, afterAllMs)])
}

function soundOf(wav: Uint8Array): Sound {
  const read = decodeWav(wav)
  if ('refused' in read) throw new Error(`the voice made what is ${read.refused}`)
  return read.sound
}

import type { Announced } from '@jiaohao/core/text/announcement.ts'
import type { Language } from '@jiaohao/core/text/language.ts'
import type { SayOne } from '@jiaohao/core/text/spelled.ts'

/** One announcement in one language, to be spelled (core/text/spelled.ts) by the voice that says it. */
export interface Sentence {
  call: Announced
  language: Language
  one: SayOne
  /** The share of the usual speed; 1 when left out. */
  pace?: number
}

/** Turns a sentence into a WAV file of 16-bit PCM; rejects with the cause when it cannot say it. */
export interface Voice {
  name: string
  render(sentence: Sentence): Promise<Uint8Array>
}

/** This machine cannot speak, with what was tried and why it was refused, in words for the staff. */
export interface NoVoice {
  name: 'none'
  refusals: readonly string[]
}

/** Looks whether a voice works here: a refusal is an everyday no (no clips recorded, nothing installed). */
export type OpenVoice = () => Promise<Voice | { refused: string }>

/**
 * The best voice of an ordered list: `pickVoice([() => openClips(folder), () => openEspeak()])`. A sentence the
 * first usable voice cannot say goes to the next one.
 */
export async function pickVoice(candidates: readonly OpenVoice[]): Promise<Voice | NoVoice> {
  const usable: Voice[] = []
  const refusals: string[] = []
  for (const open of candidates) {
    const voice = await open()
    if ('refused' in voice) refusals.push(voice.refused)
    else usable.push(voice)
  }
  return usable.length > 0 ? firstAble(usable) : { name: 'none', refusals }
}

function firstAble(voices: readonly Voice[]): Voice {
  return {
    name: voices.map((voice) => voice.name).join(', then '),
    render: async (sentence) => {
      const causes: unknown[] = []
      for (const voice of voices) {
        try {
          return await voice.render(sentence)
        } catch (cause) {
          causes.push(cause)
        }
      }
      throw new AggregateError(causes, `no voice can say it: ${causes.map(String).join('; ')}`)
    },
  }
}

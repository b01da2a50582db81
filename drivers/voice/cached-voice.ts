import type { Voice } from './voices.ts'

/** The same voice, remembering the sentences said last (about 0.2 MB each), so that a recall costs nothing. */
export function cachedVoice(voice: Voice, limitSentences = 64): Voice {
  const said = new Map<string, Promise<Uint8Array>>()
  return {
    name: voice.name,
    render: (sentence) => {
      const key = JSON.stringify(sentence)
      const wav = said.get(key) ?? voice.render(sentence)
      said.delete(key)
      said.set(key, wav)
      const oldest = said.keys().next()
      if (said.size > limitSentences && !oldest.done) said.delete(oldest.value)
      wav.catch(() => said.delete(key))
      return wav
    },
  }
}

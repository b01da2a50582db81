import type { Part } from '@jiaohao/core/text/spelled.ts'

/**
 * What an espeak-ng voice reads of a language written in words: `Ticket eigh zero zero one, please go to counter
 * three`. Letters the voice would take for words have other names (language-file.ts).
 */
export function wordsOf(parts: readonly Part[], letterNames: Readonly<Record<string, string>>): string {
  return parts
    .map((part) => {
      if (part.read === 'pause') return ','
      return part.read === 'letter' ? (letterNames[part.text] ?? part.text) : part.text
    })
    .join(' ')
    .replaceAll(' ,', ',')
}

import type { Part } from '@jiaohao/core/text/spelled.ts'

/**
 * What espeak-ng's voice `en-us` reads: `Ticket eigh zero zero one, please go to counter three`. Words hold
 * Latin letters only (spelled.ts); the letter A is written `eigh`, because alone it is read as the article.
 */
export function englishOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.read === 'pause') return ','
      return part.read === 'letter' && part.text === 'A' ? 'eigh' : part.text
    })
    .join(' ')
    .replaceAll(' ,', ',')
}

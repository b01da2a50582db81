import type { Part } from '@jiaohao/core/text/spelled.ts'
import { pinyin } from 'pinyin-pro'

/**
 * What espeak-ng's voice `cmn-latn-pinyin` reads: `qing3 ei1 ling2 ling2 yi1 hao4; dao4 san1 hao4 chuang1 kou3`.
 * A digit is only ever the tone after a syllable (5 = neutral), never a number; a character without a known
 * reading is left out. A pause is `;`: 0.37 s, where a comma is 0.26 s and drowns in a hall's echo.
 */
export function pinyinOf(parts: readonly Part[]): string {
  return parts.flatMap(syllablesOf).join(' ').replaceAll(' ;', ';')
}

function syllablesOf(part: Part): readonly string[] | string {
  switch (part.read) {
    case 'words':
      return syllables(part.text)
    case 'digit':
      return digitSyllables[part.text] ?? []
    case 'letter':
      return letterSyllables[part.text] ?? []
    case 'pause':
      return ';'
  }
}

/** espeak-ng 1.51 has no sound for the bare nasals of 嗯, 呒 and 哼 (ng, n, m, hng). */
function syllables(text: string): string[] {
  const numbered = pinyin(text, { toneType: 'num', type: 'array', v: true }).map((read) =>
    read.replace('0', '5'),
  )
  return numbered.filter((read) => /^[a-z]*[aeiouv][a-z]*[1-5]$/.test(read))
}

/** A table and not pinyin-pro: inside a number 一 keeps its first tone. */
const digitSyllables: Record<string, string> = {
  零: 'ling2',
  一: 'yi1',
  二: 'er4',
  三: 'san1',
  四: 'si4',
  五: 'wu3',
  六: 'liu4',
  七: 'qi1',
  八: 'ba1',
  九: 'jiu3',
  十: 'shi2',
  幺: 'yao1',
}

/**
 * Letter names as a Chinese hall says them, in spellings whose phonemes were checked with `espeak-ng -x`
 * (1.51). The engine's own names are wrong here: C is "sei", G and J nearly the same, R "er", Z "zi".
 */
const letterSyllables: Record<string, string> = {
  A: 'ei1',
  B: 'bi4',
  C: 'xi1',
  D: 'di4',
  E: 'yi4',
  F: 'ai2fu5',
  G: 'ji4',
  H: 'ei2chi5',
  I: 'ai4',
  J: 'zhei4',
  K: 'kei4',
  L: 'ai2lou5',
  M: 'ai2mu5',
  N: 'en1',
  O: 'ou1',
  P: 'pi4',
  Q: 'kiu4',
  R: 'a1er5',
  S: 'ai2si5',
  T: 'ti4',
  U: 'you1',
  V: 'vei1',
  W: 'da2bu5liu4',
  X: 'ai2ke5si5',
  Y: 'wai4',
  Z: 'zei4',
}

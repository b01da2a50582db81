import { inEach, type Language, usualLanguage } from '@jiaohao/core/text/language.ts'
import { staffWords } from './words.ts'

type FormulaWords = 'formulas' | 'estimateFormulas' | 'whatIfFormulas'

/** Each figure's formula in words, as every report prints it (rules §8, E12), in the order of the hall's own texts. */
export const formulasOf = (which: FormulaWords): ({ figure: string } & Record<Language, string>)[] => {
  const words = (language: Language): Record<string, string> => staffWords[language][which]
  return Object.keys(words(usualLanguage)).map((figure) => ({
    figure,
    ...inEach((_, language) => words(language)[figure] ?? ''),
  }))
}

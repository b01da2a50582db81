import type { Material, Promised } from '../items/item.ts'
import type { Language } from './language.ts'

const WORDS = {
  'zh-CN': {
    form: { original: '原件', copy: '复印件', both: '原件及复印件' },
    copies: (form: string, count: number) => `${form} ${count} 份`,
    optional: '非必要',
    within: (inner: string[]) => `（${inner.join('，')}）`,
    atOnce: '当场办结',
    workingDays: (days: number) => `${days} 个工作日`,
    calendarDays: (days: number) => `${days} 日`,
  },
  en: {
    form: { original: 'original', copy: 'copy', both: 'original and copy' },
    copies: (form: string, count: number) => `${form} × ${count}`,
    optional: 'optional',
    within: (inner: string[]) => ` (${inner.join(', ')})`,
    atOnce: 'on the spot',
    workingDays: (days: number) => `${days} working ${days === 1 ? 'day' : 'days'}`,
    calendarDays: (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`,
  },
}

/** `居民身份证（原件 1 份，非必要）`, without its note. */
export function materialWords({ text, form, copies, mandatory }: Material, language: Language): string {
  const words = WORDS[language]
  const inner = [words.copies(words.form[form], copies), ...(mandatory ? [] : [words.optional])]
  return text + words.within(inner)
}

/** `5 个工作日`, `当场办结`. */
export function promisedWords({ days, unit }: Promised, language: Language): string {
  const words = WORDS[language]
  return days === 0 ? words.atOnce : words[unit](days)
}

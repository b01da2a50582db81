import type { Material, Promised } from '../items/item.ts'
import { fileOf, type Language } from './language.ts'

/** How an item's papers and its promise are worded in one language. */
export interface ItemWords {
  form: Record<Material['form'], string>
  copies(form: string, count: number): string
  optional: string
  within(inner: string[]): string
  atOnce: string
  workingDays(days: number): string
  calendarDays(days: number): string
}

/** `居民身份证（原件 1 份，非必要）`, without its note. */
export function materialWords({ text, form, copies, mandatory }: Material, language: Language): string {
  const words = fileOf(language).paper.items
  const inner = [words.copies(words.form[form], copies), ...(mandatory ? [] : [words.optional])]
  return text + words.within(inner)
}

/** `5 个工作日`, `当场办结`. */
export function promisedWords({ days, unit }: Promised, language: Language): string {
  const words = fileOf(language).paper.items
  return days === 0 ? words.atOnce : words[unit](days)
}

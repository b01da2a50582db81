import * as z from 'zod'
import { en } from './en.ts'
import type { LanguageFile } from './language-file.ts'
import type { StaffTexts } from './staff-texts.ts'
import { zhCN } from './zh-CN.ts'

/** The one list of languages. The first is the hall's own, which the others fall back to. */
const list = [zhCN, en] as const satisfies readonly [LanguageFile, ...LanguageFile[]]

export type Language = (typeof list)[number]['id']
export const languages = list.map(({ id }) => id) as [Language, ...Language[]]
export const usualLanguage: Language = list[0].id

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)

/** Whatever was recorded once, also a language since taken out, is read in one there is. */
export const languageIn = (text: string): Language => (isLanguage(text) ? text : usualLanguage)

export const fileOf = (language: Language): LanguageFile => list.find(({ id }) => id === language) ?? list[0]

/** One value for each language. */
export const inEach = <Value>(
  make: (file: LanguageFile, language: Language) => Value,
): Record<Language, Value> =>
  Object.fromEntries(list.map((file) => [file.id, make(file, file.id)])) as Record<Language, Value>

/** An object with one field for each language. */
export const eachLanguage = <Field extends z.ZodType>(field: Field) => z.strictObject(inEach(() => field))

/** A thing of the hall as this language shows it. */
export const nameIn = (language: Language, { name, nameEn }: { name: string; nameEn: string }): string =>
  (fileOf(language).hallNames === 'nameEn' && nameEn) || name

/** What staff pages say, in every language that has it. */
export const staffTexts = async (): Promise<Partial<Record<Language, StaffTexts>>> =>
  Object.fromEntries(
    await Promise.all(list.map(async ({ id, staff }) => [id, await (staff as LanguageFile['staff'])?.()])),
  )

/** The same keys in another language, nested the same way: a missing text does not compile. */
export type SameTexts<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : SameTexts<Texts[Key]>
}

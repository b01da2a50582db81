import { inEach, type Language, staffTexts, usualLanguage } from '@jiaohao/core/text/language.ts'
import type { StaffTexts } from '@jiaohao/core/text/staff-texts.ts'

const staff = await staffTexts()
const usual = staff[usualLanguage]
if (!usual) throw new Error(`${usualLanguage} has no texts for staff`)

/** What staff read; of a language that has nothing for staff, in the hall's own. */
export const staffWords: Record<Language, StaffTexts> = inEach((_, language) => staff[language] ?? usual)

/** The words of a report's file. */
export const words = inEach(({ citizen }, language) => ({
  ...staffWords[language].reportFile,
  levels: citizen.levels,
}))

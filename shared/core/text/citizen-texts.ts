import type { SameTexts } from './language.ts'
import type { citizen } from './zh-CN/citizen.ts'

/** What a language has to say to citizens. */
export type CitizenTexts = SameTexts<typeof citizen>

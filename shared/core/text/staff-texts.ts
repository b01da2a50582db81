import type { SameTexts } from './language.ts'
import type { staff } from './zh-CN/staff.ts'

/** What a language has to say to staff. */
export type StaffTexts = SameTexts<typeof staff>

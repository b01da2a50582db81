import type { SameTexts } from '../language.ts'
import type { accessible as zh } from '../zh-CN/accessible.ts'

export const accessible: SameTexts<typeof zh> = {
  on: 'Large',
  off: 'Standard',
  about: 'Accessible mode: large, low on the screen, spoken',
}

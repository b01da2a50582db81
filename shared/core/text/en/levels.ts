import type { SameTexts } from '../language.ts'
import type { levels as zh } from '../zh-CN/levels.ts'

export const levels: SameTexts<typeof zh> = {
  5: 'Very satisfied',
  4: 'Satisfied',
  3: 'Fairly satisfied',
  2: 'Dissatisfied',
  1: 'Very dissatisfied',
}

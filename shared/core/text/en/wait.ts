import type { SameTexts } from '../language.ts'
import type { wait as zh } from '../zh-CN/wait.ts'

export const wait: SameTexts<typeof zh> = {
  within: 'under {{high}} min',
  about: 'about {{low}} min',
  hours: 'over {{hours}} h',
  range: '{{low}}–{{high}} min',
}

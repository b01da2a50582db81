import type { SameTexts } from '../language.ts'
import type { standing as zh } from '../zh-CN/standing.ts'

export const standing: SameTexts<typeof zh> = {
  leave: {
    title: 'Please leave the hall now',
    how: 'Follow the staff to the nearest exit, calmly. Do not use the lifts; do not go back for belongings.',
    said: 'Attention please. Stop what you are doing and follow the staff to the nearest exit. Do not use the lifts',
    strip: 'LEAVE',
  },
  paused: {
    because: 'The hall is paused: {{reason}}',
    stay: 'Numbers already taken are kept and will be called in the same order',
    said: 'Attention please. The hall is paused. Numbers already taken are kept',
    strip: 'PAUSED',
  },
}

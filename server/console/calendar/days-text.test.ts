import { expect, test } from 'vitest'
import { daysIn, textOfDays } from './days-text.ts'

test('a pasted order of holidays is read line by line, however its days are written', () => {
  const days = daysIn('2026-02-17 春节\r\n2026/2/7，春节 调休\n\n2026年10月1日\n明天')
  expect(days).toEqual([
    { day: '2026-02-17', name: '春节' },
    { day: '2026-02-07', name: '春节 调休' },
    { day: '2026-10-01', name: '' },
    { day: '明天', name: '' },
  ])
  expect(daysIn(textOfDays(days))).toEqual(days)
})

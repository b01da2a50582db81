import { expect, test } from 'vitest'
import { readYear } from './read-year.ts'
import { year2026 } from './year-2026.ts'

const read = (text: string) => readYear(text, '测试')
const few = {
  year: 2026,
  rest: [{ day: '2026-02-16', name: '春节' }],
  work: [{ day: '2026-02-14', name: '春节' }],
  source: '测试',
}

test('lines of day, word and name are a year’s table; a heading and empty lines are passed over', () => {
  expect(read('日期,安排,名称\r\n2026-02-16,休,春节\r\n\r\n2026/2/14，班，春节\n')).toEqual(few)
  expect(read('2026-02-16\trest\t春节\n2026-02-14;work;春节')).toEqual(few)
})

test('JSON is read as this hub, chinese-days and holiday-cn write it', () => {
  expect(read(JSON.stringify(year2026))).toEqual({ ...year2026, source: '测试' })
  expect(
    read(
      '{"holidays":{"2026-02-16":"Spring Festival,春节,4"},"workdays":{"2026-02-14":"Spring Festival,春节,4"}}',
    ),
  ).toEqual(few)
  expect(
    read(
      '{"year":2026,"days":[{"name":"春节","date":"2026-02-16","isOffDay":true},{"name":"春节","date":"2026-02-14","isOffDay":false}]}',
    ),
  ).toEqual(few)
})

test('what is no day or says nothing of it is named with its line, never left out', () => {
  expect(read('2026-02-16,休,春节\n2026-02-30,休,\n2026-02-14,也许,')).toEqual({
    notRead: [
      { line: 2, text: '2026-02-30,休,' },
      { line: 3, text: '2026-02-14,也许,' },
    ],
  })
  for (const text of ['', '{', '{"days":[{"date":"soon"}]}', 'hello', '[]'])
    expect(read(text)).toHaveProperty('notRead')
})

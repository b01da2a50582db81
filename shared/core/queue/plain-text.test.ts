import { expect, test } from 'vitest'
import { id, plainText } from './plain-text.ts'

const accepts = (text: string, most = 5) => plainText(most).safeParse(text).success

test('length is counted in characters people see as one, not in UTF-16 units', () => {
  expect(accepts('𠮷野家𬭚𪚥')).toBe(true)
  expect(accepts('𠮷野家𬭚𪚥𠀀')).toBe(false)
  expect(accepts('一二三四五六')).toBe(false)
})

test('blanks around are cut and one text has one spelling', () => {
  expect(plainText(5).parse('  社保 ')).toBe('社保')
  expect(plainText(5).parse('e\u0301')).toBe('\u00e9')
  expect(accepts('   ')).toBe(false)
  expect(accepts('')).toBe(false)
})

test('control, bidirectional and invisible characters and lone surrogates are refused', () => {
  for (const bad of [
    '\n',
    '\u0000',
    '\u001b',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200f',
    '\ufeff',
    '\ud800',
    '\ue000',
    '\u2028',
  ])
    expect(accepts(`社${bad}保`), JSON.stringify(bad)).toBe(false)
})

test('pictographs no slip printer has are refused', () => {
  expect(accepts('好👍')).toBe(false)
  expect(accepts('家👨‍👩‍👧')).toBe(false)
})

test('Chinese, Latin, digits and the marks of everyday writing are accepted', () => {
  for (const good of ['社保', '㐂', 'A-01', '税（个）', '50%', 'ñandú', '¥5', '〇'])
    expect(accepts(good), good).toBe(true)
})

test('an id is letters, digits, dash and underscore', () => {
  expect(id.safeParse('counter_3-b').success).toBe(true)
  for (const bad of ['', 'a b', '社保', 'a'.repeat(65), "';--", '../x'])
    expect(id.safeParse(bad).success, bad).toBe(false)
})

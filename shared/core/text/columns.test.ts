import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, wrap } from './columns.ts'

test('a Han character takes two columns, also one that JavaScript counts as two', () => {
  expect(columnsOf('到3号窗口')).toBe(9)
  expect(columnsOf('𠮷A')).toBe(3)
})

test('Han text breaks anywhere, words at spaces, and no closing mark begins a line', () => {
  expect(wrap('请带好身份证原件', 6)).toEqual(['请带好', '身份证', '原件'])
  expect(wrap('请带好，身份证', 6)).toEqual(['请带', '好，身', '份证'])
  expect(wrap('bring your identity card', 12)).toEqual(['bring your', 'identity', 'card'])
  expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
})

test('whatever the text, no line is wider than the paper and no character is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('号', '，', 'A', '1', ' ', '𠮷', '）', '-') })
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 12 }), (said, columns) => {
      const lines = wrap(said, columns)
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
      expect(lines.join('').replace(/ /g, '')).toBe(said.replace(/ /g, ''))
    }),
  )
})

import { search } from '@jiaohao/core/items/search.ts'
import { expect, test } from 'vitest'
import { spelledName } from './readings.ts'

const rows = [
  '社会保障卡申领',
  '重庆户籍迁入',
  '银行贷款证明',
  '女职工生育津贴',
  '二手房转移登记',
  'ETC办理（个人）',
].map((name) => ({ name: spelledName(name), other: '', popular: false, shown: name }))
const found = (words: string) => search(rows, words).map(({ shown }) => shown)

test('names are found as they are read in their words', () => {
  expect(found('chongqing')).toEqual(['重庆户籍迁入'])
  expect(found('cqhj')).toEqual(['重庆户籍迁入'])
  expect(found('yinhang')).toEqual(['银行贷款证明'])
  expect(found('yhdk')).toEqual(['银行贷款证明'])
  expect(found('nvzg')).toEqual(['女职工生育津贴'])
  expect(found('nuzhigong')).toEqual(['女职工生育津贴'])
})

test('and by a reading that does not fit, after all others', () => {
  expect(found('zhongqing')).toEqual(['重庆户籍迁入'])
  expect(found('yinxing')).toEqual(['银行贷款证明'])
})

test('signs of a name need not be typed, letters of it may be', () => {
  expect(found('etcbl')).toEqual(['ETC办理（个人）'])
  expect(found('etc办理个人')).toEqual(['ETC办理（个人）'])
})

test('a character the dictionary does not know is found as itself', () => {
  expect(spelledName('𫝀')).toEqual([{ text: '𫝀', readings: [] }])
})

test('two thousand items are searched in a few milliseconds', () => {
  const many = Array.from({ length: 2_000 }, (_, i) => ({ ...rows[i % rows.length], other: `第${i}项` }))
  const began = performance.now()
  for (const words of ['s', 'sbk', 'shehuibaozhangka', '登记', 'zzzzzz']) search(many as typeof rows, words)
  expect(performance.now() - began).toBeLessThan(2_000)
})

import { Item } from '@jiaohao/core/items/item.ts'
import { expect, test } from 'vitest'
import { itemOf, valuesOf } from './form-values.ts'
import { itemChanges } from './item-changes.ts'

const item = Item.parse({
  name: '社保卡申领',
  steps: ['申请', '领卡'],
  materials: [{ text: '身份证', note: '有效' }],
  promised: { days: 5 },
  samples: [{ is: 'text', title: '样例', lines: ['姓名：张三'] }],
  fromDay: '2026-01-01',
})

test('two versions differ in words, field by field', () => {
  const after = { ...item, promised: { days: 0, unit: 'workingDays' as const }, steps: ['领卡'] }
  expect(itemChanges(item, item, 'zh-CN')).toEqual([])
  expect(itemChanges(item, after, 'zh-CN')).toEqual([
    { field: 'steps', before: '申请\n领卡', after: '领卡' },
    { field: 'promised', before: '5 个工作日', after: '当场办结' },
  ])
})

test('what the form shows of an item is that item again', () => {
  expect(itemOf(valuesOf(item), '样例').item).toEqual(item)
})

test('what the form cannot say is told at its field', () => {
  expect(itemOf({ ...valuesOf(item), name: '', days: 999 }, '样例').wrong).toEqual(['name', 'days'])
})

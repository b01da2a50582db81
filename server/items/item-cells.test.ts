import { expect, test } from 'vitest'
import { type Cells, type Column, cellsOf, columns, itemIn } from './item-cells.ts'

const services = [{ id: 'social', name: '社会保险', prefix: 'A' }]
const hall = { services, today: '2026-03-11' }
const good: Cells = {
  id: '',
  name: '社会保障卡申领',
  nameEn: '',
  department: '人社局',
  serviceId: '社会保险',
  kind: '承诺件',
  steps: '申请\n审核',
  materials: '居民身份证｜原件｜1份｜必要｜在有效期内\n照片 | 复印件 | 2 | 非必要\n户口簿',
  basis: '《社会保险法》',
  promised: '5个工作日',
  result: '社会保障卡',
  fee: '不收费',
  samples: '姓名：张三',
  popular: '是',
  fromDay: '2026/3/1',
  untilDay: '',
  reviewBy: '2027年3月1日',
}
const read = (change: Partial<Cells>) => itemIn({ ...good, ...change }, hall)
const wrong = (change: Partial<Cells>) =>
  read(change).problems.map(({ column, problem }) => `${column} ${problem}`)

test('a row as people write it becomes an item', () => {
  expect(read({}).item).toMatchObject({
    serviceId: 'social',
    kind: 'promised',
    steps: ['申请', '审核'],
    materials: [
      { text: '居民身份证', form: 'original', copies: 1, mandatory: true, note: '在有效期内' },
      { text: '照片', form: 'copy', copies: 2, mandatory: false, note: '' },
      { text: '户口簿', form: 'original', copies: 1, mandatory: true, note: '' },
    ],
    promised: { days: 5, unit: 'workingDays' },
    samples: [{ is: 'text', lines: ['姓名：张三'] }],
    popular: true,
    fromDay: '2026-03-01',
    untilDay: null,
    reviewBy: '2027-03-01',
  })
})

test('what an item becomes in a table becomes the same item again', () => {
  const { item } = read({})
  if (!item) throw new Error('unread')
  expect(itemIn(cellsOf('x', item, services), hall).item).toEqual(item)
  const bare = read({ materials: '无需提交材料', promised: '当场办结', kind: '即办件' }).item
  if (!bare) throw new Error('unread')
  expect(bare).toMatchObject({ needsNoMaterials: true, materials: [], promised: { days: 0 } })
  expect(itemIn(cellsOf('x', bare, services), hall).item).toEqual(bare)
})

test('the queue is named by its name, its letter or its id; without a day it holds from today', () => {
  for (const serviceId of ['社会保险', 'A', 'social']) {
    expect(read({ serviceId }).item?.serviceId).toBe('social')
  }
  expect(read({ fromDay: '' }).item?.fromDay).toBe('2026-03-11')
})

test.each<[Partial<Cells>, string]>([
  [{ name: '' }, 'name missing'],
  [{ name: '一'.repeat(61) }, 'name tooLong'],
  [{ name: '社保卡😀' }, 'name badText'],
  [{ serviceId: '没有的业务' }, 'serviceId unknown'],
  [{ kind: '快办件' }, 'kind badKind'],
  [{ materials: '身份证 | 原件 | 很多' }, 'materials badMaterial'],
  [{ materials: '身份证 | 扫描件' }, 'materials badMaterial'],
  [{ promised: '很快' }, 'promised badPromise'],
  [{ promised: '400个工作日' }, 'promised tooLong'],
  [{ popular: '也许' }, 'popular badYesNo'],
  [{ fromDay: '明天' }, 'fromDay badDate'],
  [{ reviewBy: '2026-02-30' }, 'reviewBy badDate'],
  [{ steps: Array(21).fill('一步').join('\n') }, 'steps tooLong'],
])('%j is told at its own column', (change, problem) => {
  expect(wrong(change)).toEqual([problem])
})

test('everything wrong with a row is told at once', () => {
  expect(wrong({ serviceId: '?', kind: '?', fee: '元'.repeat(300) })).toEqual([
    'serviceId unknown',
    'kind badKind',
    'fee tooLong',
  ])
})

test('every column has its heading once', () => {
  const names: readonly Column[] = columns.map(({ name }) => name)
  expect(new Set(names).size).toBe(columns.length)
  expect(new Set(columns.map(({ head }) => head)).size).toBe(columns.length)
})

import { expect, test } from 'vitest'
import { inForce } from './in-force.ts'
import { Item } from './item.ts'
import { keptBack, missingFields, publicFields } from './missing.ts'
import { queueFor } from './queue-for.ts'

const whole = Item.parse({
  name: '社会保障卡申领',
  department: '人社局',
  serviceId: 'social',
  kind: 'promised',
  steps: ['申请', '审核', '领卡'],
  materials: [{ text: '居民身份证' }],
  basis: ['《中华人民共和国社会保险法》'],
  promised: { days: 5 },
  result: '社会保障卡',
  fee: '不收费',
  fromDay: '2026-03-01',
  reviewBy: '2027-03-01',
})
const hall = { serviceIds: new Set(['social']), today: '2026-03-11' }
const kept = (change: Partial<Item>) =>
  keptBack({ ...whole, ...change }, hall).map(({ path, problem }) => `${path} ${problem}`)

test('an item is published only with all seven public fields', () => {
  expect(kept({})).toEqual([])
  const empty: Partial<Item> = { steps: [], materials: [], basis: [], promised: null, result: '', fee: '' }
  for (const [field, nothing] of Object.entries(empty)) {
    expect(kept({ [field]: nothing }), field).toEqual([`${field} missing`])
  }
  expect(missingFields({ ...whole, ...empty, name: '' })).toEqual([...publicFields])
})

test('that nothing needs to be brought is said on purpose, and not beside a list', () => {
  expect(kept({ materials: [], needsNoMaterials: true })).toEqual([])
  expect(kept({ needsNoMaterials: true })).toEqual(['materials notNeeded'])
})

test('it names a queue of the hall, a department and a day for its review', () => {
  expect(kept({ serviceId: 'gone', department: '', reviewBy: null })).toEqual([
    'department missing',
    'serviceId unknown',
    'reviewBy missing',
  ])
})

test('即办件 takes no days, 承诺件 takes some', () => {
  expect(kept({ kind: 'instant' })).toEqual(['promised instantTakesDays'])
  expect(kept({ promised: { days: 0, unit: 'workingDays' } })).toEqual(['promised promisedTakesNone'])
})

test('its days are in order and not over', () => {
  expect(kept({ untilDay: '2026-02-01' })).toEqual(['untilDay order', 'untilDay over'])
  expect(kept({ reviewBy: '2026-01-01' })).toEqual(['reviewBy order'])
  expect(() => Item.parse({ ...whole, fromDay: '2026-02-30' })).toThrow()
})

test('in force is the newest version that holds on the day', () => {
  const version = (number: number, fromDay: string, untilDay: string | null = null, withdrawn = false) => ({
    version: number,
    fromDay,
    untilDay,
    withdrawn,
  })
  const versions = [
    version(1, '2026-01-01'),
    version(2, '2026-04-01'),
    version(3, '2026-06-01', '2026-06-30'),
  ]
  const on = (day: string, among = versions) => inForce(among, day)?.version
  expect(on('2025-12-31')).toBeUndefined()
  expect(on('2026-03-31')).toBe(1)
  expect(on('2026-04-01')).toBe(2)
  expect(on('2026-06-30')).toBe(3)
  expect(on('2026-07-01')).toBe(2)
  expect(on('2026-05-01', [version(1, '2026-01-01'), version(2, '2026-04-01', null, true)])).toBe(1)
})

test('items of one service go to its queue; of several, to the queue where every counter can do all', () => {
  const counters = [['a'], ['a', 'b'], ['b', 'general'], ['a', 'b', 'c', 'general']]
  expect(queueFor(['a', 'a'], counters)).toBe('a')
  expect(queueFor(['a', 'b'], counters)).toBe('a')
  expect(queueFor(['a', 'c'], counters)).toBe('c')
  expect(queueFor(['b', 'a'], [['a'], ['b'], ['a', 'b']])).toBe('b')
  expect(queueFor(['a', 'b'], [['a'], ['a', 'b']])).toBe('b')
  expect(queueFor(['a', 'd'], counters)).toBeNull()
  expect(queueFor(['d'], counters)).toBeNull()
})

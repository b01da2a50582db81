import { expect, test } from 'vitest'
import { openFinger } from './finger.ts'

const verdicts = (timesMs: number[]) => {
  const judge = openFinger()
  return timesMs.map((atMs) => judge('call next', atMs))
}

test('one key within 400 ms is one press, later it is another', () => {
  expect(verdicts([0, 30, 399, 799])).toEqual(['press', 'bounce', 'bounce', 'press'])
})

test('a key held down calls one citizen, however long it repeats, and is muted once', () => {
  const held = verdicts(Array.from({ length: 100 }, (_, index) => index * 100))
  expect(held.filter((verdict) => verdict === 'press')).toHaveLength(1)
  expect(held.filter((verdict) => verdict === 'stuck')).toHaveLength(1)
  expect(held.slice(9).every((verdict) => verdict === 'muted')).toBe(true)
})

test('a muted key is heard again after two quiet seconds', () => {
  const held = Array.from({ length: 20 }, (_, index) => index * 100)
  expect(verdicts([...held, 3899]).at(-1)).toBe('muted')
  expect(verdicts([...held, 3900]).at(-1)).toBe('press')
})

test('keys and counters are judged apart', () => {
  const judge = openFinger()
  expect([judge('3 call next', 0), judge('4 call next', 1), judge('3 recall', 2)]).toEqual([
    ...['press', 'press', 'press'],
  ])
})

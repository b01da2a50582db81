import { expect, test } from 'vitest'
import { given, kiosk, li, servedBy, wang } from './cast.ts'
import { quantile, waitFor } from './estimate.ts'

const served = (count: number) =>
  given(li.opens(), ...Array.from({ length: count }, () => [kiosk.takes('social'), ...servedBy(li)]).flat())

test('nothing is promised before three were served or with no counter open', () => {
  const wait = (story: ReturnType<typeof given>) => waitFor(story.hall, story.state, 'social', 5)
  expect(wait(served(2))).toBeNull()
  expect(wait(served(3))).toEqual({ low: 5, high: 6 })
  expect(wait(served(3).when(li.closes()).follows('counterClosed'))).toBeNull()
})

test('a second open counter halves the wait, one of another service changes nothing', () => {
  const two = served(4).when(wang.opens()).follows('counterOpened')
  expect(waitFor(two.hall, two.state, 'social', 6)).toEqual({ low: 3, high: 4 })
  expect(waitFor(two.hall, two.state, 'household', 6)).toBeNull()
})

test('the range never turns round and never shrinks with more people ahead', () => {
  const { hall, state } = served(5)
  const waits = Array.from({ length: 50 }, (_, ahead) => waitFor(hall, state, 'social', ahead))
  for (const [i, wait] of waits.entries()) {
    expect(wait?.low).toBeGreaterThanOrEqual(waits[i - 1]?.low ?? 0)
    expect(wait?.high).toBeGreaterThanOrEqual(wait?.low ?? Number.NaN)
  }
})

test('a quantile is a value that was there', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2)
  expect(quantile([1, 2, 3, 4], 0.9)).toBe(4)
  expect(quantile([1, 2, 3, 4], 0)).toBe(1)
  expect(quantile([7], 0.9)).toBe(7)
  expect(quantile([], 0.5)).toBe(0)
})

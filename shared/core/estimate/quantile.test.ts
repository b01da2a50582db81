import { expect, test } from 'vitest'
import { quantile } from './quantile.ts'

test('a quantile is a value that was there', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2)
  expect(quantile([1, 2, 3, 4], 0.9)).toBe(4)
  expect(quantile([1, 2, 3, 4], 0)).toBe(1)
  expect(quantile([7], 0.9)).toBe(7)
  expect(quantile([], 0.5)).toBe(0)
})

import { expect, test } from 'vitest'
import { erlangC, erlangWait } from './erlang-c.ts'

test('with one counter the wait is ρ ÷ (1 − ρ) services, and ρ of all must wait', () => {
  expect(erlangWait(1, 0.7)).toBeCloseTo(0.7 / 0.3, 12)
  expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12)
})

test('with two counters it is what the textbook derives: 2ρ² ÷ (1 + ρ) must wait', () => {
  expect(erlangC(2, 0.5)).toBeCloseTo((2 * 0.25) / 1.5, 12)
})

test('eight counters at nine tenths: 0.7 of all must wait', () => {
  expect(erlangC(8, 0.9)).toBeCloseTo(0.7016, 3)
})

import { expect, test } from 'vitest'
import { citizensAt, dialEnd, dialOf } from './dial.ts'

test('the dial goes from ten citizens an hour to a thousand', () => {
  expect(citizensAt(0)).toBe(10)
  expect(citizensAt(dialEnd)).toBe(1_000)
})

test('every turn to the right brings as many citizens or more, in round numbers', () => {
  const turns = Array.from({ length: dialEnd + 1 }, (_, position) => citizensAt(position))
  expect(turns).toEqual(turns.toSorted((one, other) => one - other))
  expect(turns.filter((citizens) => citizens % 5 !== 0)).toEqual([])
})

test('a rate beyond the dial stands at its end', () => {
  expect(dialOf(0)).toBe(0)
  expect(dialOf(2_000)).toBe(dialEnd)
  expect(citizensAt(dialOf(120))).toBe(120)
})

import { expect, test } from 'vitest'
import { waitWords } from './wait-words.ts'

const t = (key: string, facts: Record<string, number>) => `${key} ${JSON.stringify(facts)}`

test('a wait is a range, an upper bound when short, hours when long', () => {
  expect(waitWords({ low: 0, high: 0 }, t)).toBe('wait.within {"high":1}')
  expect(waitWords({ low: 5, high: 5 }, t)).toBe('wait.about {"low":5}')
  expect(waitWords({ low: 10, high: 20 }, t)).toBe('wait.range {"low":10,"high":20}')
  expect(waitWords({ low: 400, high: 604 }, t)).toBe('wait.hours {"hours":6}')
})

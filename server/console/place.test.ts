import { expect, test } from 'vitest'
import { hashOf, pagesFor, placeIn } from './place.ts'

test('the address names a page and its part', () => {
  expect(placeIn('#/hall/counters', ['administrator'])).toEqual({ page: 'hall', part: 'counters' })
  expect(hashOf({ page: 'hall', part: 'counters' })).toBe('#/hall/counters')
  expect(hashOf({ page: 'report', part: '' })).toBe('#/report')
})

test('an unknown page, or one these roles may not open, becomes Today', () => {
  expect(placeIn('', ['administrator']).page).toBe('today')
  expect(placeIn('#first=abc', ['administrator']).page).toBe('today')
  expect(placeIn('#/audit', ['supervisor']).page).toBe('today')
})

test('a clerk has no page here', () => {
  expect(pagesFor(['clerk'])).toEqual([])
  expect(pagesFor(['auditor'])).not.toContain('people')
  expect(pagesFor(['administrator'])).toHaveLength(11)
})

import { expect, test } from 'vitest'
import { beginOn, endOn, quickNameOf, quickRange, shiftDay } from './days.ts'

test('days pass over months, years and leap days', () => {
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28')
  expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29')
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
})

test('the quick ranges include today', () => {
  expect(quickRange('week', '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' })
  expect(quickRange('month', '2026-03-03')).toEqual({ from: '2026-03-01', to: '2026-03-03' })
  expect(quickNameOf({ from: '2026-03-02', to: '2026-03-02' }, '2026-03-03')).toBe('yesterday')
  expect(quickNameOf({ from: '2026-01-02', to: '2026-03-02' }, '2026-03-03')).toBeUndefined()
})

test('a range never runs backward', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }
  expect(beginOn(march, '2026-04-02')).toEqual({ from: '2026-04-02', to: '2026-04-02' })
  expect(endOn(march, '2026-02-02')).toEqual({ from: '2026-02-02', to: '2026-02-02' })
  expect(endOn(march, '2026-03-09')).toEqual({ from: '2026-03-01', to: '2026-03-09' })
})

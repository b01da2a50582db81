import type { AskingNow } from '@jiaohao/core/views/window.ts'
import { expect, test } from 'vitest'
import { legOf, ratingNow } from './rating.ts'

const asking: AskingNow = {
  ticketId: '2026-03-11-30',
  leg: 0,
  number: 'A030',
  nonce: 'n1',
  openedAtMs: 0,
  untilMs: 60_000,
}
const next: AskingNow = { ...asking, ticketId: '2026-03-11-31', number: 'A031', nonce: 'n2' }

test('a leg is asked while its window is open', () => {
  expect(ratingNow({ is: 'resting' }, asking, null, 1_000)).toEqual({ is: 'asked', asking })
  expect(ratingNow({ is: 'resting' }, asking, null, 60_000)).toEqual({ is: 'resting' })
})

test('a leg answered here is not asked again, however late the hall takes its question back', () => {
  expect(ratingNow({ is: 'resting' }, asking, legOf(asking), 1_000)).toEqual({ is: 'resting' })
})

test('reasons may be given after the window has shut', () => {
  const explaining = { is: 'explain', asking, level: 1, problem: null } as const
  expect(ratingNow(explaining, null, legOf(asking), 70_000)).toBe(explaining)
})

test('the next citizen is asked though the last one walked away from the reasons', () => {
  const explaining = { is: 'explain', asking, level: 1, problem: null } as const
  expect(ratingNow(explaining, next, legOf(asking), 1_000)).toEqual({ is: 'asked', asking: next })
})

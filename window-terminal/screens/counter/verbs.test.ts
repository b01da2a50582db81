import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { expect, test } from 'vitest'
import { missNeeds, verbFor, whyNot } from './verbs.ts'

const at = (state: CounterView['sign']['state'], change: object = {}) =>
  ({
    sign: { state },
    waitingTotal: 1,
    current: { countedCalls: 2, lastCalledAtMs: 0 },
    missAfter: { calls: 3, spacingSeconds: 20 },
    ...change,
  }) as CounterView

test('next is for a free counter with somebody waiting', () => {
  expect(whyNot(at('idle'), 'next', 0)).toBe(null)
  expect(whyNot(at('idle', { waitingTotal: 0 }), 'next', 0)).toBe('nobodyWaiting')
  expect(whyNot(at('serving'), 'next', 0)).toBe('counterBusy')
  expect(whyNot(at('paused'), 'next', 0)).toBe('counterPaused')
})

test('finish and next in one press is for somebody being served, never for one just called', () => {
  expect(whyNot(at('serving'), 'nextAfterFinish', 0)).toBe(null)
  expect(whyNot(at('calling'), 'nextAfterFinish', 0)).toBe('ticketNotServing')
})

test('missed needs its calls and the seconds after the last of them', () => {
  expect(missNeeds(at('calling'), 5_000)).toEqual({ calls: 1, seconds: 15 })
  const calledEnough = at('calling', { current: { countedCalls: 3, lastCalledAtMs: 0 } })
  expect(whyNot(calledEnough, 'miss', 19_000)).toBe('callAgainFirst')
  expect(whyNot(calledEnough, 'miss', 20_000)).toBe(null)
})

test('F8 pauses, and ends a pause or wrapping up', () => {
  expect(verbFor('F8', false, 'idle')).toBe('pause')
  expect(verbFor('F8', false, 'paused')).toBe('back')
  expect(verbFor('F8', false, 'wrappingUp')).toBe('back')
})

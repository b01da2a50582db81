import { expect, test } from 'vitest'
import type { FloorCounter } from '../contract.ts'
import { nextTarget } from './first-steps.ts'

const counter = (counterId: string, state: FloorCounter['state'], waiting = 0): FloorCounter => ({
  counterId,
  no: counterId,
  clerkName: '李敏',
  services: [],
  state,
  number: null,
  waiting,
  panel: { lines: [], colour: 'red', lit: true, faults: [] },
  keypad: { display: '      ', beeps: 0 },
  asking: false,
  counterUrl: '',
  evaluatorUrl: '',
})

test('a newcomer begins at the kiosk', () => {
  expect(nextTarget({ counters: [] }, [], null)).toEqual({ step: 'take' })
})

test('with a number taken, a free counter with people waiting is the one to call at', () => {
  const counters = [counter('c1', 'serving', 2), counter('c2', 'idle'), counter('c3', 'idle', 2)]
  expect(nextTarget({ counters }, ['take'], null)).toMatchObject({ counterId: 'c3', control: 'callNext' })
})

test('with no counter open, the clerk has to come first', () => {
  expect(nextTarget({ counters: [counter('c1', 'closed', 1)] }, ['take'], null)).toMatchObject({
    control: 'clerk',
  })
})

test('the rating is asked for at the counter the newcomer called at, and the faces follow', () => {
  const counters = [counter('c1', 'serving'), counter('c2', 'calling')]
  const done = ['take', 'call'] as const
  expect(nextTarget({ counters }, done, 'c2')).toMatchObject({ counterId: 'c2', control: 'requestRating' })
  const asking = [counters[0]!, { ...counter('c2', 'idle'), asking: true }]
  expect(nextTarget({ counters: asking }, done, 'c2')).toMatchObject({ counterId: 'c2', control: 'faces' })
})

test('nothing is ringed once every step was done', () => {
  expect(nextTarget({ counters: [counter('c1', 'idle')] }, ['take', 'call', 'rate'], null)).toBeNull()
})

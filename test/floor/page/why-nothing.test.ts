import { expect, test } from 'vitest'
import type { FloorCounter } from '../contract.ts'
import { whyNothing } from './why-nothing.ts'

const counter: FloorCounter = {
  counterId: 'c1',
  no: '1',
  clerkName: '李敏',
  services: [],
  state: 'idle',
  number: null,
  waiting: 0,
  panel: { lines: [], colour: 'green', lit: true, faults: [] },
  keypad: { display: '000   ', beeps: 0 },
  asking: false,
  counterUrl: '',
  evaluatorUrl: '',
}

test('a call with nobody waiting says that nobody waits', () => {
  expect(whyNothing('callNext', counter, [])).toBe('nobodyWaits')
  expect(whyNothing('callNext', { ...counter, number: 'A001' }, [])).toBeNull()
})

test('a rating that was not opened says so, and an open one says nothing', () => {
  expect(whyNothing('requestRating', counter, [])).toBe('notAsked')
  expect(whyNothing('requestRating', { ...counter, asking: true }, [])).toBeNull()
})

test('on a broken line every key is dead', () => {
  expect(whyNothing('recall', counter, ['unplugged'])).toBe('lineBroken')
  expect(whyNothing('recall', counter, ['localEcho'])).toBeNull()
})

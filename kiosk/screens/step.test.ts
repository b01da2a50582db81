import type { TakenHere } from '@jiaohao/core/views/kiosk.ts'
import { expect, test } from 'vitest'
import { phaseOf } from './step.ts'

const nothing = { toPrint: [] }
const taken = (slip: TakenHere['slip']): TakenHere => ({
  ticketId: '2026-03-11-42',
  number: 'A042',
  serviceName: '社保',
  where: '',
  ahead: 0,
  wait: null,
  url: '',
  issuedAtMs: 0,
  slip,
  why: '',
  confirmByMs: null,
})

test('paper is promised only until it is settled, then to be taken', () => {
  expect(phaseOf(nothing, undefined, 'paper')).toBe('printing')
  expect(phaseOf(nothing, taken('underWay'), 'paper')).toBe('printing')
  expect(phaseOf(nothing, taken('settled'), 'paper')).toBe('take')
})

test('a number without paper is to be remembered, never a slip to be taken', () => {
  expect(phaseOf(nothing, undefined, 'screen')).toBe('remember')
  expect(phaseOf(nothing, taken('settled'), 'screen')).toBe('remember')
})

test('lost paper asks to be confirmed, unless it is being printed again', () => {
  const again = { toPrint: [{ ticketId: '2026-03-11-42' }] as never }
  expect(phaseOf(nothing, taken('failed'), 'paper')).toBe('confirm')
  expect(phaseOf(nothing, taken('unknown'), 'paper')).toBe('confirm')
  expect(phaseOf(again, taken('failed'), 'paper')).toBe('reprinting')
})

test('nobody confirmed it', () => {
  expect(phaseOf(nothing, taken('void'), 'paper')).toBe('void')
})

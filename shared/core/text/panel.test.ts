import { expect, test } from 'vitest'
import type { CounterSign } from '../views/window.ts'
import { panel } from './panel.ts'

const sign: CounterSign = {
  counterId: 'c3',
  no: '3',
  state: 'idle',
  ticketId: null,
  number: null,
  callSeq: null,
  recall: 0,
  pausedFor: '',
  services: ['社保登记', '医保登记'],
  waiting: 4,
  clerk: null,
  asking: null,
}
const twoRows = { rows: 2 }
const oneRow = { rows: 1 }

test('a call names number and counter, and flashes once for each call of it', () => {
  const called: CounterSign = { ...sign, state: 'calling', number: 'A001', callSeq: 41 }
  expect(panel(called, twoRows)).toEqual({
    lines: ['请A001号', '到3号窗口'],
    colour: 'red',
    light: { flash: '41' },
  })
  expect(panel({ ...called, callSeq: 44, recall: 1 }, twoRows).light).toEqual({ flash: '44' })
})

test('a number that a kiosk gave without the hub is called whole', () => {
  const called: CounterSign = { ...sign, state: 'calling', number: 'AK001', callSeq: 41 }
  expect(panel(called, oneRow).lines).toEqual(['请AK001号'])
  expect(panel({ ...called, state: 'serving' }, oneRow).lines).toEqual(['AK001 办理中'])
})

test('a strip of one row keeps to the number', () => {
  const called: CounterSign = { ...sign, state: 'calling', number: 'A001', callSeq: 41 }
  expect(panel(called, oneRow).lines).toEqual(['请A001号'])
})

test('an idle counter says what is done there', () => {
  expect(panel(sign, twoRows).lines).toEqual(['3号窗口', '社保登记 医保登记'])
  expect(panel(sign, oneRow).lines).toEqual(['社保登记 医保登记'])
  expect(panel({ ...sign, services: [] }, oneRow).lines).toEqual(['3号窗口'])
})

test('a pause is said with its reason where there is room, and once when the reason is the word itself', () => {
  expect(panel({ ...sign, state: 'paused', pausedFor: '午间轮休' }, twoRows).lines).toEqual([
    '暂停服务',
    '午间轮休',
  ])
  expect(panel({ ...sign, state: 'paused', pausedFor: '暂停服务' }, twoRows).lines).toEqual(['暂停服务'])
  expect(panel({ ...sign, state: 'closed' }, twoRows).lines).toEqual(['未开放'])
})

test('a hall that is left says so on every strip, called or not; one that pauses lets the served finish', () => {
  const called: CounterSign = { ...sign, state: 'calling', number: 'A001', callSeq: 41 }
  const leave = { is: 'evacuated', sinceMs: 0 } as const
  expect(panel(called, twoRows, leave)).toEqual({
    lines: ['请撤离', 'LEAVE'],
    colour: 'red',
    light: 'steady',
  })
  expect(panel({ ...sign, state: 'closed' }, oneRow, leave).lines).toEqual(['请撤离'])
  const pause = { is: 'paused', reason: '停电', sinceMs: 0 } as const
  expect(panel(called, twoRows, pause).lines).toEqual(['暂停服务', '停电'])
  expect(panel({ ...sign, state: 'serving', number: 'A001' }, oneRow, pause).lines).toEqual(['A001 办理中'])
})

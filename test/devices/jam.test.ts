import { expect, test } from 'vitest'
import { type Ticket, wrongsOn } from './jam-tickets.ts'

const paper = (number: string, mark = '') =>
  `大厅 ${number}\n${mark}\n${number}\n业务 ${number}\n二楼 ${number}\n□ 身份证 ${number}\nhttps://hall.example/t/${number}\n请留意屏幕显示和语音叫号`
const said = (number: string, result: 'printed' | 'failed' | 'unknown', reprint = false): Ticket => ({
  number,
  reprint,
  outcome: result === 'printed' ? { result } : { result, why: 'silent' },
})

test('whole, failed and unknown slips, and a marked reprint, are all in order', () => {
  const papers = [paper('A0001'), paper('A0003'), paper('A0003', '【补打】'), '大厅 A0004\n\nA0004']
  const tickets = [
    said('A0001', 'printed'),
    said('A0002', 'failed'),
    said('A0003', 'unknown'),
    said('A0003', 'printed', true),
    said('A0004', 'unknown'),
  ]
  expect(wrongsOn(papers, tickets)).toEqual([])
})

test('a slip twice, half a slip called printed, a failed one on paper, and two citizens on one are found', () => {
  expect(wrongsOn([paper('A0001'), paper('A0001')], [said('A0001', 'unknown')])).toHaveLength(1)
  expect(wrongsOn(['大厅 A0001\n\nA0001'], [said('A0001', 'printed')])).toHaveLength(1)
  expect(wrongsOn([], [said('A0001', 'printed')])).toHaveLength(1)
  expect(wrongsOn([paper('A0001')], [said('A0001', 'failed')])).toHaveLength(1)
  expect(wrongsOn([`大厅 A0001\n${paper('A0002')}`], [said('A0001', 'unknown')])).toHaveLength(1)
})

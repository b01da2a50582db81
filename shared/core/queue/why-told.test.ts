import { expect, test } from 'vitest'
import { clockMs, elderly, given, kiosk, li, servedBy, ticket } from './cast.ts'
import { seconds, under } from './given.ts'
import { whyTold } from './why-told.ts'

const morning = () =>
  given(
    under({ mostPassed: 2 }),
    kiosk.takes('social'),
    seconds(60),
    kiosk.takes('social', elderly),
    kiosk.takes('social', elderly),
    kiosk.takes('social', elderly),
    li.opens(),
    ...servedBy(li),
    ...servedBy(li),
    ...servedBy(li),
  )

test('a complaint is answered with who passed the ticket, when, where and by which rule', () => {
  const told = whyTold(morning().recorded, ticket(1))
  expect(told?.passedBy).toEqual([
    { number: 'A002', sinceMs: clockMs('09:01'), atMs: clockMs('09:01'), counterNo: '1', rule: 'priority' },
    { number: 'A003', sinceMs: clockMs('09:01'), atMs: clockMs('09:02'), counterNo: '1', rule: 'priority' },
  ])
  expect(told?.passedByTotal).toBe(2)
  expect(told?.calls.map(({ rule, passed, numbers }) => [rule, passed, numbers])).toEqual([['turn', 0, []]])
})

test('the passer tells whom it passed', () => {
  const told = whyTold(morning().recorded, ticket(2))
  expect(told?.calls[0]).toMatchObject({ counterNo: '1', rule: 'priority', passed: 1, numbers: ['A001'] })
  expect(told?.passedBy).toEqual([])
})

test('a ticket nobody took has no story', () => {
  expect(whyTold(morning().recorded, ticket(9))).toBeUndefined()
})

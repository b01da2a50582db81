import { expect, test } from 'vitest'
import { given, hall, kiosk, li, wang } from '../queue/cast.ts'
import { checkHall } from '../queue/check-hall.ts'
import type { Given } from '../queue/given.ts'
import { boardView } from './board.ts'

const worded = (announcement: { 'zh-CN': string; en: string }) => ({
  ...hall,
  services: hall.services
    .filter(({ id }) => id !== 'orphan')
    .map((service, at) => (at === 0 ? { ...service, announcement } : service)),
})
const called = () => given(kiosk.takes('social'), li.opens(), li.callsNext())
const started = ({ state }: Given) => boardView(hall, state, '').calls.map((call) => call.started)

test('a call tells when its citizen stands at the counter, and a new call to elsewhere does not', () => {
  expect(started(called())).toEqual([false])
  const serving = given(kiosk.takes('social'), li.opens(), li.callsNext(), li.starts())
  expect(started(serving)).toEqual([true])
  const sentOn = given(
    kiosk.takes('social'),
    ...[li.opens(), li.callsNext(), li.starts()],
    li.transfers({ to: 'service', serviceId: 'household' }),
    ...[wang.opens(), wang.callsNext()],
  )
  expect(started(sentOn)).toEqual([false])
})

test('a start that the finish assumed cuts off no announcement', () => {
  expect(started(given(kiosk.takes('social'), li.opens(), li.callsNext(), li.finishes()))).toEqual([false])
})

test('a call brings how its service is announced, with the name of the service in it', () => {
  const own = worded({ 'zh-CN': '请{number}到{counter}办{service}', en: '' })
  expect(boardView(own, called().state, '').calls[0]?.announcement).toEqual({
    'zh-CN': '请{number}到{counter}办社保',
    en: '',
  })
})

test('a wording that leaves out number or counter is a problem of its field', () => {
  expect(checkHall(worded({ 'zh-CN': '请{number}到窗口', en: '{nr} to {counter}' }))).toEqual([
    { path: 'services.0.announcement.zh-CN', problem: 'noCounter' },
    { path: 'services.0.announcement.en', problem: 'unknownPlaceholder' },
  ])
})

import { expect, test } from 'vitest'
import { asks, chief, clockMs, given, kiosk, li, missedBy, time, visit, waiting, wang } from './cast.ts'
import { seconds } from './given.ts'

const evacuates = asks(chief.who, { command: 'evacuate' })
const pauses = (reason = '停电') => asks(chief.who, { command: 'pauseHall', reason })
const resumes = asks(chief.who, { command: 'resumeHall' })
const asksHelp = asks(li.who, { command: 'askHelp', counterId: 'c1' })

test('while the hall is left nobody takes, calls, recalls, misses or resumes; the queue stays', () => {
  const called = given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), li.callsNext())
  const left = called.when(evacuates).follows('hallEvacuated')
  left.when(kiosk.takes('social')).isRefused('hallEvacuated')
  left.when(wang.opens(), wang.callsNext()).isRefused('hallEvacuated')
  left.when(wang.opens(), wang.calls(2)).isRefused('hallEvacuated')
  left.when(li.recalls()).isRefused('hallEvacuated')
  left.when(seconds(20), li.misses()).isRefused('hallEvacuated')
  left.when(li.starts(), li.finishes(), kiosk.cancels(2)).follows('ticketCancelled')
  expect(waiting(left.state, 'service:social')).toEqual(['A002'])
  left.when(resumes, li.starts(), li.finishes(), li.callsNext()).follows('ticketCalled')
})

test('a pause names its reason, and whoever is served is served to the end', () => {
  const serving = given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), li.callsNext(), li.starts())
  const paused = serving
    .when(pauses())
    .follows({ type: 'hallPaused', reason: '停电', sinceMs: clockMs('09:00') })
  paused.when(li.finishes()).follows('legFinished', 'ticketFinished')
  paused.when(li.callsNext(true)).isRefused('hallPaused', { because: '停电' })
  paused.when(resumes).follows('hallResumed')
})

test('the same again changes nothing; a new reason stands, and leaving goes before pausing', () => {
  given(evacuates).when(evacuates).follows()
  given(pauses()).when(pauses()).follows()
  given(pauses()).when(pauses('系统故障')).follows({ type: 'hallPaused', reason: '系统故障' })
  given(evacuates).when(pauses()).isRefused('hallEvacuated')
  given(pauses()).when(evacuates).follows('hallEvacuated')
  given().when(resumes).follows()
})

test('only a supervisor stops or resumes the hall', () => {
  for (const command of ['evacuate', 'resumeHall'] as const)
    given().when(asks(li.who, { command })).isRefused('notAllowed')
  given()
    .when(asks(li.who, { command: 'pauseHall', reason: '停电' }))
    .isRefused('notAllowed')
})

test('midnight ends no emergency', () => {
  given(pauses('水浸'), { passesMs: 86_400_000 })
    .when(time.turnsDay())
    .follows('dayClosed', 'dayOpened', { type: 'hallPaused', reason: '水浸', sinceMs: clockMs('09:00') })
  given(evacuates, { passesMs: 86_400_000 })
    .when(time.turnsDay())
    .follows('dayClosed', 'dayOpened', 'hallEvacuated')
})

test('a miss that was fair before the alarm is fair after it, with the same citizen', () => {
  const back = given(kiosk.takes('social'), li.opens(), li.callsNext(), evacuates, resumes, ...missedBy(li))
  expect(visit(back.state, 1).status.at).toBe('missed')
})

test('a clerk’s emergency button stands until somebody has come', () => {
  given().when(asksHelp).isRefused('counterClosed')
  const asked = given(li.opens())
    .when(asksHelp)
    .follows({ type: 'helpAsked', counterId: 'c1', staffId: 'li' })
  asked.when(asksHelp).follows()
  asked.when(asks(chief.who, { command: 'endHelp', counterId: 'c1' })).follows('helpEnded')
  asked.when(asks(wang.who, { command: 'endHelp', counterId: 'c1' })).isRefused('notAllowed')
  expect(asked.state.help).toEqual({ c1: { staffId: 'li', sinceMs: clockMs('09:00') } })
})

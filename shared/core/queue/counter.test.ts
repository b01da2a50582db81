import { expect, test } from 'vitest'
import { chief, clerkAt, given, kiosk, li, programThat, servedBy, wang, without } from './cast.ts'
import { roles } from './who.ts'

test('a clerk sits down at a counter', () => {
  const story = given().when(li.opens()).follows({ type: 'counterOpened', counterId: 'c1', staffId: 'li' })
  expect(story.state.counters.c1).toEqual({
    at: 'open',
    staffId: 'li',
    sinceMs: story.atMs,
    now: { is: 'idle' },
    asking: null,
    run: 0,
    recent: [],
  })
  story.when(li.opens()).follows()
})

test('two clerks cannot hold one counter', () => {
  given(li.opens()).when(clerkAt('wang', 'c1').opens()).isRefused('counterTaken')
})

test('one clerk cannot hold two counters', () => {
  given(li.opens()).when(clerkAt('li', 'c2').opens()).isRefused('clerkElsewhere')
  given(li.opens(), li.closes()).when(clerkAt('li', 'c2').opens()).follows('counterOpened')
})

test('a counter is opened by a clerk or supervisor in person, and must exist', () => {
  given().when(without('c1'), li.opens()).isRefused('unknownCounter')
  given().when(programThat('call', 'take').opens()).isRefused('notAllowed')
  for (const role of roles) {
    const opening = given().when(clerkAt('li', 'c1', [role]).opens())
    if (role === 'clerk' || role === 'supervisor') opening.follows('counterOpened')
    else opening.isRefused('notAllowed')
  }
})

test('a counter closes with nobody at it; closed twice is closed once', () => {
  given(li.opens()).when(li.closes()).follows({ type: 'counterClosed', counterId: 'c1' })
  given(li.opens(), li.pauses()).when(li.closes()).follows('counterClosed')
  given().when(li.closes()).follows()
  given(kiosk.takes('social'), li.opens(), li.callsNext()).when(li.closes()).isRefused('counterBusy')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.starts())
    .when(li.closes())
    .isRefused('counterBusy')
})

test("a supervisor closes anybody's counter, a colleague does not", () => {
  given(li.opens()).when(chief.closes()).follows('counterClosed')
  given(li.opens()).when(clerkAt('wang', 'c1').closes()).isRefused('notAllowed')
})

test('a supervisor frees a counter left with somebody called: the citizen waits in the same place, and it costs no miss', () => {
  const left = given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), li.callsNext())
  left.when(li.frees()).isRefused('counterBusy')
  left.when(chief.closes()).isRefused('counterBusy')
  const freed = left
    .when(chief.frees('突发疾病'))
    .follows('ticketMissed', 'missUndone', { type: 'counterClosed', counterId: 'c1', freedFor: '突发疾病' })
  expect(freed.state.counts.missed).toBe(0)
  freed.when(wang.opens(), wang.callsNext()).follows({ type: 'ticketCalled', number: 'A001' })
})

test('whoever was being served there is held, for any counter to resume', () => {
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.starts())
    .when(chief.frees('突发疾病'))
    .follows({ type: 'ticketHeld', kind: 'waiting', note: '突发疾病' }, 'counterClosed')
    .when(wang.opens(), wang.resumes(1))
    .follows('ticketResumed')
})

test('a pause has a reason, and ends with resuming', () => {
  const paused = given(li.opens()).when(li.pauses('开会')).follows({ type: 'counterPaused', reason: '开会' })
  expect(paused.state.counters.c1).toMatchObject({
    now: { is: 'paused', reason: '开会', sinceMs: paused.atMs },
  })
  paused.when(li.pauses('午餐')).follows()
  const back = paused.when(li.resumesWork()).follows('counterResumed')
  expect(back.state.counters.c1).toMatchObject({ now: { is: 'idle' } })
  back.when(li.resumesWork()).follows()
})

test('wrapping up ends with resuming too', () => {
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.finishes(true))
    .when(li.resumesWork())
    .follows('counterResumed')
})

test('nobody pauses or resumes with a citizen at the counter, nor when it is closed', () => {
  const busy = given(kiosk.takes('social'), li.opens(), li.callsNext())
  busy.when(li.pauses()).isRefused('counterBusy')
  busy.when(li.resumesWork()).isRefused('counterNotPaused')
  given().when(li.pauses()).isRefused('counterClosed')
  given().when(li.resumesWork()).isRefused('counterClosed')
})

test('after a colleague takes over, the first clerk works the counter no more', () => {
  given(li.opens(), li.closes(), clerkAt('wang', 'c1').opens()).when(li.callsNext()).isRefused('notAllowed')
})

test('closing leaves other counters as they are', () => {
  const { state } = given(kiosk.takes('social'), li.opens(), wang.opens(), ...servedBy(wang), li.closes())
  expect(state.counters).toMatchObject({ c1: { at: 'closed' }, c2: { at: 'open', staffId: 'wang' } })
})

import { expect, test } from 'vitest'
import { serviceMs } from './after-serve.ts'
import {
  asks,
  elderly,
  given,
  kiosk,
  li,
  servedBy,
  sun,
  ticket,
  visit,
  waiting,
  wang,
  without,
  zhao,
} from './cast.ts'
import { minutes, seconds, under } from './given.ts'
import { lastLeg } from './state.ts'

const called = () => given(kiosk.takes('social'), li.opens(), li.callsNext())
const serving = () => given(kiosk.takes('social'), li.opens(), li.callsNext(), seconds(10), li.starts())
const toTax = { to: 'service', serviceId: 'tax' } as const
const toCounter = (counterId: string, serviceId = 'social') =>
  ({ to: 'counter', counterId, serviceId }) as const

test('the citizen comes to the counter and is served there', () => {
  const story = called()
    .when(seconds(10), li.starts())
    .follows({
      type: 'ticketStarted',
      ticketId: ticket(1),
      startedAtMs: called().atMs + 10_000,
      assumed: false,
    })
  expect(visit(story.state, 1).status).toEqual({ at: 'serving', counterId: 'c1' })
  expect(story.state.counters.c1).toMatchObject({ now: { is: 'serving', n: 1 } })
  story.when(li.starts()).follows()
})

test('only a called ticket is started', () => {
  given().when(li.starts()).isRefused('counterClosed')
  given(li.opens()).when(li.starts()).isRefused('ticketNotCalled')
})

test('a finished leg with half a minute of contact is rateable, a shorter one is not', () => {
  const after = (count: number) => serving().when(seconds(count), li.finishes())
  after(30).follows({ type: 'legFinished', rateable: true }, { type: 'ticketFinished', ticketId: ticket(1) })
  after(29).follows({ type: 'legFinished', rateable: false }, 'ticketFinished')
})

test('time held is neither contact nor service', () => {
  const story = serving()
    .when(seconds(20), li.holds(), minutes(10), li.resumes(1), seconds(9), li.finishes())
    .follows({ type: 'legFinished', rateable: false }, 'ticketFinished')
  expect(serviceMs(lastLeg(visit(story.state, 1)))).toBe(29_000)
  expect(story.state.durationsMs.social).toEqual([29_000])
})

test('a leg finished without a start is taken to have begun thirty seconds after its last call, and says so', () => {
  called()
    .when(seconds(100), li.finishes())
    .follows(
      { type: 'ticketStarted', startedAtMs: called().atMs + 30_000, assumed: true },
      { type: 'legFinished', rateable: true },
      'ticketFinished',
    )
  called()
    .when(seconds(5), li.finishes())
    .follows(
      { type: 'ticketStarted', startedAtMs: called().atMs + 5_000 },
      { type: 'legFinished', rateable: false },
      'ticketFinished',
    )
})

test('there is nothing to finish at an idle, paused or closed counter', () => {
  given().when(li.finishes()).isRefused('counterClosed')
  given(li.opens()).when(li.finishes()).isRefused('ticketNotServing')
  given(li.opens(), li.pauses()).when(li.finishes()).isRefused('ticketNotServing')
  serving().when(li.finishes(), li.finishes()).isRefused('ticketNotServing')
})

test('the clerk may wrap up before the next one', () => {
  const story = serving()
    .when(li.finishes(true))
    .follows('legFinished', 'ticketFinished', 'counterWrappingUp')
  expect(story.state.counters.c1).toMatchObject({ now: { is: 'wrappingUp' } })
  story.when(kiosk.takes('social'), li.callsNext()).follows('ticketCalled')
})

test('hold three kinds and get three back, at another counter and in any order', () => {
  const kinds = ['withoutPapers', 'withPapers', 'waiting'] as const
  const held = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    wang.opens(),
    ...kinds.flatMap((kind) => [li.callsNext(), li.starts(), seconds(40), li.holds(kind, `等${kind}`)]),
  )
  expect(held.state.held).toEqual([1, 2, 3])
  expect([1, 2, 3].map((n) => visit(held.state, n).status)).toEqual(
    kinds.map((kind) => ({ at: 'held', counterId: 'c1', kind, note: `等${kind}` })),
  )
  const back = held
    .when(wang.resumes(3), wang.finishes(), wang.resumes(1), wang.finishes(), wang.resumes(2))
    .follows({ type: 'ticketResumed', ticketId: ticket(2), leg: 0, counterId: 'c2', staffId: 'wang' })
  expect(back.state.held).toEqual([])
  expect(lastLeg(visit(back.state, 3))).toMatchObject({ counterId: 'c2', staffId: 'wang', ended: 'finished' })
})

test('a held leg can be resumed at any counter, whatever it works', () => {
  serving().when(li.holds(), sun.opens(), sun.resumes(1)).follows('ticketResumed')
})

test('a held leg outlives the closing of its counter', () => {
  serving().when(li.holds(), li.closes(), wang.opens(), wang.resumes(1)).follows('ticketResumed')
})

test('only a ticket being served is held', () => {
  given().when(li.holds()).isRefused('counterClosed')
  given(li.opens()).when(li.holds()).isRefused('ticketNotServing')
  called().when(li.holds()).isRefused('ticketNotServing')
})

test('only a held ticket is resumed, at an open counter with nobody at it', () => {
  const held = serving().when(li.holds()).follows('ticketHeld')
  held.when(wang.resumes(1)).isRefused('counterClosed')
  held.when(li.resumes(9)).isRefused('unknownTicket')
  held.when(li.pauses(), li.resumes(1)).isRefused('counterPaused')
  held.when(kiosk.takes('social'), li.callsNext(), li.resumes(1)).isRefused('counterBusy')
  held.when(kiosk.takes('social'), li.resumes(2)).isRefused('ticketNotHeld')
  held.when(wang.opens(), li.resumes(1), wang.resumes(1)).isRefused('ticketNotHeld')
})

test('a transfer to a service begins a new leg under the same number', () => {
  const story = serving()
    .when(seconds(40), li.transfers(toTax))
    .follows(
      { type: 'legTransferred', ticketId: ticket(1), leg: 0, counterId: 'c1', reason: '材料在别处' },
      { type: 'legQueued', ticketId: ticket(1), leg: 1, serviceId: 'tax', target: toTax, comeBackTo: null },
    )
  expect(visit(story.state, 1)).toMatchObject({
    number: 'A001',
    status: { at: 'waiting' },
    legs: [
      { ended: 'transferred', counterId: 'c1', staffId: 'li', rating: { is: 'none' } },
      { serviceId: 'tax' },
    ],
  })
  expect(story.state.counters.c1).toMatchObject({ now: { is: 'idle' } })
  story
    .when(sun.opens(), sun.callsNext())
    .follows({ type: 'ticketCalled', number: 'A001', leg: 1, serviceId: 'tax' })
})

test('a transfer to a counter is called there alone, before those who wait for a service', () => {
  const story = given(kiosk.takes('social'), kiosk.takes('household'), li.opens(), li.callsNext())
    .when(li.transfers(toCounter('c3')))
    .follows('legTransferred', 'legQueued')
  story.when(wang.opens(), wang.callsNext()).follows({ type: 'ticketCalled', number: 'B001' })
  story
    .when(zhao.opens(), zhao.callsNext())
    .follows({ type: 'ticketCalled', number: 'A001', counterId: 'c3', why: { rule: 'sentHere', passed: 0 } })
})

test('a transfer to a clerk follows the clerk to whatever counter they sit at', () => {
  called()
    .when(
      li.transfers({ to: 'clerk', staffId: 'wang', serviceId: 'social' }),
      sun.opens(),
      wang.opens(),
      sun.callsNext(),
    )
    .isRefused('nobodyWaiting')
  called()
    .when(li.transfers({ to: 'clerk', staffId: 'wang', serviceId: 'social' }), wang.opens(), wang.callsNext())
    .follows({ type: 'ticketCalled', number: 'A001', staffId: 'wang', why: { rule: 'sentHere', passed: 0 } })
})

test('a transfer goes to the head, behind so many others, or by its time', () => {
  const story = given(
    kiosk.takes('social'),
    ...Array.from({ length: 4 }, () => kiosk.takes('tax')),
    li.opens(),
    li.callsNext(),
  )
  const line = (place: 'head' | 'byTime' | number) =>
    waiting(
      story.when(seconds(9), li.transfers(toTax, { place })).follows('legTransferred', 'legQueued').state,
      'service:tax',
    )
  expect(line('head')).toEqual(['A001', 'C001', 'C002', 'C003', 'C004'])
  expect(line(1)).toEqual(['C001', 'A001', 'C002', 'C003', 'C004'])
  expect(line(3)).toEqual(['C001', 'C002', 'C003', 'A001', 'C004'])
  expect(line(50)).toEqual(['C001', 'C002', 'C003', 'C004', 'A001'])
  expect(line('byTime')).toEqual(['C001', 'C002', 'C003', 'C004', 'A001'])
})

test('a priority citizen stays in the priority line after a transfer', () => {
  const { state } = given(
    kiosk.takes('tax'),
    kiosk.takes('tax', elderly),
    kiosk.takes('social', elderly),
    li.opens(),
    li.callsNext(),
    li.transfers(toTax, { place: 1 }),
  )
  expect(waiting(state, 'service:tax')).toEqual(['C002', 'A001', 'C001'])
})

test('sent on and back: the citizen returns to the counter, its service and the head', () => {
  const story = given(
    kiosk.takes('household'),
    kiosk.takes('household'),
    wang.opens(),
    sun.opens(),
    wang.callsNext(),
    wang.starts(),
    wang.transfers(toTax, { comeBack: true }),
    sun.callsNext(),
    sun.starts(),
    seconds(60),
  )
  const back = story.when(sun.finishes()).follows(
    { type: 'legFinished', leg: 1, rateable: true },
    {
      type: 'legQueued',
      leg: 2,
      serviceId: 'household',
      target: toCounter('c2', 'household'),
      comeBackTo: null,
    },
  )
  const served = back.when(wang.callsNext()).follows({ type: 'ticketCalled', number: 'B001', leg: 2 })
  served.when(wang.finishes()).follows('ticketStarted', 'legFinished', 'ticketFinished')
})

test('the way back leads to the service last sent from that counter', () => {
  given(
    kiosk.takes('social'),
    wang.opens(),
    sun.opens(),
    wang.callsNext(),
    wang.transfers({ to: 'service', serviceId: 'household' }),
    wang.callsNext(),
    wang.transfers(toTax, { comeBack: true }),
    sun.callsNext(),
  )
    .when(sun.finishes())
    .follows('ticketStarted', 'legFinished', { type: 'legQueued', serviceId: 'household' })
})

test('a promised way back outlives a further transfer', () => {
  const onward = given(
    kiosk.takes('social'),
    li.opens(),
    sun.opens(),
    zhao.opens(),
    li.callsNext(),
    li.transfers(toTax, { comeBack: true }),
    sun.callsNext(),
  )
  onward
    .when(sun.transfers({ to: 'service', serviceId: 'household' }))
    .follows('legTransferred', { type: 'legQueued', comeBackTo: 'c1' })
  onward
    .when(sun.transfers(toCounter('c1')))
    .follows('legTransferred', { type: 'legQueued', comeBackTo: null })
})

test('a citizen called but not yet met may be sent on, and was not served', () => {
  const story = called().when(li.transfers(toTax)).follows('legTransferred', 'legQueued')
  expect(visit(story.state, 1).legs[0]).toMatchObject({ startedAtMs: null, ended: 'transferred' })
  expect(story.state.durationsMs.social).toBeUndefined()
})

test('a transfer needs somewhere else to go', () => {
  given().when(li.transfers(toTax)).isRefused('counterClosed')
  given(li.opens()).when(li.transfers(toTax)).isRefused('ticketNotServing')
  called()
    .when(li.transfers({ to: 'service', serviceId: 'cinema' }))
    .isRefused('unknownService')
  called()
    .when(li.transfers({ to: 'service', serviceId: 'orphan' }))
    .isRefused('noCounterServes')
  called()
    .when(li.transfers({ to: 'service', serviceId: 'social' }))
    .isRefused('sameService')
  called()
    .when(li.transfers(toCounter('c1')))
    .isRefused('sameService')
  called()
    .when(li.transfers(toCounter('c9')))
    .isRefused('unknownCounter')
  called()
    .when(without('c3'), li.transfers(toCounter('c3')))
    .isRefused('unknownCounter')
  called()
    .when(li.transfers({ to: 'clerk', staffId: 'nobody', serviceId: 'tax' }))
    .isRefused('unknownClerk')
})

test('a visit has at most fifty legs', () => {
  const rounds = Array.from({ length: 24 }, () => [
    li.callsNext(),
    li.transfers(toCounter('c4', 'tax')),
    sun.callsNext(),
    sun.transfers(toCounter('c1')),
  ])
  const far = given(kiosk.takes('social'), li.opens(), sun.opens(), ...rounds.flat(), li.callsNext())
  expect(visit(far.state, 1).legs.length).toBe(49)
  const last = far.when(li.transfers(toCounter('c4', 'tax')), sun.callsNext()).follows('ticketCalled')
  last.when(sun.transfers(toCounter('c1'))).isRefused('tooMuch')
  last.when(sun.finishes()).follows('ticketStarted', 'legFinished', 'ticketFinished')
})

test('the newest thirty service times of a service are kept', () => {
  const story = given(
    under({ rateableContactSeconds: 0 }),
    li.opens(),
    ...Array.from({ length: 32 }, () => [kiosk.takes('social'), ...servedBy(li)]).flat(),
  )
  expect(story.state.durationsMs.social).toEqual(Array.from({ length: 30 }, () => 60_000))
})

test('the state remembers the last finished leg of a counter and how many a clerk finished', () => {
  const { state } = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    ...servedBy(li),
    ...servedBy(li),
  )
  expect(state.lastFinished.c1).toEqual({ n: 2, leg: 0 })
  expect(state.finishedBy).toEqual({ li: 2 })
})

test('a press meant for the citizen before is refused as stale and touches nobody', () => {
  const by = { as: 'staff', staffId: 'li', roles: ['clerk'] } as const
  const press = (seen: string) =>
    asks({ ...by, roles: [...by.roles] }, { command: 'finish', counterId: 'c1', wrapUp: false, seen })
  serving()
    .when(press(ticket(2)))
    .isRefused('stale')
  given(kiosk.takes('social'), li.opens())
    .when(press(ticket(1)))
    .isRefused('stale')
  serving()
    .when(press(ticket(1)))
    .follows('legFinished', 'ticketFinished')
})

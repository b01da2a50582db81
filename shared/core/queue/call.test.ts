import { expect, test } from 'vitest'
import {
  at,
  clerkAt,
  given,
  kiosk,
  li,
  missedBy,
  programThat,
  servedBy,
  sun,
  ticket,
  visit,
  waiting,
  wang,
  without,
  zhao,
} from './cast.ts'
import { seconds, under } from './given.ts'
import { lastLeg } from './state.ts'

test('the first to take a number is the first to be called', () => {
  given(kiosk.takes('social'), seconds(5), kiosk.takes('social'), li.opens())
    .when(li.callsNext())
    .follows({
      type: 'ticketCalled',
      ticketId: ticket(1),
      leg: 0,
      number: 'A001',
      counterId: 'c1',
      counterNo: '1',
      zoneId: 'ground',
      serviceId: 'social',
      staffId: 'li',
      why: { rule: 'first', passed: 0 },
    })
})

test('two clerks pressing next get two different tickets, and a third hears that nobody waits', () => {
  const one = given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), wang.opens())
  const both = one
    .when(li.callsNext(), wang.callsNext())
    .follows({ type: 'ticketCalled', ticketId: ticket(2) })
  expect(visit(both.state, 1).status).toEqual({ at: 'called', counterId: 'c1' })
  both.when(zhao.opens(), zhao.callsNext()).isRefused('nobodyWaiting')
})

test('a counter calls only for services it works', () => {
  given(kiosk.takes('household'), li.opens()).when(li.callsNext()).isRefused('nobodyWaiting')
  given(kiosk.takes('household'), wang.opens()).when(wang.callsNext()).follows('ticketCalled')
})

test('one ticket per counter: next is refused while a ticket is called or served', () => {
  const called = given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), li.callsNext())
  called.when(li.callsNext()).isRefused('counterBusy')
  called.when(li.starts(), li.callsNext()).isRefused('counterBusy')
})

test('next on a keypad without a finish key finishes the one at the counter first', () => {
  given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), li.callsNext(), li.starts(), seconds(60))
    .when(li.callsNext(true))
    .follows(
      { type: 'legFinished', ticketId: ticket(1), rateable: true },
      { type: 'ticketFinished', ticketId: ticket(1) },
      { type: 'ticketCalled', ticketId: ticket(2) },
    )
})

test('a finish by next with nobody waiting still finishes', () => {
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.starts(), seconds(60))
    .when(li.callsNext(true))
    .follows('legFinished', 'ticketFinished')
})

test('next sees the leg its own finish has sent back to this counter', () => {
  given(
    kiosk.takes('household'),
    wang.opens(),
    wang.callsNext(),
    wang.transfers({ to: 'service', serviceId: 'social' }, { comeBack: true }),
    wang.callsNext(),
  )
    .when(wang.callsNext(true))
    .follows('ticketStarted', 'legFinished', 'legQueued', {
      type: 'ticketCalled',
      ticketId: ticket(1),
      leg: 2,
      serviceId: 'household',
    })
})

test('numbers given before closing are called after it', () => {
  given(under({ sessions: [{ from: '08:30', to: '17:30' }] }), kiosk.takes('social'), li.opens(), at('18:00'))
    .when(li.callsNext())
    .follows('ticketCalled')
})

test('a closed or paused counter calls nobody', () => {
  given(kiosk.takes('social')).when(li.callsNext()).isRefused('counterClosed')
  const paused = given(kiosk.takes('social'), li.opens(), li.pauses())
  paused.when(li.callsNext()).isRefused('counterPaused')
  paused.when(li.calls(1)).isRefused('counterPaused')
})

test('a counter taken out of the hall calls nobody', () => {
  const gone = given(kiosk.takes('social'), li.opens(), without('c1'))
  gone.when(li.callsNext()).isRefused('unknownCounter')
  gone.when(li.calls(1)).isRefused('unknownCounter')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), without('c1'))
    .when(li.recalls())
    .isRefused('unknownCounter')
})

test('a clerk may choose a waiting number, and the choice stays on record', () => {
  given(kiosk.takes('social'), kiosk.takes('social'), li.opens())
    .when(li.calls(2))
    .follows({ type: 'ticketCalled', ticketId: ticket(2), why: { rule: 'chosen', passed: 1 } })
})

test('a number of a service not worked here is not for this counter to choose', () => {
  given(kiosk.takes('household'), li.opens()).when(li.calls(1)).isRefused('ticketElsewhere')
})

test('a number sent to this counter or this clerk may be chosen whatever its service', () => {
  const sent = given(kiosk.takes('tax'), li.opens(), sun.opens(), sun.callsNext())
  sent
    .when(sun.transfers({ to: 'counter', counterId: 'c1', serviceId: 'tax' }), li.calls(1))
    .follows('ticketCalled')
  sent
    .when(sun.transfers({ to: 'clerk', staffId: 'li', serviceId: 'tax' }), li.calls(1))
    .follows('ticketCalled')
  sent
    .when(sun.transfers({ to: 'clerk', staffId: 'wang', serviceId: 'tax' }), li.calls(1))
    .isRefused('ticketElsewhere')
})

test('only a waiting number can be chosen: not one called, held, missed or unknown', () => {
  const two = given(kiosk.takes('social'), li.opens(), wang.opens(), li.callsNext())
  two.when(wang.calls(1)).isRefused('ticketNotWaiting')
  two.when(li.starts(), li.holds(), wang.calls(1)).isRefused('ticketNotWaiting')
  two.when(...missedBy(li), wang.calls(1)).isRefused('ticketNotWaiting')
  two.when(wang.calls(2)).isRefused('unknownTicket')
  two.when(li.calls(1)).isRefused('counterBusy')
  two.when(zhao.calls(1)).isRefused('counterClosed')
})

test('an id written another way names no ticket', () => {
  given(kiosk.takes('social'), li.opens())
    .when({ by: li.who, ask: { command: 'callTicket', counterId: 'c1', ticketId: '2026-11-23-01' } })
    .isRefused('unknownTicket')
  given(kiosk.takes('social'), li.opens())
    .when({ by: li.who, ask: { command: 'callTicket', counterId: 'c1', ticketId: '2026-11-22-1' } })
    .isRefused('unknownTicket')
})

test('a recall sounds again and never changes the first call', () => {
  const called = given(kiosk.takes('social'), li.opens(), li.callsNext())
  const first = lastLeg(visit(called.state, 1)).firstCalledAtMs
  const again = called
    .when(seconds(25), li.recalls())
    .follows({ type: 'ticketRecalled', ticketId: ticket(1), recall: 1, counted: true })
  expect(lastLeg(visit(again.state, 1)).firstCalledAtMs).toBe(first)
  expect(lastLeg(visit(again.state, 1)).lastCalledAtMs).toBe(again.atMs)
})

test('five calls in one second are five announcements, in order, all in the history', () => {
  const five = given(
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    li.recalls(),
    li.recalls(),
    li.recalls(),
    li.recalls(),
  )
  expect(five.state.calls.map((call) => call.recall)).toEqual([0, 1, 2, 3, 4])
  expect(lastLeg(visit(five.state, 1)).calls).toBe(5)
  expect(five.state.calls.map((call) => call.seq)).toEqual([4, 5, 6, 7, 8])
})

test('the history of calls keeps the newest two hundred', () => {
  const story = given(
    under({ mostCalls: 100, missCalls: 1, mostReturns: 5 }),
    kiosk.takes('social'),
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    ...[1, 2, 3].flatMap(() => [li.callsNext(), ...Array.from({ length: 99 }, li.recalls), li.finishes()]),
  )
  expect(story.state.calls.length).toBe(200)
  expect(story.state.calls.at(-1)?.number).toBe('A003')
})

test('a recall needs a called ticket at an open counter, and ends at the most calls', () => {
  given().when(li.recalls()).isRefused('counterClosed')
  given(li.opens()).when(li.recalls()).isRefused('ticketNotCalled')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.starts())
    .when(li.recalls())
    .isRefused('ticketNotCalled')
  given(under({ mostCalls: 2 }), kiosk.takes('social'), li.opens(), li.callsNext(), li.recalls())
    .when(li.recalls())
    .isRefused('calledTooOften')
})

test('a citizen is missed only after three calls twenty seconds apart', () => {
  const called = given(kiosk.takes('social'), li.opens(), li.callsNext())
  called.when(seconds(60), li.misses()).isRefused('callAgainFirst')
  called.when(li.recalls(), li.recalls(), seconds(60), li.misses()).isRefused('callAgainFirst')
  called
    .when(seconds(19), li.recalls(), seconds(19), li.recalls(), seconds(60), li.misses())
    .isRefused('callAgainFirst')
  called
    .when(seconds(20), li.recalls(), seconds(20), li.recalls(), seconds(19), li.misses())
    .isRefused('callAgainFirst')
  called
    .when(seconds(20), li.recalls(), seconds(20), li.recalls(), seconds(20), li.misses())
    .follows({ type: 'ticketMissed', ticketId: ticket(1), leg: 0 })
})

test('quick recalls do not put off the next one that counts', () => {
  const { state } = given(
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    seconds(15),
    li.recalls(),
    seconds(5),
    li.recalls(),
  )
  expect(lastLeg(visit(state, 1)).countedCalls).toBe(2)
})

test('a hall that misses after one call need not wait', () => {
  given(under({ missCalls: 1 }), kiosk.takes('social'), li.opens(), li.callsNext())
    .when(li.misses())
    .follows('ticketMissed')
})

test('who may not be called again may be missed', () => {
  given(under({ mostCalls: 2 }), kiosk.takes('social'), li.opens(), li.callsNext(), li.recalls())
    .when(seconds(20), li.misses())
    .follows('ticketMissed')
})

test('only a called ticket can be missed', () => {
  given().when(li.misses()).isRefused('counterClosed')
  given(li.opens()).when(li.misses()).isRefused('ticketNotCalled')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.starts(), seconds(99))
    .when(li.misses())
    .isRefused('ticketNotCalled')
})

test('a miss undone returns to the same place', () => {
  const missed = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    li.calls(2),
    ...missedBy(li),
  )
  expect(missed.state.missed).toEqual([2])
  const undone = missed.when(li.undoesMiss(2)).follows({ type: 'missUndone', ticketId: ticket(2) })
  expect(waiting(undone.state, 'service:social')).toEqual(['A001', 'A002', 'A003'])
  expect(undone.state.missed).toEqual([])
  expect(undone.state.counts.missed).toBe(0)
  expect(lastLeg(visit(undone.state, 2)).misses).toBe(0)
})

test('a call after an undo leaves the first call where it was', () => {
  const called = given(kiosk.takes('social'), li.opens(), li.callsNext())
  const again = called.when(...missedBy(li), li.undoesMiss(1), li.callsNext()).follows('ticketCalled')
  expect(lastLeg(visit(again.state, 1)).firstCalledAtMs).toBe(called.atMs)
})

test('after an undo the patience of three calls begins again', () => {
  given(kiosk.takes('social'), li.opens(), li.callsNext(), ...missedBy(li), li.undoesMiss(1), li.callsNext())
    .when(seconds(20), li.misses())
    .isRefused('callAgainFirst')
})

test('a return can be undone as well: the place is the one of the return', () => {
  const { state } = given(
    ...Array.from({ length: 5 }, () => kiosk.takes('social')),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    li.returns(1),
    li.calls(1),
    ...missedBy(li),
    li.undoesMiss(1),
  )
  expect(waiting(state, 'service:social')).toEqual(['A002', 'A003', 'A004', 'A001', 'A005'])
})

test('a miss is undone at the counter it happened at', () => {
  const missed = given(kiosk.takes('social'), li.opens(), li.callsNext(), ...missedBy(li), wang.opens())
  missed.when(wang.undoesMiss(1)).isRefused('ticketElsewhere')
  missed.when(li.undoesMiss(2)).isRefused('unknownTicket')
  missed.when(li.undoesMiss(1), li.undoesMiss(1)).isRefused('ticketNotMissed')
})

test('a missed citizen comes back behind exactly three others', () => {
  const { state } = given(
    ...Array.from({ length: 6 }, () => kiosk.takes('social')),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    li.returns(1),
  )
  expect(waiting(state, 'service:social')).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'A006'])
})

test('with fewer waiting a returned citizen is last, and later arrivals come after', () => {
  const { state } = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    li.returns(1),
    kiosk.takes('social'),
  )
  expect(waiting(state, 'service:social')).toEqual(['A002', 'A001', 'A003'])
})

test('a citizen returned to an empty line passes nobody of another service', () => {
  given(
    kiosk.takes('household'),
    seconds(1),
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    li.returns(2),
    wang.opens(),
  )
    .when(wang.callsNext())
    .follows({ type: 'ticketCalled', number: 'B001' })
})

test('a missed citizen comes back once', () => {
  const twice = given(
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    li.returns(1),
    li.callsNext(),
    ...missedBy(li),
  )
  twice.when(li.returns(1)).isRefused('returnedTooOften')
  twice.when(under({ mostReturns: 2 }), li.returns(1)).follows('ticketReturned')
  given(under({ mostReturns: 0 }), kiosk.takes('social'), li.opens(), li.callsNext(), ...missedBy(li))
    .when(li.returns(1))
    .isRefused('returnedTooOften')
})

test('only a missed ticket is returned, by any clerk or a program that may call', () => {
  given(kiosk.takes('social')).when(li.returns(1)).isRefused('ticketNotMissed')
  given().when(li.returns(1)).isRefused('unknownTicket')
  const missed = given(kiosk.takes('social'), li.opens(), li.callsNext(), ...missedBy(li))
  missed.when(zhao.returns(1)).follows('ticketReturned')
  missed.when(programThat('call').returns(1)).follows('ticketReturned')
  missed.when(programThat('take').returns(1)).isRefused('notAllowed')
  missed.when(clerkAt('eye', 'c1', ['auditor']).returns(1)).isRefused('notAllowed')
})

test('a finished citizen is counted once however often called', () => {
  const { state } = given(
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    li.undoesMiss(1),
    ...servedBy(li),
  )
  expect(state.counts).toMatchObject({ taken: 1, called: 1, missed: 0, finished: 1 })
})

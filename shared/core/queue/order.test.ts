import { expect, test } from 'vitest'
import {
  asks,
  at,
  clockMs,
  elderly,
  given,
  kiosk,
  li,
  missedBy,
  pregnant,
  servedBy,
  sun,
  ticket,
  visit,
  waiting,
  wang,
} from './cast.ts'
import { minutes, type Step, seconds, under } from './given.ts'
import type { Counter } from './hall.ts'
import { waitingFor } from './lines.ts'
import { aheadOf } from './order.ts'
import { lastLeg } from './state.ts'

const slot = (from: string, to: string) => ({
  appointment: { fromMs: clockMs(from), toMs: clockMs(to) },
})

/** The order in which a counter calls everybody it can, with the rule for each. */
function callsInOrder(story: ReturnType<typeof given>, clerk = li, count = 99): string[] {
  const called: string[] = []
  let now = story
  for (let i = 0; i < count; i++) {
    const outcome = now.when(clerk.callsNext())
    if ('refused' in outcome.answer) return called
    const event = outcome.answer[0]
    if (event?.type === 'ticketCalled') called.push(`${event.number} ${event.why.rule} ${event.why.passed}`)
    now = outcome
      .follows('ticketCalled')
      .when(clerk.finishes())
      .follows('ticketStarted', 'legFinished', 'ticketFinished')
  }
  return called
}

test('priority goes first, but after two in a row an ordinary one has its turn', () => {
  const story = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    seconds(1),
    ...Array.from({ length: 5 }, () => kiosk.takes('social', elderly)),
    li.opens(),
  )
  expect(callsInOrder(story)).toEqual([
    'A003 priority 2',
    'A004 priority 2',
    'A001 turn 0',
    'A005 priority 1',
    'A006 priority 1',
    'A002 turn 0',
    'A007 first 0',
  ])
})

test('the turn says how many earlier priority tickets it passed', () => {
  const story = given(
    ...Array.from({ length: 3 }, () => kiosk.takes('social', elderly)),
    seconds(1),
    kiosk.takes('social'),
    li.opens(),
  )
  expect(callsInOrder(story)).toEqual(['A001 priority 0', 'A002 priority 0', 'A004 turn 1', 'A003 first 0'])
})

test('priority calls with no ordinary one waiting do not use up the run', () => {
  const story = given(
    li.opens(),
    ...Array.from({ length: 3 }, () => kiosk.takes('social', elderly)),
    ...servedBy(li),
    ...servedBy(li),
    kiosk.takes('social'),
    kiosk.takes('social', elderly),
  )
  expect(callsInOrder(story)).toEqual(['A003 priority 0', 'A005 priority 1', 'A004 first 0'])
})

test('a ticket sent here between two priority calls does not take the ordinary one its turn', () => {
  const sent = () => [sun.callsNext(), sun.transfers({ to: 'counter', counterId: 'c1', serviceId: 'social' })]
  const story = given(
    kiosk.takes('social'),
    ...Array.from({ length: 3 }, () => kiosk.takes('social', elderly)),
    kiosk.takes('tax'),
    li.opens(),
    sun.opens(),
    ...servedBy(li),
    ...servedBy(li),
    ...sent(),
  )
  expect(callsInOrder(story)).toEqual(['C001 sentHere 2', 'A001 turn 0', 'A004 first 0'])
})

test('a chosen ticket between two priority calls does not take the ordinary one its turn', () => {
  const story = given(
    kiosk.takes('social'),
    ...Array.from({ length: 4 }, () => kiosk.takes('social', elderly)),
    li.opens(),
    ...servedBy(li),
    ...servedBy(li),
    li.calls(5),
    li.finishes(),
  )
  expect(callsInOrder(story)).toEqual(['A001 turn 0', 'A004 first 0'])
})

const c2 = (terms: Partial<Counter>): Step => ({
  setUp: (before) => ({
    ...before,
    counters: before.counters.map((each) => (each.id === 'c2' ? { ...each, ...terms } : each)),
  }),
})
const term = (serviceId: string, terms: { weight?: number; afterMinutes?: number }) => ({
  serviceId,
  weight: 1,
  afterMinutes: 0,
  ...terms,
})

test('a class of a lower rank stands behind one of a higher, whenever they came', () => {
  const story = given(
    under({ priorityRun: 10 }),
    kiosk.takes('social'),
    kiosk.takes('social', pregnant),
    seconds(1),
    kiosk.takes('social', elderly),
    li.opens(),
  )
  expect(callsInOrder(story)).toEqual(['A003 priority 2', 'A002 priority 1', 'A001 first 0'])
})

test('waiting lifts everybody a rank each time the hall says, so that an ordinary number stands beside a class', () => {
  const story = given(
    under({ ageMinutes: 10 }),
    kiosk.takes('social'),
    minutes(29),
    kiosk.takes('social', elderly),
    minutes(1),
    li.opens(),
  )
  expect(callsInOrder(story)).toEqual(['A001 aged 0', 'A002 first 0'])
})

test('with ageing switched off a class goes first however long the other has waited', () => {
  const story = given(
    under({ ageMinutes: 0 }),
    kiosk.takes('social'),
    minutes(90),
    kiosk.takes('social', elderly),
    li.opens(),
  )
  expect(callsInOrder(story)).toEqual(['A002 priority 1', 'A001 first 0'])
})

test('nobody is passed more often than the hall has promised: then the longest waiting is next', () => {
  const story = given(
    under({ priorityRun: 10, mostPassed: 3 }),
    kiosk.takes('social'),
    kiosk.takes('social'),
    seconds(1),
    ...Array.from({ length: 6 }, () => kiosk.takes('social', elderly)),
    li.opens(),
  )
  expect(callsInOrder(story)).toEqual([
    'A003 priority 2',
    'A004 priority 2',
    'A005 priority 2',
    'A001 bound 0',
    'A002 bound 0',
    'A006 first 0',
    'A007 first 0',
    'A008 first 0',
  ])
})

test('those sent to a counter pass its services no more often than that either', () => {
  const sent = () => [sun.callsNext(), sun.transfers({ to: 'counter', counterId: 'c1', serviceId: 'social' })]
  const story = given(
    under({ mostPassed: 2 }),
    kiosk.takes('social'),
    ...Array.from({ length: 3 }, () => kiosk.takes('tax')),
    li.opens(),
    sun.opens(),
    ...sent(),
    ...sent(),
    ...sent(),
  )
  expect(callsInOrder(story).map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
    'C003 sentHere',
    'C002 sentHere',
    'A001 bound',
    'C001 sentHere',
  ])
})

test('somebody who has waited longer and borne less hides nobody from the promise', () => {
  const aside = asks(li.who, { command: 'changeNeeds', ticketId: ticket(1), needs: [] })
  const story = given(
    under({ priorityRun: 10, mostPassed: 2 }),
    c2({ low: true }),
    kiosk.takes('social', { needs: ['lowCounter'] }),
    kiosk.takes('social'),
    seconds(1),
    ...Array.from({ length: 4 }, () => kiosk.takes('social', elderly)),
    wang.opens(),
    li.opens(),
    li.callsNext(),
    li.finishes(),
    li.callsNext(),
    li.finishes(),
    aside,
  )
  expect(callsInOrder(story)).toEqual(['A001 bound 0', 'A002 bound 0', 'A005 first 0', 'A006 first 0'])
})

test('a number called by hand counts as passing, and past the promise it is refused', () => {
  const story = given(
    under({ mostPassed: 1 }),
    ...Array.from({ length: 3 }, () => kiosk.takes('social')),
    li.opens(),
    li.calls(2),
    li.finishes(),
  )
  story.when(li.calls(3)).isRefused('callLongestFirst')
  story.when(li.calls(1)).follows({ type: 'ticketCalled', number: 'A001' })
})

test('a clerk whose right to choose was taken away calls the next one only', () => {
  const story = given(kiosk.takes('social'), li.opens(), {
    setUp: (before) => ({
      ...before,
      clerks: before.clerks.map((each) => (each.id === 'li' ? { ...each, mayChoose: false } : each)),
    }),
  })
  story.when(li.calls(1)).isRefused('mayNotChoose')
  story.when(li.callsNext()).follows('ticketCalled')
})

test('a counter that works its services in order takes the second only when the first is empty', () => {
  const story = given(
    c2({ choosing: 'inOrder' }),
    kiosk.takes('household'),
    seconds(1),
    kiosk.takes('social'),
    kiosk.takes('social'),
    wang.opens(),
  )
  expect(callsInOrder(story, wang)).toEqual(['A001 service 1', 'A002 service 1', 'B001 first 0'])
})

test('a counter that works its services by weight gives each its share', () => {
  const story = given(
    c2({ choosing: 'weighted', terms: [term('social', { weight: 2 })] }),
    ...Array.from({ length: 4 }, () => kiosk.takes('social')),
    ...Array.from({ length: 4 }, () => kiosk.takes('household')),
    wang.opens(),
  )
  const series = callsInOrder(story, wang).map(([prefix]) => prefix)
  expect(series.slice(0, 6).join('')).toBe('ABAABA')
})

test('a service helped out with is called only when somebody has waited that long', () => {
  const story = given(
    c2({ terms: [term('household', { afterMinutes: 10 })] }),
    kiosk.takes('household'),
    wang.opens(),
  )
  story.when(minutes(10), wang.callsNext()).isRefused('nobodyWaiting')
  story.when(minutes(10), seconds(1), wang.callsNext()).follows({ type: 'ticketCalled', number: 'B001' })
})

test('whoever needs a low counter is called by one, and by any other only when none is open', () => {
  const low: Step = {
    setUp: (before) => ({
      ...before,
      counters: before.counters.map((each) => (each.id === 'c2' ? { ...each, low: true } : each)),
    }),
  }
  const waits = [
    low,
    kiosk.takes('social', { needs: ['lowCounter'] }),
    seconds(1),
    kiosk.takes('social'),
    li.opens(),
  ]
  expect(callsInOrder(given(...waits))).toEqual(['A001 first 0', 'A002 first 0'])
  const both = given(...waits, wang.opens())
  expect(callsInOrder(both)).toEqual(['A002 first 0'])
  expect(callsInOrder(both, wang)).toEqual(['A001 first 0', 'A002 first 0'])
  expect(waitingFor(both.state, 'social')).toBe(2)
})

test('a need told later moves the ticket beside the others, with all the time it has waited', () => {
  const tells = asks(li.who, { command: 'changeNeeds', ticketId: ticket(1), needs: ['lowCounter'] })
  const { state } = given(kiosk.takes('social'), minutes(5), kiosk.takes('social'), li.opens(), tells)
  expect(waiting(state, 'low:social')).toEqual(['A001'])
  expect(waiting(state, 'service:social')).toEqual(['A002'])
  expect(lastLeg(visit(state, 1)).joined?.since.atMs).toBe(clockMs('09:00'))
})

test('a counter in reserve calls nobody until somebody has waited that long', () => {
  const story = given(c2({ reserveMinutes: 15 }), kiosk.takes('social'), wang.opens())
  story.when(minutes(15), wang.callsNext()).isRefused('nobodyWaiting')
  story.when(minutes(15), seconds(1), wang.callsNext()).follows({ type: 'ticketCalled', number: 'A001' })
})

test('over all services of a general counter the longest waiting comes first', () => {
  const story = given(
    kiosk.takes('household'),
    seconds(1),
    kiosk.takes('social'),
    seconds(1),
    kiosk.takes('household'),
    wang.opens(),
  )
  expect(callsInOrder(story, wang)).toEqual(['B001 first 0', 'A001 first 0', 'B002 first 0'])
})

test('numbers of one instant go in the order they were issued', () => {
  const story = given(kiosk.takes('household'), kiosk.takes('social'), kiosk.takes('household'), wang.opens())
  expect(callsInOrder(story, wang)).toEqual(['B001 first 0', 'A001 first 0', 'B002 first 0'])
})

test('an appointment checked in by the end of its slot and the grace counts from its slot', () => {
  const { state } = given(
    at('10:10'),
    kiosk.takes('social'),
    at('10:45'),
    kiosk.takes('social', slot('10:00', '10:30')),
  )
  expect(waiting(state, 'service:social')).toEqual(['A002', 'A001'])
})

test('an appointment checked in after the grace counts from its check-in', () => {
  const { state } = given(
    at('10:40'),
    kiosk.takes('social'),
    at('10:45', 1),
    kiosk.takes('social', slot('10:00', '10:30')),
  )
  expect(waiting(state, 'service:social')).toEqual(['A001', 'A002'])
})

test('an appointment checked in early waits for its slot behind those before it', () => {
  const { state } = given(kiosk.takes('social', slot('10:00', '10:30')), at('09:50'), kiosk.takes('social'))
  expect(waiting(state, 'service:social')).toEqual(['A002', 'A001'])
})

test('behind three of one slot means behind three, and nobody is pushed out of the line', () => {
  const { state } = given(
    at('10:00'),
    ...Array.from({ length: 7 }, () => kiosk.takes('social', slot('10:00', '10:30'))),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    li.returns(1),
  )
  expect(waiting(state, 'service:social')).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'A006', 'A007'])
})

test('the last of one slot comes back behind exactly three as well', () => {
  const { state } = given(
    at('10:00'),
    ...Array.from({ length: 6 }, () => kiosk.takes('social', slot('10:00', '10:30'))),
    li.opens(),
    li.calls(6),
    ...missedBy(li),
    li.returns(6),
  )
  expect(waiting(state, 'service:social')).toEqual(['A001', 'A002', 'A003', 'A006', 'A004', 'A005'])
})

test('a hundred returns into the same gap lose nobody and let nobody back before three others', () => {
  let story = given(
    under({ missCalls: 1, mostReturns: 100, mostCalls: 1_000, mostPassed: 200 }),
    ...Array.from({ length: 8 }, () => kiosk.takes('social')),
    li.opens(),
  )
  for (let turn = 0; turn < 100; turn++) {
    const n = (turn % 4) + 1
    story = story.when(li.calls(n), li.misses(), li.returns(n)).follows('ticketReturned')
    const line = waiting(story.state, 'service:social')
    expect(line.indexOf(`A00${n}`)).toBeGreaterThanOrEqual(3)
    expect(new Set(line).size).toBe(8)
  }
})

test('who is ahead: an ordinary ticket counts the priority line too, a priority ticket its own', () => {
  const { state } = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    kiosk.takes('social', elderly),
    kiosk.takes('social', elderly),
  )
  expect([1, 2, 3, 4].map((n) => aheadOf(state, visit(state, n)))).toEqual([2, 3, 0, 1])
  expect(waitingFor(state, 'social')).toBe(4)
  expect(waitingFor(state, 'tax')).toBe(0)
})

test('who is ahead of a ticket sent to a counter: those sent there before it', () => {
  const sentTo = { to: 'counter', counterId: 'c1', serviceId: 'tax' } as const
  const { state } = given(
    kiosk.takes('tax'),
    minutes(1),
    kiosk.takes('tax'),
    sun.opens(),
    sun.callsNext(),
    sun.transfers(sentTo),
    sun.callsNext(),
    sun.transfers(sentTo, { place: 1 }),
    kiosk.takes('tax', elderly),
    sun.callsNext(),
    sun.transfers(sentTo, { place: 'byTime' }),
  )
  expect([1, 2, 3].map((n) => aheadOf(state, visit(state, n)))).toEqual([0, 1, 2])
})

test('nobody is ahead of one who no longer waits', () => {
  const { state } = given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), li.calls(2))
  expect(aheadOf(state, visit(state, 2))).toBe(0)
})

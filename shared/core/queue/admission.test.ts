import { expect, test } from 'vitest'
import type { Closure } from '../calendar/hall-calendar.ts'
import { year2026 } from '../calendar/year-2026.ts'
import { at, clerkAt, given, kiosk, kioskAt, li, servedBy, ticket, today, visit } from './cast.ts'
import { estimated, minutes, type Step, under } from './given.ts'
import type { Hall, Policy, Service } from './hall.ts'

const sessions = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
]
const keeping = (policy: Partial<Policy> = {}, closures: Closure[] = [], years = [year2026]): Step => ({
  setUp: (hall) => ({
    ...hall,
    calendar: { years, closures },
    policy: { ...hall.policy, sessions, useCalendar: true, ...policy },
  }),
})
const social = (change: Partial<Service>): Step => ({
  setUp: (hall: Hall) => ({
    ...hall,
    services: hall.services.map((each) => (each.id === 'social' ? { ...each, ...change } : each)),
  }),
})
const quota = (change: Partial<Service['quota']>): Step =>
  social({ quota: { day: null, session: null, slots: [], ...change } })
const closure = (change: Partial<Closure>): Closure => ({
  id: 'x',
  fromDay: today,
  toDay: today,
  part: null,
  of: { is: 'hall' },
  reason: '供电检修',
  approver: '周主任',
  publishedOn: '2026-11-16',
  ...change,
})
const dayMs = 86_400_000

test('on a working day numbers are given in the sessions, and between them the next one is named', () => {
  given(keeping()).when(kiosk.takes('social')).follows('ticketTaken')
  given(keeping(), at('12:10'))
    .when(kiosk.takes('social'))
    .isRefused('outsideSessions', { opens: { day: today, from: '13:30' } })
  given(keeping(), at('17:30'))
    .when(kiosk.takes('social'))
    .isRefused('outsideSessions', { opens: { day: '2026-11-24', from: '08:30' } })
})

test('on a day off no number is given, and the next working day is named', () => {
  const saturday = given(keeping(), { passesMs: 5 * dayMs })
  saturday
    .when({ by: { as: 'clock' }, ask: { command: 'turnDay' } }, kiosk.takes('social'))
    .isRefused('restDay', { opens: { day: '2026-11-30', from: '08:30' } })
})

test('a closure refuses with its reason, whole or in part, and leaves the others open', () => {
  given(keeping({}, [closure({})]))
    .when(kiosk.takes('social'))
    .isRefused('closure', { because: '供电检修', opens: { day: '2026-11-24', from: '08:30' } })
  given(keeping({}, [closure({ part: { from: '08:30', to: '10:00' } })]))
    .when(kiosk.takes('social'))
    .isRefused('closure', { because: '供电检修', opens: { day: today, from: '10:00' } })
  const one = keeping({}, [closure({ of: { is: 'services', serviceIds: ['social'] } })])
  given(one).when(kiosk.takes('social')).isRefused('closure')
  given(one).when(kiosk.takes('tax')).follows('ticketTaken')
})

test('in a year nobody has signed no number is given: it is refused by name, not guessed', () => {
  given(keeping({}, [], []))
    .when(kiosk.takes('social'))
    .isRefused('yearNotLoaded', { year: 2026 })
})

test('a clock set back to a day before gives nothing and loses nothing', () => {
  const story = given(keeping(), kiosk.takes('social'), { passesMs: -dayMs })
  story.when(kiosk.takes('social')).isRefused('clockBack')
  expect(visit(story.state, 1).number).toBe('A001')
})

test('a day’s quota is used up by numbers taken, and freed by those given back', () => {
  const used = given(keeping(), quota({ day: 2 }), kiosk.takes('social'), kiosk.takes('social'))
  used.when(kiosk.takes('social')).isRefused('quotaUsed', { opens: { day: '2026-11-24', from: '08:30' } })
  used.when(kiosk.takes('household')).follows('ticketTaken')
  used.when(kiosk.cancels(1), kiosk.takes('social')).follows('ticketTaken')
  used.when(li.opens(), ...servedBy(li), kiosk.takes('social')).isRefused('quotaUsed')
})

test('a session has a quota of its own', () => {
  const morning = given(keeping(), quota({ session: 1 }), kiosk.takes('social'))
  morning.when(kiosk.takes('social')).isRefused('quotaUsed', { opens: { day: today, from: '13:30' } })
  morning.when(at('13:30'), kiosk.takes('social')).follows('ticketTaken')
  morning.when(at('13:30'), kiosk.takes('social'), kiosk.takes('social')).isRefused('quotaUsed')
})

test('a slot has a quota of its own, and outside the slots there is none', () => {
  const slots = [
    { from: '09:00', to: '10:00', most: 1 },
    { from: '10:00', to: '11:00', most: 0 },
  ]
  const nine = given(keeping(), quota({ slots }), kiosk.takes('social'))
  nine.when(kiosk.takes('social')).isRefused('quotaUsed', { opens: { day: today, from: '10:00' } })
  nine.when(at('10:30'), kiosk.takes('social')).isRefused('quotaUsed')
  nine.when(at('11:00'), kiosk.takes('social'), kiosk.takes('social')).follows('ticketTaken')
})

test('an appointment is given its number although the quota is used and closing is near', () => {
  const appointment = { fromMs: 0, toMs: 0 }
  given(keeping(), quota({ day: 0 }))
    .when(kiosk.takes('social', { appointment }))
    .follows('ticketTaken')
  given(keeping({}, [closure({})]), quota({ day: 0 }))
    .when(kiosk.takes('social', { appointment }))
    .isRefused('closure')
})

test('a service stops when the long end of its estimate passes the session’s end', () => {
  const story = (policy: Partial<Policy>, longestMinutes: number) =>
    given(keeping(policy), at('11:45'), estimated('social', 1, 5, longestMinutes))
  story({ stopWhenPastClosing: true }, 16)
    .when(kiosk.takes('social'))
    .isRefused('closingSoon', { opens: { day: today, from: '13:30' } })
  story({ stopWhenPastClosing: true }, 15).when(kiosk.takes('social')).follows('ticketTaken')
  story({ stopWhenPastClosing: false }, 16).when(kiosk.takes('social')).follows('ticketTaken')
})

const zhang = { identity: { hash: 'zhang-hash-0000000', masked: '张** 110***********1234' } }
const wei = { identity: { hash: 'wei-hash-000000000', masked: '魏**' } }

test('a service that asks gives one live number per person, and names it to be printed again', () => {
  const asked = given(social({ identity: 'asked' }), kiosk.takes('social', zhang))
  asked
    .when(kiosk.takes('social', zhang))
    .isRefused('alreadyHolds', { holds: { ticketId: ticket(1), number: 'A001' } })
  asked.when(kiosk.takes('social', wei)).follows('ticketTaken')
  asked.when(kiosk.takes('household', zhang)).follows('ticketTaken')
  asked.when(kiosk.reprints(1)).follows('reprintAsked')
  asked.when(kiosk.cancels(1), kiosk.takes('social', zhang)).follows('ticketTaken')
  asked.when(li.opens(), ...servedBy(li), kiosk.takes('social', zhang)).follows('ticketTaken')
})

test('whoever has no card takes a number, unless the service requires one', () => {
  given(social({ identity: 'asked' }))
    .when(kiosk.takes('social'))
    .follows('ticketTaken')
  given(social({ identity: 'required' }))
    .when(kiosk.takes('social'))
    .isRefused('identityNeeded')
  given(social({ identity: 'required' }))
    .when(kiosk.takes('social', zhang))
    .follows('ticketTaken')
})

test('the event carries hash and mask alone, and nothing where nobody asked', () => {
  given(social({ identity: 'asked' }))
    .when(kiosk.takes('social', zhang))
    .follows({ type: 'ticketTaken', identity: zhang.identity })
  const { recorded } = given(kiosk.takes('social', zhang))
  expect(recorded.at(-1)?.event).not.toHaveProperty('identity')
})

test('one person holds no more live numbers than the hall allows', () => {
  const asked: Step = {
    setUp: (hall) => ({ ...hall, services: hall.services.map((each) => ({ ...each, identity: 'asked' })) }),
  }
  const two = given(
    asked,
    under({ mostPerPerson: 2 }),
    kiosk.takes('social', zhang),
    kiosk.takes('tax', zhang),
  )
  two.when(kiosk.takes('household', zhang)).isRefused('tooManyTaken')
  two.when(kiosk.takes('household', wei)).follows('ticketTaken')
  two.when(kiosk.cancels(1), kiosk.takes('household', zhang)).follows('ticketTaken')
})

test('a kiosk that is asked for slips faster than hands can is told to wait; others go on', () => {
  const paper = { paper: true }
  const hasty = given(
    under({ kioskSlipsPerMinute: 3 }),
    ...[1, 2, 3].flatMap((n) => [kiosk.takes('social', paper), kiosk.prints(n)]),
  )
  hasty.when(kiosk.takes('social', paper)).isRefused('tooManyTaken')
  hasty.when(kiosk.takes('social')).follows('ticketTaken')
  hasty.when(kioskAt('other').takes('social', paper)).follows('ticketTaken')
  hasty.when(clerkAt('sun', 'c4').takes('social', paper)).follows('ticketTaken')
  hasty.when(minutes(1), kiosk.takes('social', paper)).follows('ticketTaken')
})

import { expect, test } from 'vitest'
import { counterView } from '../views/counter.ts'
import { kioskView } from '../views/kiosk.ts'
import { phoneView } from '../views/phone.ts'
import { clockMs, given, hall, kiosk, li, servedBy, sun, ticket, visit, waiting, zhao } from './cast.ts'
import { checkHall } from './check-hall.ts'
import { type Step, under } from './given.ts'

const opened = (...more: Step[]) => given(li.opens(), zhao.opens(), sun.opens(), ...more)

test('one number walks a journey stage by stage, in one stage the shortest line first, and ends after the last', () => {
  const taken = opened()
    .when(kiosk.takes('tax'), kiosk.takes('newborn'))
    .follows({ type: 'ticketTaken', number: 'N001', serviceId: 'household' })
  const first = taken.when(zhao.callsNext(), zhao.starts(), zhao.finishes())
  const second = first.follows('legFinished', { type: 'legQueued', leg: 1, serviceId: 'social' })
  expect(waiting(second.state, 'service:social')).toEqual(['N001'])
  const third = second
    .when(li.callsNext(), li.starts(), li.finishes())
    .follows('legFinished', { type: 'legQueued', leg: 2, serviceId: 'tax' })
  third
    .when(...servedBy(sun), sun.callsNext(), sun.starts(), sun.finishes())
    .follows('legFinished', { type: 'ticketFinished', ticketId: ticket(2) })
  expect(visit(third.state, 2).journey).toEqual({ id: 'newborn', left: [] })
})

test('the next step waits behind as many others as the hall says, not at the end of the line', () => {
  const { state } = opened(
    under({ journeyStepBehind: 1 }),
    kiosk.takes('newborn'),
    ...Array.from({ length: 3 }, () => kiosk.takes('social')),
    ...Array.from({ length: 4 }, () => kiosk.takes('tax')),
    ...servedBy(zhao),
  )
  expect(waiting(state, 'service:social')).toEqual(['A001', 'N001', 'A002', 'A003'])
})

test('a leg sent elsewhere and back comes back before the journey goes on', () => {
  const { state } = opened(
    kiosk.takes('newborn'),
    zhao.callsNext(),
    zhao.starts(),
    zhao.transfers({ to: 'service', serviceId: 'tax' }, { comeBack: true }),
    ...servedBy(sun),
  )
  expect(waiting(state, 'counter:c3')).toEqual(['N001'])
  expect(visit(state, 1).journey?.left).toEqual([['social', 'tax']])
})

test('a journey is given only while each of its services gives numbers', () => {
  const shut: Step = {
    setUp: (before) => ({
      ...before,
      services: before.services.map((each) => (each.id === 'tax' ? { ...each, open: false } : each)),
    }),
  }
  opened(shut).when(kiosk.takes('newborn')).isRefused('serviceClosed')
})

test('clerk, citizen and kiosk are told of the journey and what is left of it', () => {
  const { state } = opened(kiosk.takes('newborn'), ...servedBy(zhao), li.callsNext())
  expect(counterView(hall, state, 'c1')?.current?.journey).toEqual({
    name: '新生儿出生一件事',
    nameEn: '',
    left: ['税务'],
  })
  expect(phoneView(hall, state, ticket(1))?.journey?.left).toEqual(['税务'])
  const tile = kioskView(hall, state, kiosk.who, clockMs('10:00')).services.find(({ id }) => id === 'newborn')
  expect(tile).toMatchObject({ name: '新生儿出生一件事', prefix: 'N', shut: null })
})

test('a journey that walks in a circle, or a series that is taken, is refused', () => {
  const services = hall.services.filter(({ id }) => id !== 'orphan')
  const journeys = [
    {
      id: 'again',
      name: '绕圈',
      nameEn: '',
      prefix: 'A',
      open: true,
      stages: [['social'], ['tax', 'social']],
    },
  ]
  expect(checkHall({ ...hall, services, journeys })).toEqual([
    { path: 'journeys.0.prefix', problem: 'repeated' },
    { path: 'journeys.0.stages.1.1', problem: 'walksInCircle' },
  ])
})

import { expect, test } from 'vitest'
import { hall } from './cast.ts'
import { checkHall } from './check-hall.ts'
import { Counter, type Hall } from './hall.ts'

const services = hall.services.filter(({ id }) => id === 'social' || id === 'household')
const counter = (more: object) =>
  Counter.parse({ id: 'c1', no: '1', zoneId: 'ground', serviceIds: ['social', 'household'], ...more })
const wrong = (more: Partial<Hall>) => checkHall({ ...hall, services, journeys: [], ...more })

test('a service that gives numbers is worked by some counter', () => {
  expect(wrong({ counters: [counter({ serviceIds: ['social'] })] })).toEqual([
    { path: 'services.1.open', problem: 'workedNowhere' },
  ])
  const shut = services.map((each) => ({ ...each, open: each.id === 'social' }))
  expect(wrong({ services: shut, counters: [counter({ serviceIds: ['social'] })] })).toEqual([])
})

test('a service worked only in reserve or as a help would leave its first citizen waiting for nothing', () => {
  expect(wrong({ counters: [counter({ reserveMinutes: 15 })] }).map(({ problem }) => problem)).toEqual([
    'onlyInReserve',
    'onlyInReserve',
  ])
  const helping = counter({ terms: [{ serviceId: 'household', afterMinutes: 10 }] })
  expect(wrong({ counters: [helping] })).toEqual([{ path: 'services.1.open', problem: 'onlyInReserve' }])
  expect(wrong({ counters: [helping, counter({ id: 'c2', no: '2' })] })).toEqual([])
})

test('terms are of services worked at that counter, each once', () => {
  const terms = [{ serviceId: 'social' }, { serviceId: 'social' }, { serviceId: 'tax' }]
  expect(wrong({ counters: [counter({ terms })] })).toEqual([
    { path: 'counters.0.terms.1.serviceId', problem: 'repeated' },
    { path: 'counters.0.terms.2.serviceId', problem: 'unknown' },
  ])
})

import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { Counter, Policy, Service } from '@jiaohao/core/queue/hall.ts'
import { usualSlip } from '@jiaohao/core/text/slip-template.ts'
import { expect, test } from 'vitest'
import { changesOf } from './changes.ts'
import { changed, check, fieldOf, fromHub, problemsIn } from './draft.ts'
import { merge } from './merge.ts'

const service = (id: string, name: string) =>
  Service.parse({ id, name, prefix: id === 's1' ? 'A' : 'B', zoneId: 'z1' })

const base: HallSetUp = {
  name: '政务大厅',
  nameEn: '',
  timeZone: 'Asia/Shanghai',
  notice: '',
  phoneUrl: '',
  zones: [{ id: 'z1', name: '一楼' }],
  services: [service('s1', '社保'), service('s2', '医保')],
  journeys: [],
  counters: [Counter.parse({ id: 'c1', no: '1', zoneId: 'z1', serviceIds: ['s1', 's2'] })],
  policy: Policy.parse({}),
  slip: usualSlip,
}

const renamed = (hall: HallSetUp, id: string, name: string): HallSetUp => ({
  ...hall,
  services: hall.services.map((each) => (each.id === id ? { ...each, name } : each)),
})

test('what they saved and what I typed both stay', () => {
  const mine = { ...renamed(base, 's1', '社会保险'), notice: '周五下午学习' }
  const theirs = { ...renamed(base, 's2', '医疗保险'), policy: { ...base.policy, missCalls: 2 } }
  const { hall, both } = merge(base, mine, theirs)
  expect(hall.services.map(({ name }) => name)).toEqual(['社会保险', '医疗保险'])
  expect(hall.notice).toBe('周五下午学习')
  expect(hall.policy.missCalls).toBe(2)
  expect(both).toEqual([])
})

test('where both changed the same thing mine stands, and is named', () => {
  const { hall, both } = merge(base, renamed(base, 's1', '我的'), renamed(base, 's1', '他的'))
  expect(hall.services[0]?.name).toBe('我的')
  expect(both).toEqual([{ is: 'changed', where: 'service', id: 's1', name: '我的' }])
})

test('my slip and their logo both stay, and a change of the slip is told', () => {
  const logo = { widthDots: 8, heightDots: 1, rows: 'ff' }
  const mine = { ...base, slip: { ...base.slip, parts: base.slip.parts.slice(0, 3) } }
  const theirs = { ...base, slip: { ...base.slip, logo } }
  expect(merge(base, mine, theirs)).toMatchObject({
    hall: { slip: { parts: mine.slip.parts, logo } },
    both: [],
  })
  expect(changesOf(base, mine)).toEqual([{ is: 'changed', where: 'slip', id: 'parts', name: 'parts' }])
})

test('a service they removed leaves my counters too; one I added stays', () => {
  const mine = { ...base, services: [...base.services, service('s3', '公积金')] }
  const theirs = { ...base, services: base.services.filter(({ id }) => id !== 's2') }
  const { hall } = merge(base, mine, theirs)
  expect(hall.services.map(({ id }) => id)).toEqual(['s1', 's3'])
  expect(hall.counters[0]?.serviceIds).toEqual(['s1'])
})

test('a change is told by what people call the thing', () => {
  const after = { ...base, services: [service('s1', '社保'), service('s4', '税务')], phoneUrl: 'http://x' }
  expect(changesOf(base, after).map(({ is, where, name }) => [is, where, name])).toEqual([
    ['added', 'service', '税务'],
    ['removed', 'service', '医保'],
    ['changed', 'about', 'phoneUrl'],
  ])
  expect(changesOf(base, { ...base, services: [...base.services].reverse() })).toHaveLength(1)
})

test('typing a thing back leaves nothing to save', () => {
  const draft = { version: 1, base, hall: renamed(base, 's1', 'x'), savedAs: null }
  expect(changed(draft, base)).toBeNull()
})

test('the page finds two counters of one number, sessions turned round, and lost zones by itself', () => {
  const counters = [...base.counters, Counter.parse({ id: 'c2', no: '1', zoneId: 'gone', serviceIds: [] })]
  const policy = { ...base.policy, sessions: [{ from: '12:00', to: '08:00' }] }
  expect(check({ ...base, counters, policy })).toEqual([
    { path: 'counters.1.no', said: 'repeated' },
    { path: 'counters.1.zoneId', said: 'unknown' },
    { path: 'policy.sessions.0.to', said: 'order' },
  ])
  expect(check({ ...base, name: '' })).toEqual([{ path: 'name', said: '' }])
  expect(check(base)).toEqual([])
})

test("the hub's problems land on the page's fields, however it writes their paths", () => {
  const [first, second] = fromHub([
    { path: 'hall.services.3.name', problem: '1–40 characters' },
    { path: '/body/hall/services/3/prefix', problem: 'x' },
  ])
  expect(first).toEqual({ path: 'services.3.name', said: '1–40 characters' })
  expect(problemsIn([first!, second!], 'services.3').map(({ path }) => path)).toEqual(['name', 'prefix'])
  expect(fieldOf('services.3.bring.0')).toBe('bring')
})

import { inEach } from '@jiaohao/core/text/language.ts'
import type { TodayView } from '@jiaohao/core/views/today.ts'
import { hallSetUp } from './console-hall.ts'

export const nowMs = Date.now()
const minute = 60_000
const clerks = ['李晓燕', '王建国', '陈思远', '赵敏', '欧阳文静', '孙立', '周海涛', '吴倩']
const states: TodayView['counters'][number]['state'][] = [
  'serving',
  'serving',
  'calling',
  'serving',
  'idle',
  'paused',
  'serving',
  'closed',
  'serving',
  'wrappingUp',
  'serving',
  'closed',
  'closed',
  'serving',
]

const services = (waiting: readonly number[]): TodayView['services'] =>
  hallSetUp.services.map(({ id, name, nameEn, prefix }, i) => {
    const n = waiting[i] ?? 0
    return {
      id,
      name,
      nameEn,
      prefix,
      waiting: n,
      wait: n > 0 && i !== 4 ? { low: n, high: n * 2 + 4 } : null,
      openCounters: i === 4 ? 0 : (i % 3) + 1,
      longestSinceMs: n > 0 ? nowMs - (n + 3) * minute - i * 7_000 : null,
    }
  })

const counters: TodayView['counters'] = hallSetUp.counters.map(({ id, no, serviceIds }, i) => {
  const state = states[i] ?? 'closed'
  const busy = state === 'serving' || state === 'calling'
  return {
    counterId: id,
    no,
    state,
    ticketId: null,
    number: busy ? `${'ABCDEF'[i % 6]}${String(20 + i * 3).padStart(3, '0')}` : null,
    callSeq: null,
    recall: 0,
    pausedFor: state === 'paused' ? '系统故障处理' : '',
    services: serviceIds,
    waiting: 3,
    clerk:
      state === 'closed' ? null : { id: `p${i}`, name: clerks[i % 8] ?? '', no: String(101 + i), post: '' },
    asking: null,
    staffId: state === 'closed' ? null : `p${i}`,
    sinceMs: state === 'closed' ? null : nowMs - (70 + i) * minute,
    serving: state === 'serving' ? { sinceMs: nowMs - (i + 2) * 71_000 } : null,
  }
})

const calls: TodayView['calls'] = Array.from({ length: 30 }, (_, i) => ({
  seq: 900 - i,
  number: `${'ABCDEF'[i % 6]}${String(60 - i).padStart(3, '0')}`,
  counterId: `c${(i % 12) + 1}`,
  counterNo: String((i % 12) + 1),
  zoneId: 'z1',
  serviceId: `s${i % 6}`,
  serviceName: '',
  atMs: nowMs - i * 47_000,
  recall: i % 5 === 1 ? 1 : 0,
  announcement: inEach(() => ''),
  manner: { pace: 1, flashes: 3 },
  shownBy: i === 0 ? [] : ['d1', 'd2'],
  spokenBy: i === 0 ? [] : ['d1'],
}))

const of = (waiting: readonly number[], change: Partial<TodayView> = {}): TodayView => {
  const lines = services(waiting)
  const since = lines.flatMap(({ longestSinceMs }) => (longestSinceMs === null ? [] : [longestSinceMs]))
  return {
    view: 'today',
    hall: { ...hallSetUp, standing: { is: 'open' } },
    day: '2026-03-11',
    counts: {
      taken: 312,
      called: 287,
      finished: 261,
      missed: 14,
      rated: 168,
      rateable: 249,
      waiting: waiting.reduce((sum, n) => sum + n, 0),
      held: 3,
      serving: 7,
    },
    longestSinceMs: since.length > 0 ? Math.min(...since) : null,
    services: lines,
    counters,
    calls,
    papers: [],
    offline: { returns: [], kept: [], expired: [] },
    ...change,
  }
}

export const calm = of([6, 4, 8, 2, 0, 3, 0, 1])
export const crowded = of([48, 31, 57, 22, 9, 26, 0, 12], {
  papers: [
    { number: 'A061', slip: 'failed', why: 'paperOut' },
    { number: 'C058', slip: 'unknown', why: '' },
  ],
  offline: {
    returns: [
      {
        stationId: 'k1',
        count: 23,
        drifted: 0,
        fromMs: nowMs - 70 * minute,
        toMs: nowMs - 47 * minute,
        atMs: nowMs - 4 * minute,
      },
    ],
    kept: [{ number: 'DK004', service: '', why: 'unknownService', takenAtMs: nowMs - 52 * minute }],
    expired: [{ number: 'BM002', day: '2026-03-10', atMs: nowMs - 30 * minute }],
  },
})
export const empty: TodayView = {
  ...of([]),
  services: [],
  counters: [],
  calls: [],
  counts: {
    taken: 0,
    called: 0,
    finished: 0,
    missed: 0,
    rated: 0,
    rateable: 0,
    waiting: 0,
    held: 0,
    serving: 0,
  },
}

import type { EstimatesLine, EstimatesReport } from '@jiaohao/core/contract/estimates.ts'
import type { Report, ReportLine, Spread, Staff } from '@jiaohao/core/contract/routes.ts'
import { formulasOf } from '@jiaohao/server/reports/formulas.ts'
import { hallSetUp } from './console-hall.ts'
import { nowMs } from './console-today.ts'

const minute = 60_000
const spread = (n: number, meanMinutes: number): Spread =>
  n === 0
    ? { n: 0, meanMs: null, p50Ms: null, p90Ms: null, longestMs: null }
    : {
        n,
        meanMs: meanMinutes * minute + 40_000,
        p50Ms: meanMinutes * minute * 0.8,
        p90Ms: meanMinutes * minute * 1.9,
        longestMs: meanMinutes * minute * 3.1,
      }

const line = (id: string, name: string, issued: number, rated: number, clerk = false): ReportLine => ({
  id,
  name,
  issued,
  called: Math.round(issued * 0.94),
  finished: Math.round(issued * 0.86),
  missed: Math.round(issued * 0.05),
  cancelled: Math.round(issued * 0.02),
  expired: 0,
  abandoned: Math.round(issued * 0.02),
  wait: spread(Math.round(issued * 0.94), 14),
  walk: spread(Math.round(issued * 0.86), 0),
  service: spread(Math.round(issued * 0.86), 7),
  stay: spread(Math.round(issued * 0.86), 22),
  rateable: Math.round(issued * 0.8),
  rated,
  levels:
    clerk && rated < 10
      ? null
      : [
          rated - Math.round(rated * 0.3),
          Math.round(rated * 0.2),
          Math.round(rated * 0.06),
          Math.round(rated * 0.03),
          Math.round(rated * 0.01),
        ],
})

export const report: Report = {
  from: '2026-03-11',
  to: '2026-03-11',
  total: line('', '', 312, 168),
  services: hallSetUp.services.map(({ id, name }, i) =>
    line(id, name, [88, 61, 57, 42, 31, 26, 4, 3][i] ?? 0, [50, 33, 31, 22, 17, 13, 2, 0][i] ?? 0),
  ),
  counters: hallSetUp.counters.map(({ id, no }, i) => line(id, `${no}号窗口`, 30 - i * 2, 16 - i)),
  clerks: ['李晓燕', '王建国', '陈思远', '赵敏'].map((name, i) =>
    line(`p${i}`, name, 40 - i * 9, [24, 16, 8, 3][i] ?? 0, true),
  ),
  hours: [8, 9, 10, 11, 13, 14, 15, 16].map((hour, i) => ({
    hour,
    issued: [28, 66, 71, 32, 38, 44, 23, 10][i] ?? 0,
    called: [20, 58, 66, 48, 30, 40, 21, 4][i] ?? 0,
    meanWaitMs: ([4, 12, 19, 15, 6, 9, 7, 3][i] ?? 0) * minute,
  })),
  appointments: [
    { id: '', name: '', booked: 46, cancelled: 4, checkedIn: 38, late: 3, noShow: 4 },
    { id: 'social', name: '社会保险', booked: 30, cancelled: 2, checkedIn: 25, late: 2, noShow: 3 },
    { id: 'house', name: '不动产登记', booked: 16, cancelled: 2, checkedIn: 13, late: 1, noShow: 1 },
  ],
  devices: [
    ['k2', '一楼西门取号机', 'd2', 'printer', 0.914, 3],
    ['w1', '东区窗口主机（1–7 号）', 'd4', 'led', 0.992, 1],
    ['k1', '一楼东门取号机', 'd1', 'printer', 1, 0],
    ['d1', '一楼大屏', 'd5', 'speaker', 1, 0],
  ].map(([stationId, station, deviceId, kind, share, faults]) => ({
    stationId: String(stationId),
    station: String(station),
    deviceId: String(deviceId),
    kind: kind as Report['devices'][number]['kind'],
    openMs: 450 * minute,
    readyMs: 450 * minute * Number(share),
    faults: Number(faults),
  })),
  formulas: formulasOf('formulas'),
}

const told = (
  id: string,
  name: string,
  n: number,
  [p50, between, p10]: [number, number, number],
  [error, plain]: [number, number],
): EstimatesLine => ({
  id,
  name,
  told: Math.round(n * 1.06),
  n,
  withinP50: p50,
  withinP90: p50 + between,
  within80: p50 + between - p10,
  between,
  meanErrorMs: error * minute,
  plain: {
    n: Math.round(n * 0.94),
    meanErrorMs: plain * minute,
    toldErrorMs: error * 1.02 * minute,
  },
})

export const estimates: EstimatesReport = {
  from: '2026-03-11',
  to: '2026-03-11',
  total: told('', '', 284, [0.514, 0.391, 0.098], [3.4, 8.7]),
  days: [told('2026-03-11', '2026-03-11', 284, [0.514, 0.391, 0.098], [3.4, 8.7])],
  services: hallSetUp.services
    .slice(0, 5)
    .map(({ id, name }, i) =>
      told(
        id,
        name,
        [84, 57, 51, 40, 3][i] ?? 0,
        [0.49 + i * 0.012, 0.38, 0.1 - i * 0.008],
        [3 + i * 0.5, 7 + i],
      ),
    ),
  formulas: formulasOf('estimateFormulas'),
}

export const noEstimates: EstimatesReport = {
  ...estimates,
  total: told('', '', 0, [0, 0, 0], [0, 0]),
  days: [],
  services: [],
}

export const emptyReport: Report = {
  ...report,
  total: line('', '', 0, 0),
  services: [],
  counters: [],
  clerks: [],
  hours: [],
  devices: [],
}

export const staff: Staff[] = [
  ['p0', 'li', '李晓燕', '101', '社保窗口首席代表', ['clerk'], true],
  ['p1', 'wang', '王建国', '102', '医保窗口', ['clerk'], true],
  ['p2', 'chen', '陈思远', '103', '', ['clerk', 'supervisor'], true],
  ['p3', 'zhao', '赵敏', '104', '', ['clerk'], false],
  ['p8', 'admin', '林主任', '001', '中心副主任', ['administrator', 'supervisor'], true],
  ['p9', 'audit', '何审', '009', '机关纪委', ['auditor'], true],
].map(([id, login, name, no, post, roles, active], i) => ({
  id: String(id),
  login: String(login),
  name: String(name),
  no: String(no),
  post: String(post),
  roles: roles as Staff['roles'],
  active: active === true,
  mayChoose: true,
  lockedUntilMs: i === 1 ? nowMs + 8 * minute : null,
  signedInAtMs: i === 3 ? null : nowMs - i * 70 * minute,
}))

export const legs = Array.from({ length: 46 }, (_, i) => ({
  ticketId: `2026-03-11-${i + 1}`,
  number: `${'ABCD'[i % 4]}${String(Math.floor(i / 4) + 1).padStart(3, '0')}`,
  leg: 0,
  serviceId: `s${i % 4}`,
  counterId: i > 38 ? null : `c${(i % 12) + 1}`,
  staffId: i > 38 ? null : `p${i % 4}`,
  issuedAtMs: nowMs - (200 - i * 4) * minute,
  firstCalledAtMs: i > 38 ? null : nowMs - (188 - i * 4) * minute,
  calls: i > 38 ? 0 : i % 7 === 3 ? 3 : 1,
  startedAtMs: i > 38 || i % 7 === 3 ? null : nowMs - (187 - i * 4) * minute,
  finishedAtMs: i > 36 || i % 7 === 3 ? null : nowMs - (180 - i * 4) * minute,
  state: i > 38 ? 'waiting' : i % 7 === 3 ? 'missed' : i > 36 ? 'serving' : 'finished',
  why: i > 38 ? '' : i % 9 === 4 ? 'priority' : 'first',
  rated: i < 36 && i % 3 === 0 && i % 7 !== 3,
}))

export const auditRows = Array.from({ length: 24 }, (_, i) => ({
  seq: 124 - i,
  atMs: nowMs - i * 17 * minute,
  who: ['staff:p8', 'staff:p0', 'unknown', 'staff:p8'][i % 4] ?? '',
  what: ['writeHall', 'signIn', 'signInRefused', 'changeStation'][i % 4] ?? '',
  detail:
    [
      '{"version":12}',
      '192.168.1.31',
      '{"login":"li","why":"notAllowed"}',
      '{"id":"k2","name":"一楼西门取号机"}',
    ][i % 4] ?? '',
  hash: `q${i}Zk3vXw81-nLr0aPq`,
}))

export const toldWhy = {
  told: {
    ticketId: '2026-03-11-7',
    number: 'A012',
    serviceId: 's0',
    issuedAtMs: nowMs - 50 * minute,
    sinceMs: nowMs - 50 * minute,
    calls: [],
    passedBy: [],
    passedByTotal: 0,
  },
  words: {
    'zh-CN': [
      'A012 号（社会保险）于 09:10 取号。',
      '09:41 在 3 号窗口叫到，等候自 09:10 起计。理由：优先对象连叫后，轮到普通号。',
      '叫到时，没有越过等得更久的人。',
      '等候期间被后到者越过 2 次，本厅承诺不超过 20 次：',
      'A014 号，09:15 起等候，09:33 在 3 号窗口，属于公布的优先对象',
      'A015 号，09:18 起等候，09:37 在 3 号窗口，属于公布的优先对象',
    ],
    en: ['Number A012 was taken at 09:10.'],
  },
}

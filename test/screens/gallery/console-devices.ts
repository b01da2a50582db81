import type { AlarmRow, StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import type { Exchange } from '@jiaohao/core/contract/inspection.ts'
import { nowMs } from './console-today.ts'

const minute = 60_000
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 620"><rect width="640" height="620" fill="#fff"/>' +
  '<g font-family="sans-serif" text-anchor="middle"><text x="320" y="80" font-size="30">市民服务中心</text>' +
  '<text x="320" y="230" font-size="130" font-weight="700">A061</text>' +
  '<text x="320" y="310" font-size="44">社会保险业务</text></g>' +
  '<path d="M40 350h560" stroke="#000" stroke-width="3"/>' +
  '<g font-family="sans-serif" font-size="28"><text x="40" y="410">前面等候</text><text x="500" y="410">12 人</text>' +
  '<text x="40" y="460">预计等候</text><text x="380" y="460">约 15～28 分钟</text></g></svg>'

const exchange = (
  i: number,
  direction: Exchange['direction'],
  hex: string,
  meaning: [string, string][],
  sizeBytes = hex.length / 2,
): Exchange => ({
  direction,
  atMs: nowMs - 9_000 + i * 137,
  sizeBytes,
  hex,
  meaning: meaning.map(([means, detail]) => ({ means, detail })),
})

const slip = `1b401d61ff1c261b6101${'c7ebb1b8bac3d2d4cfc2b2c4c1cf'.repeat(17)}0a`
const exchanges: Exchange[] = [
  exchange(
    0,
    'sent',
    slip.padEnd(512, '0'),
    [
      ['initialise', ''],
      ['automaticStatus', ''],
      ['text', '市民服务中心 A061 社会保险业务 前面等候 12 人'],
      ['qr', 'http://10.0.0.5:8080/phone#2026-03-11-61.x8'],
      ['cut', ''],
      ['tellWhenProcessed', ''],
    ],
    1_184,
  ),
  exchange(1, 'received', '00', [['processed', '']]),
  ...[1, 2, 3, 4].flatMap((n) => [
    exchange(2 * n, 'sent', `10040${n}`, [['askStatus', `${n}`]]),
    exchange(2 * n + 1, 'received', '12', [['statusByte', '12']]),
  ]),
  exchange(12, 'received', '380000f0', [
    ['statusReport', 'coverOpen'],
    ['noise', '1'],
  ]),
]

/** What a look into a printer, in the middle of its day, says. */
export const inspected = (online: boolean) => ({
  online,
  report: null,
  states: [
    ['paperOut', 6],
    ['nearEnd', 32],
    ['ready', 205],
    ['coverOpen', 207],
    ['ready', 1_200],
    ['stationAway', 1_230],
  ].map(([state, minutes]) => ({ state, atMs: nowMs - Number(minutes) * minute })),
  inspection: online
    ? {
        counters: {
          frames: 48_201,
          discardedBytes: 3,
          sentBytes: 912_330,
          receivedBytes: 48_211,
          silences: 0,
          reconnects: 2,
        },
        exchanges,
        picture: { svg },
      }
    : null,
})

const alarm = (key: string, raisedMinutes: number, of: StandingAlarm['alarm']): StandingAlarm => ({
  key,
  raisedAtMs: nowMs - raisedMinutes * minute,
  alarm: of,
})

export const standing: StandingAlarm[] = [
  alarm('untold:899', 1, {
    is: 'untold',
    callSeq: 899,
    number: 'B059',
    counterId: 'c2',
    counterNo: '2',
    atMs: nowMs - minute,
    bySome: false,
    missing: [],
  }),
  alarm('silent:d2:', 3, {
    is: 'silent',
    stationId: 'd2',
    station: '东区大屏',
    by: 'screen',
    deviceId: null,
    zone: '东区',
    number: 'A058',
    counterNo: '1',
    atMs: nowMs - 3 * minute,
  }),
  alarm('uncovered:s4', 4, { is: 'uncovered', serviceId: 's4', service: '不动产登记', waiting: 9 }),
  alarm('longWait', 12, {
    is: 'longWait',
    serviceId: 's2',
    service: '户籍与身份证件办理',
    sinceMs: nowMs - 61 * minute,
  }),
  alarm('idleWithQueue:c5', 1, {
    is: 'idleWithQueue',
    counterId: 'c5',
    counterNo: '5',
    waiting: 7,
    sinceMs: nowMs - 4 * minute,
  }),
  alarm('offlineKept', 4, { is: 'offlineKept', kept: [{ number: 'DK004', why: 'unknownService' }] }),
  alarm('offlineReturned:k1', 4, {
    is: 'offlineReturned',
    stationId: 'k1',
    station: '一楼东门取号机',
    count: 23,
    fromMs: nowMs - 70 * minute,
    toMs: nowMs - 47 * minute,
  }),
  alarm('paperFailed', 2, { is: 'paperFailed', numbers: ['A061', 'C058'] }),
  alarm('stationAway:e2', 42, {
    is: 'stationAway',
    stationId: 'e2',
    station: '2 号窗口评价器',
    seenAtMs: nowMs - 42 * minute,
  }),
  alarm('deviceDown:k2:d2', 6, {
    is: 'deviceDown',
    stationId: 'k2',
    station: '一楼西门取号机',
    deviceId: 'd2',
    device: 'printer',
    state: 'paperOut',
    sinceMs: nowMs - 6 * minute,
  }),
]

export const untoldRows: AlarmRow[] = Array.from({ length: 5 }, (_, i) => ({
  key: `untold:${899 - i * 40}`,
  raisedAtMs: nowMs - i * 50 * minute,
  clearedAtMs: i === 0 ? null : nowMs - i * 50 * minute + 34_000,
  alarm: {
    is: 'untold' as const,
    callSeq: 899 - i * 40,
    number: `${'BACAD'[i]}${String(59 - i * 7).padStart(3, '0')}`,
    counterId: 'c2',
    counterNo: String(2 + i * 3),
    atMs: nowMs - i * 50 * minute - 5_000,
    bySome: i % 2 === 1,
    missing: [
      { stationId: 'd2', station: '东区大屏', by: 'screen' as const, deviceId: null, zone: '东区' },
      { stationId: 'd2', station: '东区大屏', by: 'speaker' as const, deviceId: 's', zone: '东区' },
    ].slice(0, i),
  },
}))

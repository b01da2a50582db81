import type { Station } from '@jiaohao/core/contract/station.ts'
import { nowMs } from './console-today.ts'

const minute = 60_000

const station = (
  id: string,
  name: string,
  kind: Station['kind'],
  change: Partial<Station> = {},
): Station => ({
  id,
  name,
  kind,
  counterIds: [],
  zoneId: '',
  may: [],
  devices: [],
  offlineLetter: '',
  screen: true,
  pairedAtMs: nowMs - 90 * 24 * 60 * minute,
  online: true,
  seenAtMs: nowMs,
  deviceReports: [],
  ...change,
})
const ready = { state: 'ready', sinceMs: nowMs - 90 * minute, detail: '' }

export const wellStations: Station[] = [
  station('k1', '一楼东门取号机', 'kiosk', {
    devices: [{ id: 'd1', kind: 'printer', address: 'file:///dev/usb/lp0', columns: 48 }],
    deviceReports: [{ id: 'd1', kind: 'printer', ...ready }],
  }),
  station('w1', '东区窗口主机（1–7 号）', 'window', {
    counterIds: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'],
    devices: [
      {
        id: 'd3',
        kind: 'keypads',
        address: 'serial:///dev/ttyUSB0?baud=9600',
        counters: [{ address: 1, counterId: 'c1' }],
        profile: 'ff68',
      },
      {
        id: 'd4',
        kind: 'led',
        address: 'tcp://192.168.1.60:5005',
        card: 'onbon',
        counterId: 'c1',
        widthPx: 128,
        heightPx: 32,
        brightness: [
          { from: '08:00', level: 14 },
          { from: '18:00', level: 5 },
        ],
      },
    ],
    deviceReports: [
      { id: 'd3', kind: 'keypads', ...ready },
      { id: 'd4', kind: 'led', ...ready, detail: '请 A026 号' },
    ],
  }),
  station('d1', '一楼大屏', 'display', {
    devices: [
      {
        id: 'd5',
        kind: 'speaker',
        address: 'player:',
        zoneId: '',
        voice: '',
        board: 'syn6288',
        languages: ['zh-CN', 'en'],
        one: '一',
        loudness: [
          { from: '08:00', gain: 1 },
          { from: '18:00', gain: 0 },
        ],
      },
    ],
    deviceReports: [{ id: 'd5', kind: 'speaker', ...ready }],
  }),
  station('e1', '1 号窗口评价器', 'evaluator', { counterIds: ['c1'] }),
  station('p1', '市级预约平台', 'program', {
    may: ['take', 'read'],
    online: false,
    seenAtMs: nowMs - 3 * minute,
  }),
]

export const brokenStations: Station[] = [
  ...wellStations,
  station('k2', '一楼西门取号机', 'kiosk', {
    devices: [{ id: 'd2', kind: 'printer', address: 'tcp://192.168.1.50:9100', columns: 48 }],
    deviceReports: [
      { id: 'd2', kind: 'printer', state: 'paperOut', sinceMs: nowMs - 6 * minute, detail: '' },
    ],
  }),
  station('e2', '2 号窗口评价器', 'evaluator', {
    counterIds: ['c2'],
    online: false,
    seenAtMs: nowMs - 42 * minute,
  }),
]

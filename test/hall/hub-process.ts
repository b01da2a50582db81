import { parseArgs } from 'node:util'
import { clockOf } from '@jiaohao/core/clock.ts'
import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { type Hub, openHub } from '@jiaohao/server/hub.ts'
import { scaledClock } from './scaled-clock.ts'
import { watchFresh } from './watch-fresh.ts'

/**
 * A hub in a process of its own, for what must be killed or measured: opens on `--data` and `--port`, and tells
 * its parent the port and, in a new folder, the keys and cookies of the people it was asked to bring.
 */
export interface Opened {
  port: number
  openedInMs: number
  people: People
}

/** Three services and nobody first, or twenty, three classes of priority and whatever else a hall can rule. */
export type Rules = 'plain' | 'all'

export interface People {
  kiosks: string[]
  boards: string[]
  /** One clerk for each counter, `c1`, `c2` …. */
  clerks: { cookie: string; counterId: string }[]
  administrator: string
}

async function open(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '' },
      port: { type: 'string', default: '0' },
      kiosks: { type: 'string', default: '0' },
      boards: { type: 'string', default: '0' },
      counters: { type: 'string', default: '1' },
      rules: { type: 'string', default: 'plain' },
      estimates: { type: 'string', default: 'true' },
      since: { type: 'string', default: '0' },
      speed: { type: 'string', default: '1' },
      printers: { type: 'string', default: '' },
    },
  })
  const counters = Number(values.counters)
  const began = performance.now()
  const hub = await openHub({
    dataDir: values.data,
    port: Number(values.port),
    address: '127.0.0.1',
    clock:
      values.speed === '1' ? clockOf(globalThis) : scaledClock(Number(values.since), Number(values.speed)),
    firstSetUp: busyHall(counters, values.rules === 'all' ? 'all' : 'plain'),
    screensDir: `${values.data}/no-screens`,
    logLevel: 'silent',
    onBroken: (problem) => {
      console.error(problem)
      process.exit(1)
    },
  })
  const openedInMs = performance.now() - began
  const isNew = hub.parts.stations.list().length === 0 && hub.parts.staff.list().length === 0
  const printers = values.printers === '' ? [] : values.printers.split(',')
  const people = isNew ? bring(hub, Number(values.kiosks), Number(values.boards), counters, printers) : nobody
  const freshMs = watchFresh(hub)
  if (values.estimates === 'false') await hub.parts.estimates.close()
  process.send?.({ port: hub.port, openedInMs, people } satisfies Opened)
  process.on('message', (asked) =>
    process.send?.(asked === 'fresh' ? { freshMs } : { memoryBytes: process.memoryUsage().rss }),
  )
  process.once('SIGTERM', () => void hub.close().then(() => process.exit(0)))
  process.once('disconnect', () => process.exit(0))
}

const nobody: People = { kiosks: [], boards: [], clerks: [], administrator: '' }

/** Every service worked at every counter, open all day, without a limit a load could meet. */
function busyHall(counters: number, rules: Rules): HallSetUp {
  const prefixes = [...'ABCDEFGHIJKLMNOPQRST'].slice(0, rules === 'all' ? 20 : 3)
  const serviceIds = prefixes.map((prefix) => `service-${prefix}`)
  return HallSetUp.parse({
    name: '示例大厅',
    timeZone: zoneNearNoon(Date.now()),
    zones: [{ id: 'main', name: '一楼大厅' }],
    services: prefixes.map((prefix) => ({
      id: `service-${prefix}`,
      name: `业务${prefix}`,
      prefix,
      zoneId: 'main',
      slots: [
        { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', everyMinutes: 1_440, capacity: 500 },
      ],
      ...(rules === 'all' && { quota: { day: 100_000, session: 100_000, slots: [] } }),
    })),
    counters: Array.from({ length: counters }, (_, i) => ({
      id: `c${i + 1}`,
      no: String(i + 1),
      zoneId: 'main',
      serviceIds,
      ...(rules === 'all' && {
        choosing: 'weighted',
        low: true,
        terms: serviceIds.map((serviceId, i) => ({ serviceId, weight: 1 + (i % 10), afterMinutes: i % 2 })),
      }),
    })),
    policy: {
      missSpacingSeconds: 0,
      rateableContactSeconds: 0,
      mostWaitingPerService: 100_000,
      kioskSlipsPerMinute: 60,
      ...(rules === 'all' && {
        priorityClasses: [1, 2, 3].map((rank) => ({ id: `rank-${rank}`, name: `优先${rank}`, rank })),
        priorityRun: 3,
        ageMinutes: 1,
        mostPassed: 50,
      }),
    },
  })
}

/** No load may meet the hall's midnight, where numbers begin again: a zone in which it is about noon. */
function zoneNearNoon(nowMs: number): string {
  const ahead = 12 - new Date(nowMs).getUTCHours()
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

function bring({ parts }: Hub, kiosks: number, boards: number, counters: number, printers: string[]): People {
  const { staff, sessions, stations, applySetUp } = parts
  const account = (login: string, role: 'clerk' | 'administrator') => {
    const id = staff.add({
      login,
      name: login,
      no: '',
      post: '',
      roles: [role],
      active: true,
      mayChoose: true,
    })
    if (typeof id !== 'string') throw new Error(id.refused)
    return `jiaohao_session=${sessions.open(id)}`
  }
  const key = (kind: 'kiosk' | 'display', i: number) =>
    stations.add(StationSetUp.parse({ kind, name: `${kind} ${i + 1}` })).key
  /** Each with its own letter and printer. */
  const kiosk = (i: number) => {
    const address = printers[i]
    const devices = address ? [{ id: 'printer', kind: 'printer', address }] : []
    const offlineLetter = address ? 'KMNPQR'.charAt(i) : ''
    return stations.add(StationSetUp.parse({ kind: 'kiosk', name: `kiosk ${i + 1}`, devices, offlineLetter }))
      .key
  }
  const people: People = {
    kiosks: Array.from({ length: kiosks }, (_, i) => kiosk(i)),
    boards: Array.from({ length: boards }, (_, i) => key('display', i)),
    clerks: Array.from({ length: counters }, (_, i) => ({
      cookie: account(`clerk${i + 1}`, 'clerk'),
      counterId: `c${i + 1}`,
    })),
    administrator: account('administrator', 'administrator'),
  }
  applySetUp()
  return people
}

if (process.argv[1] === import.meta.filename) await open()

import { randomInt, randomUUID } from 'node:crypto'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import { type DeviceReport, type Station, StationSetUp } from '@jiaohao/core/contract/station.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import { freshSecret, hashOf } from './auth/secret.ts'
import { type Db, ifDiskAllows } from './journal/database.ts'

interface Pairing {
  code: string
  claim: string
  kind: StationKind
  about: string
  untilMs: number
  given: { key: string; stationId: string } | null
}

const pairingMs = 10 * 60_000
const mostPairings = 50

/** Paired stations and screens, those that ask to be, and what their devices say. */
export function openStations(db: Db, clock: Clock) {
  const byKey = db.prepare<[string], { id: string; set_up: string }>(
    'select id, set_up from station where key_hash = ?',
  )
  const byId = db.prepare<[string], { id: string; set_up: string }>(
    'select id, set_up from station where id = ?',
  )
  const all = db.prepare<[], { id: string; set_up: string; paired_at_ms: number; seen_at_ms: number | null }>(
    'select id, set_up, paired_at_ms, seen_at_ms from station order by paired_at_ms, id',
  )
  const insert = db.prepare('insert into station (id, set_up, key_hash, paired_at_ms) values (?, ?, ?, ?)')
  const update = db.prepare('update station set set_up = ? where id = ?')
  const remove = db.prepare('delete from station where id = ?')
  const seen = db.prepare('update station set seen_at_ms = ? where id = ?')

  const listeners: (() => void)[] = []
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const online = new Map<string, number>()
  const reports = new Map<string, DeviceReport[]>()
  let pairings: Pairing[] = []
  const current = () => {
    pairings = pairings.filter((each) => each.untilMs > clock.now())
    return pairings
  }

  function add(setUp: StationSetUp): { id: string; key: string } {
    const id = randomUUID()
    const key = freshSecret()
    insert.run(id, JSON.stringify(setUp), hashOf(key), clock.now())
    changed()
    return { id, key }
  }

  return {
    add,
    list: (): Station[] =>
      all.all().map((row) => ({
        ...StationSetUp.parse(JSON.parse(row.set_up)),
        id: row.id,
        pairedAtMs: row.paired_at_ms,
        online: (online.get(row.id) ?? 0) > 0,
        seenAtMs: row.seen_at_ms,
        deviceReports: reports.get(row.id) ?? [],
      })),
    find: (id: string): StationSetUp | undefined => {
      const row = byId.get(id)
      return row && StationSetUp.parse(JSON.parse(row.set_up))
    },
    whoHolds: (key: string): Who | undefined => {
      const row = byKey.get(hashOf(key))
      return row && whoIs(row.id, StationSetUp.parse(JSON.parse(row.set_up)))
    },
    change: (id: string, setUp: StationSetUp): 'changed' | Refused => {
      const { changes } = update.run(JSON.stringify(setUp), id)
      changed()
      return changes > 0 ? 'changed' : refused('unknownStation')
    },
    withdraw: (id: string): 'withdrawn' | Refused => {
      const { changes } = remove.run(id)
      changed()
      return changes > 0 ? 'withdrawn' : refused('unknownStation')
    },
    came: (id: string): void => {
      // What its devices were before it went says nothing of how they are now.
      if ((online.get(id) ?? 0) === 0) reports.delete(id)
      online.set(id, (online.get(id) ?? 0) + 1)
      ifDiskAllows(() => seen.run(clock.now(), id))
      changed()
    },
    went: (id: string): void => {
      online.set(id, Math.max(0, (online.get(id) ?? 0) - 1))
      ifDiskAllows(() => seen.run(clock.now(), id))
      changed()
    },
    reported: (id: string, devices: DeviceReport[]): void => {
      reports.set(id, devices)
      changed()
    },
    /** Told when a station comes, goes, reports its devices, or is set up anew. */
    onChanged: (listener: () => void): void => void listeners.push(listener),

    askPairing: (kind: StationKind, about: string): Pick<Pairing, 'code' | 'claim' | 'untilMs'> | Refused => {
      if (current().length >= mostPairings) return refused('tooMuch')
      let code = ''
      do code = String(randomInt(0, 1_000_000)).padStart(6, '0')
      while (pairings.some((each) => each.code === code))
      const pairing: Pairing = {
        code,
        claim: freshSecret(),
        kind,
        about,
        untilMs: clock.now() + pairingMs,
        given: null,
      }
      pairings.push(pairing)
      return pairing
    },
    pairings: (): Omit<Pairing, 'claim' | 'given'>[] =>
      current()
        .filter((each) => each.given === null)
        .map(({ code, kind, about, untilMs }) => ({ code, kind, about, untilMs })),
    confirm: (code: string, setUp: StationSetUp): { id: string } | Refused => {
      const pairing = current().find((each) => each.code === code && each.given === null)
      if (!pairing) return refused('unknownTicket')
      const { id, key } = add(setUp)
      pairing.given = { key, stationId: id }
      return { id }
    },
    /** The key is given once: whoever claims it a second time finds nothing. */
    claim: (
      claim: string,
    ): { is: 'waiting' } | { is: 'gone' } | { is: 'paired'; key: string; stationId: string } => {
      const pairing = current().find((each) => each.claim === claim)
      if (!pairing) return { is: 'gone' }
      if (!pairing.given) return { is: 'waiting' }
      pairings = pairings.filter((each) => each !== pairing)
      return { is: 'paired', ...pairing.given }
    },
  }
}

export type Stations = ReturnType<typeof openStations>

function whoIs(stationId: string, setUp: StationSetUp): Who {
  switch (setUp.kind) {
    case 'kiosk':
      return { as: 'kiosk', stationId }
    case 'window':
      return { as: 'window', stationId, counterIds: setUp.counterIds }
    case 'evaluator':
      return { as: 'evaluator', stationId, counterId: setUp.counterIds[0] ?? '' }
    case 'display':
      return { as: 'display', stationId, zoneId: setUp.zoneId }
    case 'program':
      return { as: 'program', stationId, may: setUp.may }
  }
}

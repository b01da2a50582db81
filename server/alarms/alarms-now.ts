import type { Alarm } from '@jiaohao/core/contract/alarms.ts'
import type { Station } from '@jiaohao/core/contract/station.ts'
import type { Policy } from '@jiaohao/core/queue/hall.ts'
import type { TodayView } from '@jiaohao/core/views/today.ts'
import { quietStates } from './tellers.ts'

/** What the hub knows of its hall when it asks itself whether anything is wrong. */
export interface AlarmFacts {
  nowMs: number
  /** Since when this hub runs: stations need a moment to come back to it. */
  openedAtMs: number
  saving: boolean
  policy: Pick<
    Policy,
    | 'longestWaitMinutes'
    | 'longestServiceMinutes'
    | 'longQueue'
    | 'uncoveredMinutes'
    | 'idleWithQueueSeconds'
    | 'deliverySeconds'
  >
  /** Since when each service that gives numbers now has been in session; not those open day and night. */
  sessionSinceMs: ReadonlyMap<string, number>
  today: Pick<TodayView, 'services' | 'counters' | 'papers' | 'longestSinceMs' | 'offline'>
  /** Counters that are idle while people wait for them, and since when. */
  idleSinceMs: ReadonlyMap<string, number>
  /** Counters whose clerk pressed the emergency button. */
  help: readonly { counterId: string; counterNo: string; clerk: string; sinceMs: number }[]
  /** Years the hall will need, or needs now, and nobody has signed. */
  missingYears: readonly number[]
  /** Calls of today that nobody showed or spoke. */
  untold: readonly UntoldCall[]
  /** Calls that some told, and some who should have did not; on record alone. */
  incomplete: readonly (UntoldCall & { sinceMs: number })[]
  silent: readonly Silent[]
  stations: readonly Station[]
}

export interface UntoldCall {
  seq: number
  number: string
  counterId: string
  counterNo: string
  zoneId: string
  atMs: number
  /** The counter still waits for this citizen. */
  calling: boolean
  /** Who is meant to tell it, was there, and has not. */
  missing: readonly Missing[]
}

type Missing = Extract<Alarm, { is: 'untold' }>['missing'][number]
type Silent = Omit<Extract<Alarm, { is: 'silent' }>, 'is'>

/** An alarm and the span of time in which it holds, unless something else happens. */
export interface Candidate {
  key: string
  alarm: Alarm
  fromMs: number
  untilMs: number
}

/** A station that reconnects, or is given another role, is no news. */
const awayGraceMs = 3_000
export const settlingMs = 15_000
/** A station just paired is being set up. */
const pairedGraceMs = 60_000
/** Long enough to be seen when the citizen came although nobody told the call. */
const untoldForMs = 60_000
/** Long enough that whoever is in charge has seen it. */
const returnedForMs = 10 * 60_000
const expiredForMs = 2 * 3_600_000
const forEver = Number.POSITIVE_INFINITY

/** Everything wrong now, the gravest first. */
export function alarmsNow(facts: AlarmFacts): Candidate[] {
  return candidates(facts).filter(({ fromMs, untilMs }) => fromMs <= facts.nowMs && facts.nowMs < untilMs)
}

/** The next instant at which time alone changes what is wrong. */
export function nextChangeMs(facts: AlarmFacts): number {
  const instants = candidates(facts).flatMap(({ fromMs, untilMs }) => [fromMs, untilMs])
  return Math.min(forEver, ...instants.filter((atMs) => atMs > facts.nowMs))
}

function candidates(facts: AlarmFacts): Candidate[] {
  const tellers = facts.stations.filter(({ kind, devices }) => kind === 'display' || devices.some(isStrip))
  return [
    ...(facts.saving ? [] : [standing('notSaving', { is: 'notSaving' })]),
    ...facts.help.map((each) => standing(`help:${each.counterId}`, { is: 'help', ...each })),
    ...facts.missingYears.map((year) =>
      standing(`yearMissing:${year}`, { is: 'yearMissing', year, fromDay: `${year}-01-01` }),
    ),
    ...facts.untold.filter((call) => tellers.some((each) => couldTell(each, call))).map(untoldCall),
    ...facts.silent.map((each) =>
      standing(`silent:${each.stationId}:${each.deviceId ?? ''}`, { is: 'silent', ...each }),
    ),
    ...facts.today.services.flatMap((service) => uncovered(facts, service)),
    ...facts.today.services.flatMap((service) => longQueue(facts, service)),
    ...facts.today.counters.flatMap((counter) => longService(facts, counter)),
    ...longWait(facts),
    ...facts.today.counters.flatMap((counter) => idleWithQueue(facts, counter)),
    ...papers(facts),
    ...offlineAlarms(facts),
    ...facts.stations.flatMap((station) => stationAlarms(facts, station)),
    ...facts.incomplete.map(incompleteCall),
  ]

  function untoldCall(call: UntoldCall): Candidate {
    const fromMs = call.atMs + facts.policy.deliverySeconds * 1_000
    return untold(call, false, fromMs)
  }
}

function incompleteCall({ sinceMs, ...call }: AlarmFacts['incomplete'][number]): Candidate {
  return untold(call, true, sinceMs)
}

function untold(call: UntoldCall, bySome: boolean, fromMs: number): Candidate {
  const { seq, number, counterId, counterNo, atMs, calling, missing } = call
  return {
    key: `untold:${seq}`,
    alarm: {
      is: 'untold',
      callSeq: seq,
      ...{ number, counterId, counterNo, atMs, bySome },
      missing: [...missing],
    },
    fromMs,
    untilMs: calling ? forEver : fromMs + untoldForMs,
  }
}

const standing = (key: string, alarm: Alarm, fromMs = 0): Candidate => ({
  key,
  alarm,
  fromMs,
  untilMs: forEver,
})

const isStrip = ({ kind }: Station['devices'][number]): boolean => kind === 'led'

/** A hall without boards, strips and speakers tells its calls by mouth: nothing is amiss there. */
function couldTell({ kind, zoneId, devices, screen }: Station, call: UntoldCall): boolean {
  const { counterId, zoneId: zone } = call
  if (kind === 'display') {
    const zones = devices.flatMap((device) => (device.kind === 'speaker' ? [device.zoneId] : []))
    return [...(screen ? [zoneId] : []), ...zones].some((each) => each === '' || each === zone)
  }
  return devices.some((device) => device.kind === 'led' && device.counterId === counterId)
}

function uncovered(
  { policy, sessionSinceMs }: AlarmFacts,
  { id, name, waiting, openCounters }: AlarmFacts['today']['services'][number],
): Candidate[] {
  if (openCounters > 0) return []
  if (waiting === 0) {
    const sinceMs = sessionSinceMs.get(id)
    if (sinceMs === undefined) return []
    const alarm: Alarm = { is: 'uncoveredAtOpening', serviceId: id, service: name }
    return [standing(`uncoveredAtOpening:${id}`, alarm, sinceMs + policy.uncoveredMinutes * 60_000)]
  }
  return [standing(`uncovered:${id}`, { is: 'uncovered', serviceId: id, service: name, waiting })]
}

function longQueue(
  { policy }: AlarmFacts,
  { id, name, waiting }: AlarmFacts['today']['services'][number],
): Candidate[] {
  if (waiting < policy.longQueue) return []
  return [standing(`longQueue:${id}`, { is: 'longQueue', serviceId: id, service: name, waiting })]
}

/** Time on hold is not service time, so the view tells since when it would have begun without it. */
function longService(
  { policy }: AlarmFacts,
  { counterId, no, serving }: AlarmFacts['today']['counters'][number],
): Candidate[] {
  if (!serving) return []
  const alarm: Alarm = { is: 'longService', counterId, counterNo: no, sinceMs: serving.sinceMs }
  const atMs = serving.sinceMs + policy.longestServiceMinutes * 60_000
  return [standing(`longService:${counterId}:${serving.sinceMs}`, alarm, atMs)]
}

/** One alarm for the hall: which service waits longest changes with every call. */
function longWait({ today, policy }: AlarmFacts): Candidate[] {
  const { longestSinceMs, services } = today
  const service = services.find((each) => each.longestSinceMs === longestSinceMs)
  if (longestSinceMs === null || !service) return []
  const alarm: Alarm = {
    is: 'longWait',
    serviceId: service.id,
    service: service.name,
    sinceMs: longestSinceMs,
  }
  return [standing('longWait', alarm, longestSinceMs + policy.longestWaitMinutes * 60_000)]
}

function idleWithQueue(
  { idleSinceMs, policy }: AlarmFacts,
  { counterId, no, waiting }: AlarmFacts['today']['counters'][number],
): Candidate[] {
  const sinceMs = idleSinceMs.get(counterId)
  if (sinceMs === undefined) return []
  const alarm: Alarm = { is: 'idleWithQueue', counterId, counterNo: no, waiting, sinceMs }
  return [standing(`idleWithQueue:${counterId}`, alarm, sinceMs + policy.idleWithQueueSeconds * 1_000)]
}

function papers({ today }: AlarmFacts): Candidate[] {
  if (today.papers.length === 0) return []
  const numbers = today.papers.slice(0, 20).map(({ number }) => number)
  return [standing('paperFailed', { is: 'paperFailed', numbers })]
}

/** What kiosks gave without the hub: that it has come in, and whatever of it people must see to. */
function offlineAlarms({ today, stations }: AlarmFacts): Candidate[] {
  const { returns, kept, expired } = today.offline
  const name = (stationId: string) => stations.find(({ id }) => id === stationId)?.name ?? ''
  return [
    ...(kept.length === 0
      ? []
      : [
          standing('offlineKept', {
            is: 'offlineKept',
            kept: kept.slice(0, 20).map(({ number, why }) => ({ number, why })),
          }),
        ]),
    ...returns.flatMap(({ stationId, count, drifted, fromMs, toMs, atMs }): Candidate[] => {
      const station = name(stationId)
      const returned: Alarm = { is: 'offlineReturned', stationId, station, count, fromMs, toMs }
      return [
        { key: `offlineReturned:${stationId}`, alarm: returned, fromMs: atMs, untilMs: atMs + returnedForMs },
        ...(drifted === 0
          ? []
          : [
              standing(`offlineDrift:${stationId}`, {
                is: 'offlineDrift',
                stationId,
                station,
                count: drifted,
              }),
            ]),
      ]
    }),
    ...[...new Set(expired.map(({ day }) => day))].map((day): Candidate => {
      const those = expired.filter((each) => each.day === day)
      const atMs = Math.max(...those.map((each) => each.atMs))
      const numbers = those.slice(0, 20).map(({ number }) => number)
      const alarm: Alarm = { is: 'offlineExpired', numbers, day }
      return { key: `offlineExpired:${day}`, alarm, fromMs: atMs, untilMs: atMs + expiredForMs }
    }),
  ]
}

/** A station that is away says nothing of its devices, so one alarm stands for all of them. */
function stationAlarms({ openedAtMs }: AlarmFacts, station: Station): Candidate[] {
  const { id, name, kind, online, seenAtMs, pairedAtMs, deviceReports, offlineLetter: letter } = station
  if (kind === 'program') return []
  if (!online) {
    const lostMs = seenAtMs === null ? pairedAtMs + pairedGraceMs : seenAtMs + awayGraceMs
    const alarm: Alarm =
      kind === 'kiosk' && letter !== '' && seenAtMs !== null
        ? { is: 'kioskOffline', stationId: id, station: name, letter, seenAtMs }
        : { is: 'stationAway', stationId: id, station: name, seenAtMs }
    return [standing(`stationAway:${id}`, alarm, Math.max(lostMs, openedAtMs + settlingMs))]
  }
  return deviceReports
    .filter(({ state }) => !quietStates.has(state))
    .map((report) => {
      const { id: deviceId, kind: device, state, sinceMs } = report
      const alarm: Alarm = {
        is: 'deviceDown',
        stationId: id,
        station: name,
        deviceId,
        device,
        state,
        sinceMs,
      }
      return standing(`deviceDown:${id}:${deviceId}`, alarm)
    })
}

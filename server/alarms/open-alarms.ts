import { isDeepStrictEqual } from 'node:util'
import { missingYears } from '@jiaohao/core/calendar/missing-years.ts'
import { sessionsOn } from '@jiaohao/core/calendar/sessions-on.ts'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { Alarm, StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import type { SpeechWord } from '@jiaohao/core/contract/station.ts'
import { shutBecause } from '@jiaohao/core/queue/admission.ts'
import { dayOf, minuteOfDay, minutesIn, timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'
import { type Call, currentOf, type HallState } from '@jiaohao/core/queue/state.ts'
import { type TodayView, todayView } from '@jiaohao/core/views/today.ts'
import type { DeviceStates } from '../device-states.ts'
import type { HallLoop } from '../hall-loop.ts'
import { isDiskTrouble } from '../journal/database.ts'
import type { Stations } from '../stations.ts'
import type { AlarmTable } from './alarm-table.ts'
import { type AlarmFacts, alarmsNow, nextChangeMs, settlingMs, type UntoldCall } from './alarms-now.ts'
import { type Delivery, openDelivery } from './delivery.ts'
import type { Teller } from './tellers.ts'

/** What is wrong in the hall: each trouble raised once, cleared by recovery, both on record. */
export interface Alarms {
  standing(): StandingAlarm[]
  rows: AlarmTable['rows']
  /** A loudspeaker's word on a call it has not said. */
  heard(stationId: string, word: SpeechWord): void
  /** Told whenever the list has changed. */
  onChanged(listener: (standing: StandingAlarm[]) => void): void
  close(): void
}

/** Many commits in one moment are looked at once. */
const soonMs = 250
/** Whether the disk takes what is written again says nobody. */
const atLatestMs = 5_000
const mostStanding = 200

export function openAlarms(open: {
  clock: Clock
  loop: Pick<HallLoop, 'hall' | 'state' | 'saving' | 'onTold'>
  stations: Pick<Stations, 'list' | 'onChanged'>
  deviceStates: Pick<DeviceStates, 'note'>
  table: AlarmTable
}): Alarms {
  const { clock, loop, stations, deviceStates, table } = open
  const openedAtMs = clock.now()
  const listeners: ((standing: StandingAlarm[]) => void)[] = []
  const idleSinceMs = new Map<string, number>()
  /** Asked of the calendar once a minute: nothing of it changes sooner. */
  let sessions = { minute: Number.NaN, sinceMs: new Map<string, number>() }
  let standing = table.standing().map(({ key, raisedAtMs, alarm }) => ({ key, raisedAtMs, alarm }))
  let known = stations.list()
  const delivery = openDelivery()
  delivery.meant(known, openedAtMs)
  let closed = false
  let next = { atMs: Number.POSITIVE_INFINITY, cancel: () => {} }

  function lookAt(atMs: number): void {
    if (closed || atMs >= next.atMs) return
    next.cancel()
    next = { atMs, cancel: clock.after(atMs - clock.now(), look) }
  }

  function look(): void {
    next = { atMs: Number.POSITIVE_INFINITY, cancel: () => {} }
    const facts = factsNow()
    settle(facts)
    const changesMs = Math.min(nextChangeMs(facts), delivery.nextMs(), facts.nowMs + atLatestMs)
    lookAt(Math.max(facts.nowMs + soonMs, changesMs))
  }

  function factsNow(): AlarmFacts {
    const nowMs = clock.now()
    const [hall, state] = [loop.hall(), loop.state()]
    const today = todayView(hall, state)
    noteIdle(today, nowMs)
    const { policy } = hall
    const saving = loop.saving()
    const minute = Math.floor(nowMs / 60_000)
    if (minute !== sessions.minute) sessions = { minute, sinceMs: sessionsSince(hall, state, nowMs) }
    delivery.judge(state.calls, policy.deliverySeconds * 1_000, nowMs)
    return {
      nowMs,
      openedAtMs,
      saving,
      policy,
      sessionSinceMs: sessions.sinceMs,
      today,
      idleSinceMs,
      help: helpIn(hall, state),
      missingYears: missingYears(hall, dayOf(nowMs, hall.timeZone)),
      ...deliveryIn(hall, state, delivery),
      stations: known,
    }
  }

  function noteIdle({ counters }: TodayView, nowMs: number): void {
    for (const { counterId, state, waiting } of counters) {
      if (state !== 'idle' || waiting === 0) idleSinceMs.delete(counterId)
      else if (!idleSinceMs.has(counterId)) idleSinceMs.set(counterId, nowMs)
    }
  }

  function settle(facts: AlarmFacts): void {
    const { nowMs } = facts
    const found = alarmsNow(facts).slice(0, mostStanding)
    const before = standing
    const toldBefore = told()
    const was = new Map(before.map((each) => [each.key, each]))
    const is = new Set(found.map(({ key }) => key))
    // Stations are still coming back to a hub just opened: what stood before it closed stands until they have.
    const unsettled = nowMs < openedAtMs + settlingMs
    const stays = before.filter(({ key, alarm }) => !is.has(key) && unsettled && isMissing(alarm))
    for (const gone of before) if (!is.has(gone.key) && !stays.includes(gone)) table.clear(gone, nowMs)
    standing = [
      ...found.map(({ key, alarm }) => {
        const known = was.get(key)
        const raisedAtMs = known?.raisedAtMs ?? nowMs
        const isNews = !known || (alarm.is === 'untold' && !isDeepStrictEqual(known.alarm, alarm))
        if (isNews) table.raise({ key, raisedAtMs, alarm })
        return { key, raisedAtMs, alarm }
      }),
      ...stays,
    ]
    table.write()
    const toldNow = told()
    if (!isDeepStrictEqual(toldBefore, toldNow)) for (const tell of listeners) tell(toldNow)
  }

  /** What some did not tell of a call is on record; whoever is silent is the alarm. */
  const told = () => standing.filter(({ alarm }) => alarm.is !== 'untold' || !alarm.bySome)

  /** Its station has not come back yet, so nobody can say that the trouble is over. */
  const isMissing = (alarm: Alarm): boolean =>
    'stationId' in alarm && known.some(({ id, online }) => id === alarm.stationId && !online)

  loop.onTold(() => lookAt(clock.now() + soonMs))
  stations.onChanged(() => {
    // A hub that closes hangs up on every station: that says nothing of their devices.
    if (closed) return
    known = stations.list()
    delivery.meant(known, clock.now())
    try {
      deviceStates.note(known)
    } catch (problem) {
      // Noted again with the next change; the hall's own events matter more than this record.
      if (!isDiskTrouble(problem)) throw problem
    }
    lookAt(clock.now() + soonMs)
  })
  lookAt(openedAtMs + soonMs)

  return {
    standing: told,
    heard: delivery.heard,
    rows: table.rows,
    onChanged: (listener) => void listeners.push(listener),
    close: () => {
      closed = true
      next.cancel()
    },
  }
}

/** When the session under way of each service began; a hall open day and night has no opening to miss. */
function sessionsSince(hall: Hall, state: HallState, nowMs: number): Map<string, number> {
  const day = dayOf(nowMs, hall.timeZone)
  const time = timeOfDay(nowMs, hall.timeZone)
  const since = new Map<string, number>()
  for (const service of hall.services) {
    const sessions = sessionsOn(hall, day, service)
    if ('refused' in sessions || shutBecause(hall, state, service, nowMs)) continue
    const now = sessions.find(({ from, to }) => from <= time && time < to)
    if (!now || now.from === '00:00') continue
    const minutes = minuteOfDay(nowMs, hall.timeZone) - minutesIn(now.from)
    since.set(service.id, nowMs - (nowMs % 60_000) - minutes * 60_000)
  }
  return since
}

function deliveryIn(
  hall: Hall,
  state: HallState,
  delivery: Delivery,
): Pick<AlarmFacts, 'untold' | 'incomplete' | 'silent'> {
  const isUntold = ({ shownBy, spokenBy }: Call) => shownBy.length === 0 && spokenBy.length === 0
  const untold = state.calls.filter((call) => isUntold(call) && !delivery.waits(call.seq))
  return {
    untold: untold.map(inWords),
    incomplete: delivery
      .incomplete()
      .filter(({ call }) => !untold.includes(call))
      .map(({ call, sinceMs }) => ({ ...inWords(call), sinceMs })),
    silent: delivery.silent().map(({ teller, call: { number, counterNo, atMs } }) => ({
      ...named(teller),
      ...{ number, counterNo, atMs },
    })),
  }

  function inWords({ seq, n, number, counterId, counterNo, zoneId, atMs }: Call): UntoldCall {
    const newer = state.calls.some((other) => other.n === n && other.seq > seq)
    const current = currentOf(state, counterId)
    const calling = !newer && current?.n === n && current.status.at === 'called'
    const missing = delivery.missing(seq).map(named)
    return { seq, number, counterId, counterNo, zoneId, atMs, calling, missing }
  }

  function named({ stationId, station, by, deviceId, zoneId }: Teller) {
    return { stationId, station, by, deviceId, zone: hall.zones.find(({ id }) => id === zoneId)?.name ?? '' }
  }
}

function helpIn(hall: Hall, state: HallState): AlarmFacts['help'] {
  return Object.entries(state.help).map(([counterId, { staffId, sinceMs }]) => ({
    counterId,
    counterNo: hall.counters.find(({ id }) => id === counterId)?.no ?? '',
    clerk: hall.clerks.find(({ id }) => id === staffId)?.name ?? '',
    sinceMs,
  }))
}

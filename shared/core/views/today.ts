import { noWaits, type Waits } from '../estimate/waits.ts'
import type { Hall } from '../queue/hall.ts'
import { longestIn } from '../queue/lane.ts'
import type { Reason } from '../queue/refused.ts'
import { get } from '../queue/sorted.ts'
import { type Counts, type HallState, lanesOf, lastLeg, type OfflineReturn } from '../queue/state.ts'
import { type PublicCall, publicCall } from './board.ts'
import { faceOf, type HallFace, heldMs, lineOf, type ServiceLine, serviceName } from './parts.ts'
import { type CounterSign, signOf } from './window.ts'

/** The supervisor's page: the whole hall at a glance, without a name of any citizen. */
export interface TodayView {
  view: 'today'
  hall: HallFace
  day: string | null
  counts: Counts & { waiting: number; held: number; serving: number }
  /** Since when the one who waits longest has waited; null when nobody waits. */
  longestSinceMs: number | null
  services: (ServiceLine & { longestSinceMs: number | null })[]
  counters: (CounterSign & {
    staffId: string | null
    sinceMs: number | null
    serving: { sinceMs: number } | null
  })[]
  /** The newest calls, newest first, with who has shown and spoken them. */
  calls: (PublicCall & { shownBy: readonly string[]; spokenBy: readonly string[] })[]
  offline: OfflineToday
  /** Papers that failed or were never reported, not yet settled. */
  papers: { number: string; slip: string; why: string }[]
}

/** What kiosks handed over of the time they were without the hub, and what of it is still to be settled. */
export interface OfflineToday {
  returns: (OfflineReturn & { stationId: string })[]
  kept: { number: string; service: string; why: Reason; takenAtMs: number }[]
  expired: { number: string; day: string; atMs: number }[]
}

const mostKept = 100
const mostCalls = 30

export function todayView(hall: Hall, state: HallState, waits: Waits = noWaits): TodayView {
  const services = hall.services.map((service) => ({
    ...lineOf(hall, state, service, waits),
    longestSinceMs: longestSince(state, service.id),
  }))
  const since = services.map((each) => each.longestSinceMs).filter((each) => each !== null)
  const counters = hall.counters.map((counter) => {
    const now = state.counters[counter.id]
    const open = now?.at === 'open' ? now : null
    const ticket = open && open.now.is === 'serving' ? get(state.tickets, open.now.n) : undefined
    const leg = ticket && lastLeg(ticket)
    return {
      ...signOf(hall, state, counter),
      asking: null,
      staffId: open?.staffId ?? null,
      sinceMs: open?.sinceMs ?? null,
      // As if it had begun later: time on hold is not service time.
      serving: leg?.startedAtMs ? { sinceMs: leg.startedAtMs + heldMs(leg) } : null,
    }
  })
  return {
    view: 'today',
    hall: faceOf(hall, state),
    day: state.day,
    counts: {
      ...state.counts,
      waiting: services.reduce((sum, each) => sum + each.waiting, 0),
      held: state.held.length,
      serving: counters.filter((each) => each.state === 'serving').length,
    },
    longestSinceMs: since.length > 0 ? Math.min(...since) : null,
    services,
    counters,
    calls: state.calls
      .slice(-mostCalls)
      .reverse()
      .map((call) => ({ ...publicCall(hall, call), shownBy: call.shownBy, spokenBy: call.spokenBy })),
    offline: offlineToday(hall, state),
    papers: state.papers.flatMap((n) => {
      const ticket = get(state.tickets, n)
      return ticket?.status.at === 'issuing' && ticket.status.slip !== 'underWay'
        ? [{ number: ticket.number, slip: ticket.status.slip, why: ticket.status.why }]
        : []
    }),
  }
}

function longestSince(state: HallState, serviceId: string): number | null {
  const since = lanesOf(serviceId)
    .map((lane) => state.lanes[lane] && longestIn(state.lanes[lane]))
    .map((waiter) => waiter && get(state.tickets, waiter.n))
    .map((ticket) => ticket && lastLeg(ticket).queuedAtMs)
    .filter((each) => typeof each === 'number')
  return since.length > 0 ? Math.min(...since) : null
}

function offlineToday(hall: Hall, { offline }: HallState): OfflineToday {
  return {
    returns: Object.entries(offline.kiosks).map(([by, each]) => ({
      ...each,
      stationId: by.slice(by.indexOf(':') + 1),
    })),
    kept: offline.kept.slice(-mostKept).map(({ number, serviceId, why, takenAtMs }) => ({
      number,
      service: serviceName(hall, serviceId),
      why,
      takenAtMs,
    })),
    expired: offline.expired.slice(-mostKept).map(({ number, day, atMs }) => ({ number, day, atMs })),
  }
}

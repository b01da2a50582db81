import { noWaits, type Waits } from '../estimate/waits.ts'
import type { Hall } from '../queue/hall.ts'
import { type Manner, usualManner } from '../queue/need.ts'
import { get } from '../queue/sorted.ts'
import type { Call, HallState } from '../queue/state.ts'
import { inEach, nameIn } from '../text/language.ts'
import { type Wording, withService } from '../text/wording.ts'
import { faceOf, type HallFace, lineOf, type ServiceLine, serviceOf, zoneName } from './parts.ts'

/** A hall board 综合屏: number, counter and service, nothing of any person (T10). */
export interface BoardView {
  view: 'board'
  hall: HallFace
  /** '' for a board of the whole hall. */
  zone: string
  /** Newest first, one per ticket. */
  calls: BoardCall[]
  waiting: ServiceLine[]
  /** How often loudspeakers repeat the order to leave. */
  leaveEverySeconds: number
}

/** A call as everyone in the hall may know it; also what travels to speakers and third-party displays. */
export interface PublicCall {
  seq: number
  number: string
  counterId: string
  counterNo: string
  zoneId: string
  serviceId: string
  serviceName: string
  atMs: number
  /** 0 for the first call, then 1, 2 … */
  recall: number
  /** The service's own sentences with its name in them; '' where the usual one is said. */
  announcement: Wording
  /** How fast it is said and how long a screen flashes. */
  manner: Manner
}

/** A call that still stands on the board. */
export interface BoardCall extends PublicCall {
  /** The citizen has come to the counter: nobody needs to be called there any more. */
  started: boolean
}

const mostCalls = 12

export function boardView(hall: Hall, state: HallState, zoneId: string, waits: Waits = noWaits): BoardView {
  return {
    view: 'board',
    hall: faceOf(hall, state),
    zone: zoneName(hall, zoneId),
    leaveEverySeconds: hall.policy.leaveEverySeconds,
    calls: newest(state, zoneId).map((call) => ({
      ...publicCall(hall, call),
      started: isStarted(state, call),
    })),
    waiting: hall.services
      .filter((service) => zoneId === '' || service.zoneId === zoneId)
      .map((service) => lineOf(hall, state, service, waits)),
  }
}

/** A call as its event or the state has it. */
export type CallMade = Omit<PublicCall, 'serviceName' | 'announcement' | 'manner'> & {
  manner?: Manner | undefined
}

export function publicCall(hall: Hall, call: CallMade): PublicCall {
  const { seq, number, counterId, counterNo, zoneId, serviceId, atMs, recall } = call
  const service = serviceOf(hall, serviceId)
  return {
    ...{ seq, number, counterId, counterNo, zoneId, serviceId, atMs, recall },
    serviceName: service?.name ?? '',
    manner: call.manner ?? usualManner,
    announcement: inEach((_, language) =>
      service ? withService(service.announcement[language], nameIn(language, service)) : '',
    ),
  }
}

/** A start that finishing assumed says nothing: it comes with the next call, whose sentence must not cut in. */
function isStarted(state: HallState, call: Call): boolean {
  const leg = get(state.tickets, call.n)?.legs[call.leg]
  return leg !== undefined && leg.startedAtMs !== null && leg.startedAtMs !== leg.endedAtMs
}

function newest(state: HallState, zoneId: string): Call[] {
  const found = new Map<number, Call>()
  for (let i = state.calls.length - 1; i >= 0 && found.size < mostCalls; i--) {
    const call = state.calls[i] as Call
    if ((zoneId === '' || call.zoneId === zoneId) && !found.has(call.n)) found.set(call.n, call)
  }
  return [...found.values()]
}

import type { Hall } from '../queue/hall.ts'
import type { Call, HallState } from '../queue/state.ts'
import { faceOf, type HallFace, lineOf, type ServiceLine, serviceName, zoneName } from './parts.ts'

/** A hall board 综合屏: number, counter and service, nothing of any person (T10). */
export interface BoardView {
  view: 'board'
  hall: HallFace
  /** '' for a board of the whole hall. */
  zone: string
  /** Newest first, one per ticket. */
  calls: PublicCall[]
  waiting: ServiceLine[]
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
}

const mostCalls = 12

export function boardView(hall: Hall, state: HallState, zoneId: string): BoardView {
  return {
    view: 'board',
    hall: faceOf(hall),
    zone: zoneName(hall, zoneId),
    calls: newest(state, zoneId).map((call) => publicCall(hall, call)),
    waiting: hall.services
      .filter((service) => zoneId === '' || service.zoneId === zoneId)
      .map((service) => lineOf(hall, state, service)),
  }
}

export function publicCall(hall: Hall, call: Omit<PublicCall, 'serviceName'>): PublicCall {
  const { seq, number, counterId, counterNo, zoneId, serviceId, atMs, recall } = call
  const name = serviceName(hall, serviceId)
  return { seq, number, counterId, counterNo, zoneId, serviceId, serviceName: name, atMs, recall }
}

function newest(state: HallState, zoneId: string): Call[] {
  const found = new Map<number, Call>()
  for (let i = state.calls.length - 1; i >= 0 && found.size < mostCalls; i--) {
    const call = state.calls[i] as Call
    if ((zoneId === '' || call.zoneId === zoneId) && !found.has(call.n)) found.set(call.n, call)
  }
  return [...found.values()]
}

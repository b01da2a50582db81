import { dayOf } from '../queue/day.ts'
import type { Hall } from '../queue/hall.ts'
import { emptyState, type TicketStatus } from '../queue/state.ts'
import { faceOf, serviceName } from './parts.ts'
import type { PhoneView } from './phone.ts'

/** A visit of an earlier day, as the journal's tables keep it. */
export interface PastVisit {
  ticketId: string
  number: string
  issuedAtMs: number
  at: TicketStatus['at']
  legs: {
    leg: number
    serviceId: string
    counterId: string | null
    rateable: boolean
    rated: boolean
    endedAtMs: number
  }[]
}

/** The phone page on a later day: nothing to wait for, but the visit can still be rated for `ratingDays` (E2). */
export function pastPhoneView(hall: Hall, visit: PastVisit, nowMs: number): PhoneView {
  const last = visit.legs[visit.legs.length - 1]
  const noOf = (counterId: string | null) => hall.counters.find(({ id }) => id === counterId)?.no ?? null
  const latestMs = nowMs - hall.policy.ratingDays * 86_400_000
  return {
    view: 'phone',
    hall: faceOf(hall, emptyState),
    ticketId: visit.ticketId,
    number: visit.number,
    serviceName: serviceName(hall, last?.serviceId ?? ''),
    where: dayOf(visit.issuedAtMs, hall.timeZone),
    at: visit.at,
    issuedAtMs: visit.issuedAtMs,
    appointment: null,
    ahead: 0,
    wait: null,
    counterNo: noOf(last?.counterId ?? null),
    calls: 0,
    journey: null,
    needs: [],
    toRate: visit.legs
      .filter(({ rateable, endedAtMs }) => rateable && endedAtMs >= latestMs)
      .map(({ leg, serviceId, counterId, rated }) => ({
        leg,
        serviceName: serviceName(hall, serviceId),
        counterNo: noOf(counterId) ?? '',
        rated,
      })),
  }
}

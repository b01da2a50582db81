import { noWaits, type WaitMinutes, type Waits } from '../estimate/waits.ts'
import type { Hall } from '../queue/hall.ts'
import type { Need } from '../queue/need.ts'
import { aheadOf } from '../queue/order.ts'
import { type HallState, lastLeg, type TicketStatus, ticketOf } from '../queue/state.ts'
import {
  faceOf,
  type HallFace,
  type JourneyLeft,
  journeyOf,
  type SlotKept,
  serviceName,
  serviceOf,
  slotKept,
  waitNow,
  zoneName,
} from './parts.ts'

/** The page behind the slip's QR code: this citizen's own number and nobody else's. */
export interface PhoneView {
  view: 'phone'
  hall: HallFace
  ticketId: string
  number: string
  serviceName: string
  where: string
  at: TicketStatus['at']
  issuedAtMs: number
  appointment: SlotKept | null
  ahead: number
  wait: WaitMinutes | null
  counterNo: string | null
  /** How often called for the counter it goes to now; a change makes the phone ring again. */
  calls: number
  /** What this citizen has asked for. */
  needs: readonly Need[]
  toRate: PhoneLeg[]
  journey: JourneyLeft | null
}

export interface PhoneLeg {
  leg: number
  serviceName: string
  counterNo: string
  rated: boolean
}

export function phoneView(
  hall: Hall,
  state: HallState,
  ticketId: string,
  waits: Waits = noWaits,
): PhoneView | null {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return null
  const leg = lastLeg(ticket)
  const ahead = aheadOf(state, ticket)
  const noOf = (counterId: string | null) => hall.counters.find(({ id }) => id === counterId)?.no ?? null
  return {
    view: 'phone',
    hall: faceOf(hall, state),
    ticketId,
    number: ticket.number,
    serviceName: serviceName(hall, leg.serviceId),
    where: zoneName(hall, serviceOf(hall, leg.serviceId)?.zoneId ?? ''),
    at: ticket.status.at,
    issuedAtMs: ticket.issuedAtMs,
    appointment: slotKept(hall, ticket),
    ahead,
    wait: ticket.status.at === 'waiting' ? waitNow(waits, ticket) : null,
    counterNo: noOf(leg.counterId),
    calls: leg.calls,
    needs: ticket.needs,
    journey: journeyOf(hall, ticket),
    toRate: ticket.legs.flatMap((each, index) =>
      each.rating.is === 'none'
        ? []
        : [
            {
              leg: index,
              serviceName: serviceName(hall, each.serviceId),
              counterNo: noOf(each.counterId) ?? '',
              rated: each.rating.is === 'rated',
            },
          ],
    ),
  }
}

import type { OfflineNow } from '@jiaohao/core/contract/offline-now.ts'
import { stateUnseen } from '@jiaohao/core/queue/take-offline.ts'
import { type KioskView, kioskView, type SlipJob, type TakenHere } from '@jiaohao/core/views/kiosk.ts'
import { hallKept, type OfflineView } from '@jiaohao/core/views/offline.ts'
import { serviceOf, zoneName } from '@jiaohao/core/views/parts.ts'
import type { OfflineTicket } from './offline-ledger.ts'

/** How long a number given here stays in reach of the page that shows it, also when the hub is back. */
const shownForMs = 3 * 60_000
const mostShown = 6

/** The kiosk's page without the hub: the hall's set-up, nothing of its queue, and the numbers given here. */
export function offlineKioskView(
  setUp: OfflineView,
  offline: OfflineNow,
  taken: TakenHere[],
  nowMs: number,
): KioskView {
  const who = { as: 'kiosk', stationId: setUp.stationId } as const
  const hall = hallKept(setUp)
  const state = stateUnseen({ hall, standing: setUp.standing }, nowMs)
  return { ...kioskView(hall, state, who, nowMs), checkIn: false, taken, offline }
}

/** The newest numbers given here, newest first. */
export function takenOffline(
  setUp: OfflineView,
  tickets: readonly OfflineTicket[],
  confirmByMs: (ticket: OfflineTicket) => number | null,
  nowMs: number,
): TakenHere[] {
  return tickets
    .filter((ticket) => nowMs - ticket.given.takenAtMs < shownForMs || confirmByMs(ticket) !== null)
    .slice(-mostShown)
    .reverse()
    .map((ticket) => ({
      ...factsOf(setUp, ticket),
      slip: slipOf(ticket),
      why: ticket.why,
      confirmByMs: confirmByMs(ticket),
    }))
}

function slipOf({ slip, fate }: OfflineTicket): TakenHere['slip'] {
  if (fate === 'void' || fate === 'cancelled') return 'void'
  if (slip === 'underWay') return 'underWay'
  return fate === 'open' && (slip === 'failed' || slip === 'unknown') ? slip : 'settled'
}

/** What its slip says: the queue is not known here. */
export function offlineSlipJob(setUp: OfflineView, ticket: OfflineTicket, reprint: boolean): SlipJob {
  const { given } = ticket
  const service = serviceOf(hallKept(setUp), given.serviceId)
  return {
    ...factsOf(setUp, ticket),
    jobId: `${given.localId}${reprint ? '-again' : ''}`,
    serviceNameEn: service?.nameEn ?? '',
    items: [],
    bring: service?.bring ?? [],
    language: given.language,
    large: given.needs.includes('largeSlip'),
    reprint,
  }
}

function factsOf(setUp: OfflineView, { given, ticketId }: OfflineTicket) {
  const hall = hallKept(setUp)
  const service = serviceOf(hall, given.serviceId)
  return {
    ticketId,
    number: given.number,
    serviceName: service?.name ?? '',
    where: zoneName(hall, service?.zoneId ?? ''),
    ahead: null,
    wait: null,
    url: hall.phoneUrl === '' ? '' : `${hall.phoneUrl}/phone#${given.localId}.${given.secret}`,
    issuedAtMs: given.takenAtMs,
    appointment: null,
  }
}

import { daysBetween } from '../calendar/day-arithmetic.ts'
import type { Opening } from '../calendar/next-opening.ts'
import type { OfflineNow } from '../contract/offline-now.ts'
import { noWaits, type WaitMinutes, type Waits } from '../estimate/waits.ts'
import { type HallItem, itemsOf } from '../items/hall-items.ts'
import { dayOf } from '../queue/day.ts'
import type { Hall } from '../queue/hall.ts'
import type { Handout } from '../queue/handout.ts'
import { waitingFor } from '../queue/lines.ts'
import { aheadOf } from '../queue/order.ts'
import type { Reason } from '../queue/refused.ts'
import { get } from '../queue/sorted.ts'
import { type HallState, lastLeg, type Ticket } from '../queue/state.ts'
import { wishShutBecause } from '../queue/take.ts'
import { nameOf, type Who } from '../queue/who.ts'
import type { SlipTemplate } from '../text/slip-template.ts'
import {
  faceOf,
  type HallFace,
  journeyLine,
  lineOf,
  phoneUrl,
  type ServiceLine,
  type SlotKept,
  serviceOf,
  slotKept,
  waitNow,
  wishesOf,
  wishName,
  zoneName,
} from './parts.ts'

/** A kiosk: the services as tiles, and what it owes its own citizens in paper. */
export interface KioskView {
  view: 'kiosk'
  hall: HallFace
  services: KioskService[]
  priorityClasses: { id: string; name: string; nameEn: string }[]
  /** The slips this kiosk is to print, once per ticket id (or once per reprint asked for). */
  toPrint: SlipJob[]
  /** Other papers it is to print, each once, and how the newest asked for here ended, newest first. */
  handouts: { toPrint: HandoutJob[]; ended: HandoutEnd[] }
  /** Where items are published: which services single counters work, so that several items can be chosen together. */
  guide: { items: number; together: string[][] }
  /** How they are laid out; null while none is owed, because a logo weighs more than all the rest. */
  slip: SlipTemplate | null
  /** Where a slip can be had now when this kiosk cannot print, the nearest first. */
  otherKiosks: OtherKiosk[]
  /** Bookings can be checked in here 预约签到. */
  checkIn: boolean
  /** The newest numbers taken or just printed again here, newest first, and what became of their paper. */
  taken: TakenHere[]
  /** Only from the kiosk's own station: the hub is away, and nothing of the queue is known. */
  offline?: OfflineNow
}

export interface HandoutJob {
  /** One job, one paper. */
  handoutId: string
  handout: Handout
  language: string
  askedAtMs: number
}

export interface HandoutEnd {
  handoutId: string
  outcome: 'printed' | 'failed' | 'unknown'
  why: string
}

export interface KioskService extends ServiceLine {
  department: string
  bring: string[]
  /** How many published items go to this queue. */
  items: number
  where: string
  shut: Reason | null
  /** Does a low counter work it? */
  low: boolean
  /** When numbers are given again, if that is known. */
  opens: (Opening & { inDays: number }) | null
  /** What the hall says of a closure or a pause; '' otherwise. */
  because: string
  /** Whether a card is to be read first (T9). */
  identity: 'none' | 'asked' | 'required'
}

export interface SlipJob {
  /** One job, one paper: the ticket id, or the ticket id and the instant the reprint was asked for. */
  jobId: string
  ticketId: string
  number: string
  serviceName: string
  serviceNameEn: string
  /** Null where the queue is not known. */
  ahead: number | null
  wait: WaitMinutes | null
  where: string
  bring: string[]
  /** What the citizen has come for: it says what to bring instead of the service. */
  items: Pick<HallItem, 'name' | 'nameEn' | 'materials'>[]
  /** For the slip's QR code; '' when the hall has no address phones can reach. */
  url: string
  issuedAtMs: number
  language: string
  /** In large print 大字小票. */
  large: boolean
  reprint: boolean
  appointment: SlotKept | null
}

export interface TakenHere {
  ticketId: string
  number: string
  serviceName: string
  where: string
  /** Null where the queue is not known. */
  ahead: number | null
  wait: WaitMinutes | null
  url: string
  issuedAtMs: number
  slip: 'underWay' | 'failed' | 'unknown' | 'settled' | 'void'
  why: string
  confirmByMs: number | null
  appointment: SlotKept | null
}

/** Another kiosk that can print now; `zone` is '' where the hall has not said. */
export interface OtherKiosk {
  name: string
  zone: string
}

/** A kiosk as the hub knows it from its reports: not of the journal, so it is handed to the view. */
export interface KioskNow {
  stationId: string
  name: string
  zoneId: string
  canPrint: boolean
}

const mostOtherKiosks = 3
const mostShown = 6
const lookBack = 60

export function kioskView(
  hall: Hall,
  state: HallState,
  who: Who,
  nowMs: number,
  kiosks: readonly KioskNow[] = [],
  waits: Waits = noWaits,
): KioskView {
  const here = nameOf(who)
  const today = dayOf(nowMs, hall.timeZone)
  const papers = state.papers.map((n) => get(state.tickets, n)).filter((ticket) => ticket !== undefined)
  const toPrint = papers.flatMap((ticket) => jobFor(hall, state, ticket, here, waits))
  return {
    view: 'kiosk',
    hall: faceOf(hall, state),
    services: wishesOf(hall).map((wish) => {
      const shut = wishShutBecause(hall, state, wish, nowMs, false, waits)
      const services = 'service' in wish ? [wish.service] : wish.services
      return {
        ...('service' in wish
          ? lineOf(hall, state, wish.service, waits)
          : journeyLine(hall, state, wish, waits)),
        department: 'service' in wish ? wish.service.department : '',
        bring: [...new Set(services.flatMap(({ bring }) => bring))],
        items: services.reduce((sum, { id }) => sum + (hall.items.byService.get(id)?.length ?? 0), 0),
        where: zoneName(hall, services[0]?.zoneId ?? ''),
        low: hall.counters.some(
          ({ low, serviceIds }) => low && services.some(({ id }) => serviceIds.includes(id)),
        ),
        shut: shut?.refused ?? null,
        opens: shut?.opens ? { ...shut.opens, inDays: daysBetween(today, shut.opens.day) } : null,
        because: shut?.because ?? '',
        identity:
          (['required', 'asked'] as const).find((asks) =>
            services.some(({ identity }) => identity === asks),
          ) ?? 'none',
      }
    }),
    priorityClasses: hall.policy.priorityClasses,
    toPrint,
    handouts: handoutsHere(state, here),
    guide: { items: hall.items.byId.size, together: hall.items.byId.size > 0 ? together(hall) : [] },
    slip: toPrint.length > 0 ? hall.slip : null,
    otherKiosks: othersThan(who, hall, kiosks),
    checkIn: hall.services.some(({ slots }) => slots.length > 0),
    taken: newestHere(hall, state, here, waits),
  }
}

function handoutsHere({ handouts }: HallState, here: string): KioskView['handouts'] {
  const mine = <Each extends { takenAt: string }>(list: readonly Each[]) =>
    list.filter(({ takenAt }) => takenAt === here)
  return {
    toPrint: mine(handouts.owed).map(({ handoutId, handout, language, askedAtMs }) => ({
      handoutId,
      handout,
      language,
      askedAtMs,
    })),
    ended: mine(handouts.ended)
      .slice(-mostShown)
      .reverse()
      .map(({ handoutId, outcome, why }) => ({ handoutId, outcome, why })),
  }
}

/** Counters alike are named once. */
function together({ counters }: Hall): string[][] {
  const sets = new Map(counters.map(({ serviceIds }) => [[...serviceIds].sort().join(' '), serviceIds]))
  return [...sets.values()]
}

/** Near is the same zone; beyond that the hub knows no distances and keeps the order of pairing. */
function othersThan(who: Who, hall: Hall, kiosks: readonly KioskNow[]): OtherKiosk[] {
  const mine = 'stationId' in who ? who.stationId : ''
  const zoneId = kiosks.find(({ stationId }) => stationId === mine)?.zoneId ?? ''
  const far = (kiosk: KioskNow) => (kiosk.zoneId === zoneId && zoneId !== '' ? 0 : 1)
  return kiosks
    .filter(({ stationId, canPrint }) => canPrint && stationId !== mine)
    .sort((a, b) => far(a) - far(b))
    .slice(0, mostOtherKiosks)
    .map((kiosk) => ({ name: kiosk.name, zone: zoneName(hall, kiosk.zoneId) }))
}

function jobFor(hall: Hall, state: HallState, ticket: Ticket, here: string, waits: Waits): SlipJob[] {
  const reprint = ticket.reprint?.takenAt === here ? ticket.reprint : null
  const first = ticket.takenAt === here && ticket.status.at === 'issuing' && ticket.status.slip === 'underWay'
  if (!reprint && !first) return []
  const { serviceId } = lastLeg(ticket)
  const service = serviceOf(hall, serviceId)
  const ahead = aheadNow(state, ticket)
  return [
    {
      jobId: reprint ? `${ticket.id}/${reprint.askedAtMs}` : ticket.id,
      ticketId: ticket.id,
      number: ticket.number,
      serviceName: wishName(hall, ticket).name,
      serviceNameEn: wishName(hall, ticket).nameEn,
      ahead,
      wait: waitNow(waits, ticket),
      where: zoneName(hall, service?.zoneId ?? ''),
      bring: service?.bring ?? [],
      items: itemsOf(hall.items, ticket.itemIds).map(({ name, nameEn, materials }) => ({
        name,
        nameEn,
        materials,
      })),
      url: phoneUrl(hall, ticket),
      issuedAtMs: ticket.issuedAtMs,
      language: ticket.language,
      large: ticket.needs.includes('largeSlip'),
      reprint: reprint !== null,
      appointment: slotKept(hall, ticket),
    },
  ]
}

function newestHere(hall: Hall, state: HallState, here: string, waits: Waits): TakenHere[] {
  const found: TakenHere[] = []
  for (let n = state.issued; n > Math.max(0, state.issued - lookBack) && found.length < mostShown; n--) {
    const ticket = get(state.tickets, n)
    if (!ticket || (ticket.takenAt !== here && ticket.reprint?.takenAt !== here)) continue
    const { serviceId } = lastLeg(ticket)
    const ahead = aheadNow(state, ticket)
    const { status } = ticket
    const lost = status.at === 'issuing' && status.slip !== 'underWay' ? status : null
    found.push({
      ticketId: ticket.id,
      number: ticket.number,
      serviceName: wishName(hall, ticket).name,
      where: zoneName(hall, serviceOf(hall, serviceId)?.zoneId ?? ''),
      ahead,
      wait: waitNow(waits, ticket),
      url: phoneUrl(hall, ticket),
      issuedAtMs: ticket.issuedAtMs,
      slip: status.at === 'issuing' ? status.slip : status.at === 'void' ? 'void' : 'settled',
      why: lost ? lost.why : '',
      confirmByMs: lost ? lost.confirmByMs : null,
      appointment: slotKept(hall, ticket),
    })
  }
  return found
}

/** While its paper is under way a ticket is in no line yet: everybody waiting is ahead of it. */
function aheadNow(state: HallState, ticket: Ticket): number {
  return ticket.status.at === 'issuing'
    ? waitingFor(state, lastLeg(ticket).serviceId)
    : aheadOf(state, ticket)
}

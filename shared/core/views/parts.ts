import { minutesOf, rangeAt, rangeOfTicket, type WaitMinutes, type Waits } from '../estimate/waits.ts'
import type { Hall, Service } from '../queue/hall.ts'
import { comesFor, type Wish } from '../queue/journey.ts'
import { ordinaryRank } from '../queue/lane.ts'
import { waitingFor } from '../queue/lines.ts'
import { keptUntilMs } from '../queue/new-ticket.ts'
import { type HallState, type Leg, lastLeg, type Standing, type Ticket } from '../queue/state.ts'

/** What every screen's frame shows of the hall. */
export interface HallFace {
  name: string
  nameEn: string
  notice: string
  timeZone: string
  /** At work, paused, or being left by everybody. */
  standing: Standing
}

export const faceOf = (
  { name, nameEn, notice, timeZone }: Hall,
  { standing }: Pick<HallState, 'standing'>,
): HallFace => ({
  name,
  nameEn,
  notice,
  timeZone,
  standing,
})

/** The queue of one service as citizens may see it. */
export interface ServiceLine {
  id: string
  name: string
  nameEn: string
  prefix: string
  waiting: number
  /** For somebody who takes a number now. */
  wait: WaitMinutes | null
  openCounters: number
}

export function lineOf(hall: Hall, state: HallState, service: Service, waits: Waits): ServiceLine {
  const waiting = waitingFor(state, service.id)
  const range = rangeAt(waits, { serviceId: service.id, rank: ordinaryRank, aheadMs: 0 })
  return {
    id: service.id,
    name: service.name,
    nameEn: service.nameEn,
    prefix: service.prefix,
    waiting,
    wait: range && minutesOf(range),
    openCounters: openCountersFor(hall, state, service.id).length,
  }
}

/** A journey as a tile: those who wait where it begins, and one estimate for all its steps together. */
export function journeyLine(
  hall: Hall,
  state: HallState,
  { journey, services }: JourneyWish,
  waits: Waits,
): ServiceLine {
  const lines = services.map((service) => lineOf(hall, state, service, waits))
  const first = lines.filter(({ id }) => journey.stages[0]?.includes(id))
  const told = lines.map(({ wait }) => wait).filter((wait) => wait !== null)
  return {
    id: journey.id,
    name: journey.name,
    nameEn: journey.nameEn,
    prefix: journey.prefix,
    waiting: Math.min(...first.map(({ waiting }) => waiting)),
    wait:
      told.length < lines.length
        ? null
        : {
            low: told.reduce((sum, { low }) => sum + low, 0),
            high: told.reduce((sum, { high }) => sum + high, 0),
          },
    openCounters: Math.min(...lines.map(({ openCounters }) => openCounters)),
  }
}

/** Everything a citizen can take a number for, journeys first: they save the most ways. */
export const wishesOf = (hall: Hall): Wish[] =>
  [...hall.journeys, ...hall.services]
    .map(({ id }) => comesFor(hall, id))
    .filter((wish) => wish !== undefined)

/** What a ticket was taken for, as the citizen chose it: its journey, or the service of its last leg. */
export function wishName(hall: Hall, ticket: Ticket): { name: string; nameEn: string } {
  const journey = hall.journeys.find(({ id }) => id === ticket.journey?.id)
  const service = serviceOf(hall, lastLeg(ticket).serviceId)
  const { name = '', nameEn = '' } = journey ?? service ?? {}
  return { name, nameEn }
}

/** What a journey still has before it, for the clerk and the citizen; null for a ticket of one service. */
export function journeyOf(hall: Hall, { journey }: Ticket): JourneyLeft | null {
  const known = journey && hall.journeys.find(({ id }) => id === journey.id)
  return known
    ? { name: known.name, nameEn: known.nameEn, left: journey.left.flat().map((id) => serviceName(hall, id)) }
    : null
}

export interface JourneyLeft {
  name: string
  nameEn: string
  /** The names of the services still to come, in order of their stages. */
  left: string[]
}

type JourneyWish = Extract<Wish, { journey: unknown }>

/** How long a leg has been on hold, without the hold under way, in ms. */
export const heldMs = ({ holds }: Leg): number =>
  holds.reduce((sum, hold) => sum + (hold.toMs === null ? 0 : hold.toMs - hold.fromMs), 0)

/** The numbers on the signs of the open counters that work this service. */
function openCountersFor(hall: Hall, state: HallState, serviceId: string): string[] {
  return hall.counters
    .filter(({ id, serviceIds }) => serviceIds.includes(serviceId) && state.counters[id]?.at === 'open')
    .map(({ no }) => no)
}

export const serviceOf = (hall: Hall, serviceId: string): Service | undefined =>
  hall.services.find((each) => each.id === serviceId)

export const serviceName = (hall: Hall, serviceId: string): string => serviceOf(hall, serviceId)?.name ?? ''

export const zoneName = (hall: Hall, zoneId: string): string =>
  hall.zones.find((zone) => zone.id === zoneId)?.name ?? ''

/** The page of a ticket; the secret stands behind `#`, so no server or proxy log ever holds it. */
export const phoneUrl = (hall: Hall, { id, secret }: { id: string; secret: string }): string =>
  hall.phoneUrl === '' ? '' : `${hall.phoneUrl}/phone#${id}.${secret}`

/** The slot a number was booked for; `late` when it was checked in after the grace and so queues by that time. */
export interface SlotKept {
  fromMs: number
  toMs: number
  late: boolean
}

export const slotKept = (hall: Hall, { appointment, issuedAtMs }: Ticket): SlotKept | null =>
  appointment && { ...appointment, late: issuedAtMs > keptUntilMs(hall, appointment) }

/** What a citizen who waits is told now; until an estimate has seen the ticket, what it was told when taken. */
export function waitNow(waits: Waits, { n, told }: Ticket): WaitMinutes | null {
  const range = rangeOfTicket(waits, n)
  if (range) return minutesOf(range)
  return waits.n.length > 0 && n <= (waits.n.at(-1) as number)
    ? null
    : told && { low: told.low, high: told.high }
}

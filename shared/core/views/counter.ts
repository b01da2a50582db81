import { type HallItem, itemsOf } from '../items/hall-items.ts'
import type { Why } from '../queue/event.ts'
import type { Hall } from '../queue/hall.ts'
import { firstAmong, type Lane, laneSize, lineOf, ranks, type Waiter } from '../queue/lane.ts'
import { waitingFor } from '../queue/lines.ts'
import type { Need } from '../queue/need.ts'
import { get } from '../queue/sorted.ts'
import {
  currentOf,
  type HallState,
  lanesOf,
  lastLeg,
  type Standing,
  type Ticket,
  type TicketStatus,
} from '../queue/state.ts'
import { heldMs, type JourneyLeft, journeyOf, serviceName } from './parts.ts'
import { type CounterSign, signOf } from './window.ts'

/** The clerk's page. The one view that may carry what the citizen told the hall: class and ground of a priority. */
export interface CounterView {
  view: 'counter'
  hallName: string
  timeZone: string
  standing: Standing
  /** Since when this counter's emergency button stands; null when it does not. */
  helpSinceMs: number | null
  sign: CounterSign
  /** Whoever opened the counter; null when closed. */
  staffId: string | null
  sinceMs: number | null
  current: TicketCard | null
  /** What the current citizen has come for, and what that asks to see. */
  checklist: Pick<HallItem, 'id' | 'name' | 'materials'>[]
  /** Those this counter may call, next first, at most 30, and how many there are in all. */
  waiting: TicketCard[]
  waitingTotal: number
  held: TicketCard[]
  missed: TicketCard[]
  /** Rated or not, never the level (E6). */
  lastRating: { number: string; is: 'asked' | 'rated' | 'unrated' } | null
  finishedHere: number
  services: { id: string; name: string; waiting: number }[]
  counters: { id: string; no: string; open: boolean; clerkName: string }[]
  missAfter: { calls: number; spacingSeconds: number }
  /** From when on the page reminds the clerk. */
  remindAt: { waitMinutes: number; serviceMinutes: number; holdMinutes: number; waiting: number }
}

export interface TicketCard {
  ticketId: string
  number: string
  serviceId: string
  serviceName: string
  at: TicketStatus['at']
  priority: { name: string; ground: string } | null
  appointment: boolean
  /** The names of what the citizen has come for. */
  items: string[]
  journey: JourneyLeft | null
  language: string
  needs: readonly Need[]
  issuedAtMs: number
  queuedAtMs: number | null
  firstCalledAtMs: number | null
  lastCalledAtMs: number | null
  calls: number
  countedCalls: number
  startedAtMs: number | null
  /** Time on hold so far, without the hold under way, and when that one began. */
  heldMs: number
  heldSinceMs: number | null
  holdKind: 'withoutPapers' | 'withPapers' | 'waiting' | null
  note: string
  counterNo: string
  why: Why | null
  legs: { serviceName: string; counterNo: string }[]
}

const mostListed = 30

export function counterView(hall: Hall, state: HallState, counterId: string): CounterView | null {
  const counter = hall.counters.find((each) => each.id === counterId)
  if (!counter) return null
  const now = state.counters[counterId]
  const open = now?.at === 'open' ? now : null
  const current = currentOf(state, counterId)
  const lanesNamed = (names: readonly string[]) =>
    names.map((name) => state.lanes[name]).filter((lane) => lane !== undefined)
  const sentHere = lanesNamed([`counter:${counterId}`, ...(open ? [`clerk:${open.staffId}`] : [])])
  const ofServices = lanesNamed(counter.serviceIds.flatMap(lanesOf))
  const card = (ticket: Ticket) => cardOf(hall, ticket)
  return {
    view: 'counter',
    hallName: hall.name,
    timeZone: hall.timeZone,
    standing: state.standing,
    helpSinceMs: state.help[counterId]?.sinceMs ?? null,
    sign: signOf(hall, state, counter),
    staffId: open?.staffId ?? null,
    sinceMs: open?.sinceMs ?? null,
    current: current ? card(current) : null,
    checklist: itemsOf(hall.items, current?.itemIds ?? []).map(({ id, name, materials }) => ({
      id,
      name,
      materials,
    })),
    waiting: firstOf(state, sentHere, ofServices).map(card),
    waitingTotal: [...sentHere, ...ofServices].reduce((sum, lane) => sum + laneSize(lane), 0),
    held: ticketsOf(state, state.held)
      .filter((ticket) => serves(counter.serviceIds, counterId, ticket))
      .map(card),
    missed: ticketsOf(state, state.missed)
      .filter((ticket) => serves(counter.serviceIds, counterId, ticket))
      .map(card),
    lastRating: lastRating(state, counterId),
    finishedHere: open ? finishedBy(state, open.staffId) : 0,
    services: hall.services.map(({ id, name }) => ({ id, name, waiting: waitingFor(state, id) })),
    counters: hall.counters.map(({ id, no }) => {
      const each = state.counters[id]
      const clerkName = (each?.at === 'open' && hall.clerks.find((c) => c.id === each.staffId)?.name) || ''
      return { id, no, open: each?.at === 'open', clerkName }
    }),
    missAfter: { calls: hall.policy.missCalls, spacingSeconds: hall.policy.missSpacingSeconds },
    remindAt: {
      waitMinutes: hall.policy.longestWaitMinutes,
      serviceMinutes: hall.policy.longestServiceMinutes,
      holdMinutes: hall.policy.longestHoldMinutes,
      waiting: hall.policy.longQueue,
    },
  }
}

function ticketsOf(state: HallState, ns: readonly number[]): Ticket[] {
  return ns
    .slice(-mostListed)
    .map((n) => get(state.tickets, n))
    .filter((ticket) => ticket !== undefined)
}

/** A held or missed leg shows where it was and wherever its service is worked. */
function serves(serviceIds: readonly string[], counterId: string, ticket: Ticket): boolean {
  const leg = lastLeg(ticket)
  return leg.counterId === counterId || serviceIds.includes(leg.serviceId)
}

/** Those sent here, then rank after rank. */
function firstOf(state: HallState, sentHere: readonly Lane[], ofServices: readonly Lane[]): Ticket[] {
  const groups = [sentHere.flatMap(({ lines }) => lines), ...ranks.map((each) => ofRank(ofServices, each))]
  const first: Waiter[] = []
  for (const lines of groups) first.push(...firstAmong(lines, mostListed - first.length))
  return first.map(({ n }) => get(state.tickets, n)).filter((ticket) => ticket !== undefined)
}

const ofRank = (lanes: readonly Lane[], rank: number) => lanes.map((lane) => lineOf(lane, rank))

function lastRating(state: HallState, counterId: string): CounterView['lastRating'] {
  const last = state.lastFinished[counterId]
  const ticket = last && get(state.tickets, last.n)
  const rating = last && ticket?.legs[last.leg]?.rating
  if (!ticket || !rating || rating.is === 'none') return null
  const asking = state.counters[counterId]?.asking
  const asked = asking?.n === ticket.n && asking.leg === last.leg
  return { number: ticket.number, is: rating.is === 'rated' ? 'rated' : asked ? 'asked' : 'unrated' }
}

const finishedBy = (state: HallState, staffId: string): number => state.finishedBy[staffId] ?? 0

function cardOf(hall: Hall, ticket: Ticket): TicketCard {
  const leg = lastLeg(ticket)
  const { status } = ticket
  const classId = ticket.priority?.classId
  const noOf = (counterId: string | null) => hall.counters.find(({ id }) => id === counterId)?.no ?? ''
  const openHold = leg.holds.find((hold) => hold.toMs === null)
  return {
    ticketId: ticket.id,
    number: ticket.number,
    serviceId: leg.serviceId,
    serviceName: serviceName(hall, leg.serviceId),
    at: status.at,
    priority: ticket.priority && {
      name: hall.policy.priorityClasses.find((each) => each.id === classId)?.name ?? '',
      ground: ticket.priority.ground,
    },
    appointment: ticket.appointment !== null,
    items: ticket.itemIds.map((id) => hall.items.byId.get(id)?.name ?? id),
    journey: journeyOf(hall, ticket),
    language: ticket.language,
    needs: ticket.needs,
    issuedAtMs: ticket.issuedAtMs,
    queuedAtMs: leg.queuedAtMs,
    firstCalledAtMs: leg.firstCalledAtMs,
    lastCalledAtMs: leg.lastCalledAtMs,
    calls: leg.calls,
    countedCalls: leg.countedCalls,
    startedAtMs: leg.startedAtMs,
    heldMs: heldMs(leg),
    heldSinceMs: openHold?.fromMs ?? null,
    holdKind: openHold?.kind ?? null,
    note: status.at === 'held' ? status.note : '',
    counterNo: noOf(leg.counterId),
    why: leg.why,
    legs: ticket.legs.map((each) => ({
      serviceName: serviceName(hall, each.serviceId),
      counterNo: noOf(each.counterId),
    })),
  }
}

import type { Waits } from '../estimate/waits.ts'
import { shutBecause } from './admission.ts'
import type { Asked } from './asked.ts'
import { letIn, promisedTo } from './check-in.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Hall, Service } from './hall.ts'
import { holderRefused, isHasty } from './holder.ts'
import { comesFor, stepOf, type Wish } from './journey.ts'
import { newTicket } from './new-ticket.ts'
import { type Refused, refused } from './refused.ts'
import { type HallState, ticketOf } from './state.ts'
import { nameOf } from './who.ts'
import { wrongItems } from './wrong-items.ts'

/** A citizen takes a number 取号: the next of the service's series, never reused that day (T1). */
export function takeTicket(
  hall: Hall,
  state: HallState,
  command: CommandOf<'takeTicket'>,
  asked: Asked,
): Event[] | Refused {
  const wish = comesFor(hall, command.serviceId)
  if (!wish) return refused('unknownService')
  const promised =
    command.identity && promisedTo(hall, state, command.identity, command.serviceId, asked.atMs)
  if (promised) return letIn(hall, state, promised, command, asked)
  const shut = wishShutBecause(hall, state, wish, asked.atMs, command.appointment !== undefined, asked.waits)
  if (shut) return shut
  const { service, prefix, journey } = begun(hall, state, wish)
  const wrong = wrongItems(hall, service, command.itemIds ?? [])
  if (wrong) return refused(wrong)
  const classId = command.priority?.classId
  if (classId && !hall.policy.priorityClasses.some((each) => each.id === classId))
    return refused('unknownClass')
  const held = holderRefused(hall, state, service, command)
  if (held) return held
  if (command.paper && isHasty(hall, state, nameOf(asked.by), asked.atMs)) return refused('tooManyTaken')
  return [newTicket(hall, state, { ...command, service, prefix, journey }, asked)]
}

/** A journey is given only while every service it walks gives numbers. */
export function wishShutBecause(
  hall: Hall,
  state: HallState,
  wish: Wish,
  atMs: number,
  isBooked = false,
  waits?: Waits,
): Refused | undefined {
  if ('service' in wish) return shutBecause(hall, state, wish.service, atMs, isBooked, waits)
  if (!wish.journey.open) return refused('serviceClosed')
  for (const service of wish.services) {
    const shut = shutBecause(hall, state, service, atMs, isBooked, waits)
    if (shut) return shut
  }
  return undefined
}

/** The first leg: the service itself, or the lightest of the journey's first stage. */
function begun(hall: Hall, state: HallState, wish: Wish) {
  if ('service' in wish) return { service: wish.service, prefix: wish.service.prefix, journey: undefined }
  const { journey, services } = wish
  const step = stepOf(hall, state, journey.stages)
  const service = services.find(({ id }) => id === step?.serviceId) ?? (services[0] as Service)
  return { service, prefix: journey.prefix, journey: { id: journey.id, left: step?.left ?? [] } }
}

/** A waiting citizen gives the number back. */
export function cancel(state: HallState, { ticketId }: CommandOf<'cancel'>): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  if (ticket.status.at === 'cancelled') return []
  const free =
    ticket.status.at === 'waiting' || ticket.status.at === 'issuing' || ticket.status.at === 'missed'
  return free ? [{ type: 'ticketCancelled', ticketId }] : refused('ticketNotWaiting')
}

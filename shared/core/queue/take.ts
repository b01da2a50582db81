import { shutBecause } from './admission.ts'
import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event, Place } from './event.ts'
import type { Hall, Service } from './hall.ts'
import { holderRefused, isHasty } from './holder.ts'
import { comesFor, stepOf, type Wish } from './journey.ts'
import { ordinaryRank } from './lane.ts'
import { numberIn } from './offline-number.ts'
import { placeAt } from './place.ts'
import { type Refused, refused } from './refused.ts'
import { type HallState, ticketOf } from './state.ts'
import { nameOf } from './who.ts'
import { wrongItems } from './wrong-items.ts'

/** A citizen takes a number 取号: the next of the service's series, never reused that day (T1). */
export function takeTicket(
  hall: Hall,
  state: HallState,
  command: CommandOf<'takeTicket'>,
  { by, atMs, secret }: Asked,
): Event[] | Refused {
  const wish = comesFor(hall, command.serviceId)
  if (!wish) return refused('unknownService')
  const shut = wishShutBecause(hall, state, wish, atMs, command.appointment !== undefined)
  if (shut) return shut
  const { service, prefix, journey } = begun(hall, state, wish)
  const wrong = wrongItems(hall, service, command.itemIds ?? [])
  if (wrong) return refused(wrong)
  const classId = command.priority?.classId
  const priorityClass = hall.policy.priorityClasses.find((each) => each.id === classId)
  if (classId && !priorityClass) return refused('unknownClass')
  const held = holderRefused(hall, state, service, command)
  if (held) return held
  if (command.paper && isHasty(hall, state, nameOf(by), atMs)) return refused('tooManyTaken')

  const n = state.issued + 1
  const sequence = (state.series[prefix] ?? 0) + 1
  return [
    {
      type: 'ticketTaken',
      ticketId: `${state.day}-${n}`,
      n,
      number: numberIn(prefix, sequence),
      prefix,
      sequence,
      serviceId: service.id,
      paper: command.paper,
      takenAt: nameOf(by),
      secret,
      priority: command.priority ?? null,
      rank: priorityClass?.rank ?? ordinaryRank,
      ...(journey && { journey }),
      appointment: command.appointment ?? null,
      ...(command.identity && service.identity !== 'none' && { identity: command.identity }),
      language: command.language,
      needs: command.needs ?? [],
      ...(command.itemIds?.length ? { itemIds: [...new Set(command.itemIds)] } : {}),
      place: placeOf(hall, command, n, atMs),
    },
  ]
}

/** A journey is given only while every service it walks gives numbers. */
export function wishShutBecause(
  hall: Hall,
  state: HallState,
  wish: Wish,
  atMs: number,
  isBooked = false,
): Refused | undefined {
  if ('service' in wish) return shutBecause(hall, state, wish.service, atMs, isBooked)
  if (!wish.journey.open) return refused('serviceClosed')
  for (const service of wish.services) {
    const shut = shutBecause(hall, state, service, atMs, isBooked)
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

/** Effective time (T2): the slot's start when checked in by its end and the grace, else now. */
function placeOf(hall: Hall, { appointment }: CommandOf<'takeTicket'>, n: number, atMs: number): Place {
  const graceMs = hall.policy.appointmentGraceMinutes * 60_000
  const onTime = appointment && atMs <= appointment.toMs + graceMs
  return placeAt(onTime ? appointment.fromMs : atMs, n)
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

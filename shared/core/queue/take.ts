import { shutBecause } from './admission.ts'
import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event, Place } from './event.ts'
import type { Hall } from './hall.ts'
import { holderRefused, isHasty } from './holder.ts'
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
  const service = hall.services.find((each) => each.id === command.serviceId)
  if (!service) return refused('unknownService')
  const shut = shutBecause(hall, state, service, atMs, command.appointment !== undefined)
  if (shut) return shut
  const wrong = wrongItems(hall, service, command.itemIds ?? [])
  if (wrong) return refused(wrong)
  const classId = command.priority?.classId
  const priorityClass = hall.policy.priorityClasses.find((each) => each.id === classId)
  if (classId && !priorityClass) return refused('unknownClass')
  const held = holderRefused(hall, state, service, command)
  if (held) return held
  if (command.paper && isHasty(hall, state, nameOf(by), atMs)) return refused('tooManyTaken')

  const n = state.issued + 1
  const sequence = (state.series[service.prefix] ?? 0) + 1
  return [
    {
      type: 'ticketTaken',
      ticketId: `${state.day}-${n}`,
      n,
      number: numberIn(service.prefix, sequence),
      prefix: service.prefix,
      sequence,
      serviceId: service.id,
      paper: command.paper,
      takenAt: nameOf(by),
      secret,
      priority: command.priority ?? null,
      rank: priorityClass?.rank ?? ordinaryRank,
      appointment: command.appointment ?? null,
      ...(command.identity && service.identity !== 'none' && { identity: command.identity }),
      language: command.language,
      needs: command.needs ?? [],
      ...(command.itemIds?.length ? { itemIds: [...new Set(command.itemIds)] } : {}),
      place: placeOf(hall, command, n, atMs),
    },
  ]
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

import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import { minuteOfDay, minutesIn } from './day.ts'
import type { Event, Place } from './event.ts'
import type { Hall, Service } from './hall.ts'
import { ordinaryRank } from './lane.ts'
import { waitingFor } from './lines.ts'
import { placeAt } from './place.ts'
import { type Reason, type Refused, refused } from './refused.ts'
import { type HallState, ticketOf } from './state.ts'
import { nameOf } from './who.ts'

/** A citizen takes a number 取号: the next of the service's series, never reused that day (T1). */
export function takeTicket(
  hall: Hall,
  state: HallState,
  command: CommandOf<'takeTicket'>,
  { by, atMs, secret }: Asked,
): Event[] | Refused {
  const service = hall.services.find((each) => each.id === command.serviceId)
  if (!service) return refused('unknownService')
  const shut = shutBecause(hall, state, service, atMs)
  if (shut) return refused(shut)
  const classId = command.priority?.classId
  const priorityClass = hall.policy.priorityClasses.find((each) => each.id === classId)
  if (classId && !priorityClass) return refused('unknownClass')

  const n = state.issued + 1
  const sequence = (state.series[service.prefix] ?? 0) + 1
  return [
    {
      type: 'ticketTaken',
      ticketId: `${state.day}-${n}`,
      n,
      number: `${service.prefix}${String(sequence).padStart(3, '0')}`,
      prefix: service.prefix,
      sequence,
      serviceId: service.id,
      paper: command.paper,
      takenAt: nameOf(by),
      secret,
      priority: command.priority ?? null,
      rank: priorityClass?.rank ?? ordinaryRank,
      appointment: command.appointment ?? null,
      language: command.language,
      needs: command.needs ?? [],
      place: placeOf(hall, command, n, atMs),
    },
  ]
}

/** Why no number is given for this service now, or undefined when one is. */
export function shutBecause(
  hall: Hall,
  state: HallState,
  service: Service,
  atMs: number,
): Reason | undefined {
  if (!service.open) return 'serviceClosed'
  if (!hall.counters.some((counter) => counter.serviceIds.includes(service.id))) return 'noCounterServes'
  if (!inSession(hall, atMs)) return 'outsideSessions'
  if (waitingFor(state, service.id) >= hall.policy.mostWaitingPerService) return 'queueFull'
  return undefined
}

function inSession(hall: Hall, atMs: number): boolean {
  const { sessions } = hall.policy
  const minute = minuteOfDay(atMs, hall.timeZone)
  return (
    sessions.length === 0 ||
    sessions.some(({ from, to }) => minutesIn(from) <= minute && minute < minutesIn(to))
  )
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

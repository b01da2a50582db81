import { toldAtTaking } from '../estimate/told.ts'
import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { EventOf, Place } from './event.ts'
import type { Hall, Service } from './hall.ts'
import { ordinaryRank } from './lane.ts'
import { numberIn } from './offline-number.ts'
import { placeAt } from './place.ts'
import type { HallState } from './state.ts'
import { nameOf } from './who.ts'

/** What a number is taken for, and with what. */
export interface Wanted
  extends Pick<
    CommandOf<'takeTicket'>,
    'paper' | 'priority' | 'appointment' | 'identity' | 'needs' | 'itemIds'
  > {
  service: Service
  prefix: string
  journey?: EventOf<'ticketTaken'>['journey']
  language: string
}

/** The next number of a series, never reused that day (T1). */
export function newTicket(
  hall: Hall,
  state: HallState,
  wanted: Wanted,
  asked: Asked,
): EventOf<'ticketTaken'> {
  const { service, prefix, journey, priority, identity, itemIds } = wanted
  const { by, atMs, secret } = asked
  const n = state.issued + 1
  const sequence = (state.series[prefix] ?? 0) + 1
  const priorityClass = hall.policy.priorityClasses.find(({ id }) => id === priority?.classId)
  const rank = priorityClass?.rank ?? ordinaryRank
  const place = placeOf(hall, wanted, n, atMs)
  const wait = toldAtTaking(hall, state, { serviceId: service.id, rank, place }, asked)
  return {
    type: 'ticketTaken',
    ticketId: `${state.day}-${n}`,
    n,
    number: numberIn(prefix, sequence),
    prefix,
    sequence,
    serviceId: service.id,
    paper: wanted.paper,
    takenAt: nameOf(by),
    secret,
    priority: priority ?? null,
    rank,
    ...(journey && { journey }),
    appointment: wanted.appointment ?? null,
    ...(identity && service.identity !== 'none' && { identity }),
    language: wanted.language,
    needs: wanted.needs ?? [],
    ...(itemIds?.length ? { itemIds: [...new Set(itemIds)] } : {}),
    place,
    ...(wait && { wait }),
  }
}

/** Effective time (T2): the slot's start when checked in by its end and the grace, else now. */
function placeOf(hall: Hall, { appointment }: Wanted, n: number, atMs: number): Place {
  const onTime = appointment && atMs <= keptUntilMs(hall, appointment)
  return placeAt(onTime ? appointment.fromMs : atMs, n)
}

/** Until when a slot's place is kept. */
export const keptUntilMs = ({ policy }: Hall, { toMs }: { toMs: number }): number =>
  toMs + policy.appointmentGraceMinutes * 60_000

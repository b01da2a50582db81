import * as z from 'zod'
import type { Event } from './event.ts'
import type { Hall, Service } from './hall.ts'
import { waitingFor } from './lines.ts'
import { replaced } from './place.ts'
import { id, plainText } from './plain-text.ts'
import type { HallState, Ticket } from './state.ts'

/** A joint journey 一件事联办: one number walks several services, stage by stage, those of one stage in any order. */
export const Journey = z.strictObject({
  id,
  name: plainText(40),
  nameEn: z.string().max(80).default(''),
  prefix: z.string().regex(/^[A-Z]{1,2}$/, 'one or two capital letters'),
  stages: z.array(z.array(id).min(1).max(10)).min(1).max(10),
  open: z.boolean().default(true),
})
export type Journey = z.infer<typeof Journey>

type Stages = readonly (readonly string[])[]

/** What a citizen comes for: a service, or a journey with all the services it walks. */
export type Wish = { service: Service } | { journey: Journey; services: Service[] }

export function comesFor(hall: Pick<Hall, 'services' | 'journeys'>, wishId: string): Wish | undefined {
  const service = hall.services.find((each) => each.id === wishId)
  if (service) return { service }
  const journey = hall.journeys.find((each) => each.id === wishId)
  const walked = journey?.stages.flat().map((serviceId) => hall.services.find(({ id }) => id === serviceId))
  return journey && walked?.every((each) => each !== undefined) ? { journey, services: walked } : undefined
}

/** Where a journey goes on: of its next stage the service with the shortest line, and what is left after it. */
export function stepOf(
  hall: Pick<Hall, 'counters'>,
  state: HallState,
  stages: Stages,
): { serviceId: string; left: string[][] } | undefined {
  const [stage = [], ...later] = stages
  if (stage.length === 0) return undefined
  const loads = stage.map((serviceId) => ({ serviceId, load: loadOf(hall, state, serviceId) }))
  const { serviceId } = loads.reduce((least, each) => (each.load < least.load ? each : least))
  const rest = stage.filter((each) => each !== serviceId)
  return { serviceId, left: [...(rest.length > 0 ? [rest] : []), ...later].map((each) => [...each]) }
}

/** People waiting per open counter; a service nobody works just now comes last. */
function loadOf({ counters }: Pick<Hall, 'counters'>, state: HallState, serviceId: string): number {
  const open = counters.filter(
    (counter) => counter.serviceIds.includes(serviceId) && state.counters[counter.id]?.at === 'open',
  ).length
  return open === 0 ? Number.MAX_SAFE_INTEGER : waitingFor(state, serviceId) / open
}

/** The next leg of a ticket whose journey is not over, behind `journeyStepBehind` others of its line. */
export function goesOn(hall: Hall, state: HallState, ticket: Ticket): Event | undefined {
  const step = ticket.journey && stepOf(hall, state, ticket.journey.left)
  if (!step) return undefined
  const { serviceId, left } = step
  const target = { to: 'service', serviceId } as const
  return {
    type: 'legQueued',
    ticketId: ticket.id,
    leg: ticket.legs.length,
    serviceId,
    target,
    place: replaced(state, ticket, target, hall.policy.journeyStepBehind),
    comeBackTo: null,
    journeyLeft: left,
  }
}

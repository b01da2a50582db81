import { type WaitMinutes, waitFor } from '../queue/estimate.ts'
import type { Hall, Service } from '../queue/hall.ts'
import { waitingFor } from '../queue/lines.ts'
import type { HallState, Standing } from '../queue/state.ts'

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

export function lineOf(hall: Hall, state: HallState, service: Service): ServiceLine {
  const waiting = waitingFor(state, service.id)
  return {
    id: service.id,
    name: service.name,
    nameEn: service.nameEn,
    prefix: service.prefix,
    waiting,
    wait: waitFor(hall, state, service.id, waiting),
    openCounters: openCountersFor(hall, state, service.id).length,
  }
}

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

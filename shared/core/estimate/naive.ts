import type { Hall } from '../queue/hall.ts'
import { waitingFor } from '../queue/lines.ts'
import type { HallState } from '../queue/state.ts'

/**
 * What the plain formula says: those who wait × today's mean service ÷ the open counters that work it. Nobody is
 * told it; estimates are held against it. `meanMs` stands in until the day has served somebody.
 */
export function naiveMs(
  hall: Hall,
  state: HallState,
  serviceId: string,
  meanMs: number | null = null,
): number | null {
  const open = hall.counters.filter(
    ({ id, serviceIds }) => serviceIds.includes(serviceId) && state.counters[id]?.at === 'open',
  ).length
  const known = state.durationsMs[serviceId] ?? []
  const mean = known.length > 0 ? known.reduce((sum, each) => sum + each, 0) / known.length : meanMs
  return open === 0 || mean === null ? null : (waitingFor(state, serviceId) * mean) / open
}

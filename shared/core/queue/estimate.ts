import type { Hall } from './hall.ts'
import type { HallState } from './state.ts'

/** A waiting time as a range of whole minutes, or null when there is nothing to judge by yet. */
export interface WaitMinutes {
  low: number
  high: number
}

const fewest = 3

/**
 * How long somebody with this many ahead will wait for a service: the hall's own recent service times of it,
 * spread over the open counters that work it; `low` from their median, `high` from their 90th percentile.
 */
export function waitFor(hall: Hall, state: HallState, serviceId: string, ahead: number): WaitMinutes | null {
  const open = hall.counters.filter(
    (counter) => counter.serviceIds.includes(serviceId) && state.counters[counter.id]?.at === 'open',
  ).length
  const recentMs = [...(state.durationsMs[serviceId] ?? [])].sort((a, b) => a - b)
  if (open === 0 || recentMs.length < fewest) return null
  const rounds = ahead / open
  return {
    low: Math.floor((rounds * quantile(recentMs, 0.5)) / 60_000),
    high: Math.ceil(((rounds + 1) * quantile(recentMs, 0.9)) / 60_000),
  }
}

/** The value below which this share of a sorted list lies (nearest rank). */
export function quantile(sortedValues: readonly number[], share: number): number {
  const last = sortedValues.length - 1
  return sortedValues[Math.min(last, Math.max(0, Math.ceil(share * sortedValues.length) - 1))] ?? 0
}

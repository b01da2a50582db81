import { openQueue } from './queue-in-core.ts'

/** Long beside the clock's whole ms, short beside a day: no queue stands long enough to meet midnight. */
const meanServiceMs = 10_000
/** Until the queue has forgotten that it began empty. */
const warmUp = 20_000

/** Mean waits of batches of tickets one after the other, in ms; the warm-up is left out. */
export function batchMeans(run: {
  counters: number
  load: number
  tickets: number
  batches: number
  /** Independent streams in [0, 1) for times between arrivals and for service times. */
  arrivals: () => number
  services: () => number
}): number[] {
  const { counters, load, tickets, batches, arrivals, services } = run
  const queue = openQueue(counters)
  const betweenMs = meanServiceMs / (counters * load)
  const freeAtMs = new Float64Array(counters).fill(Number.POSITIVE_INFINITY)
  const sums = new Array<number>(batches).fill(0)
  const perBatch = tickets / batches
  let arrivesMs = exponential(arrivals, betweenMs)
  let waiting = 0
  let called = 0

  function call(counter: number, atMs: number): void {
    const waitMs = queue.call(counter, Math.round(atMs))
    freeAtMs[counter] = atMs + exponential(services, meanServiceMs)
    waiting -= 1
    const batch = Math.floor((called - warmUp) / perBatch)
    if (called >= warmUp && batch < batches) sums[batch] = (sums[batch] ?? 0) + waitMs
    called += 1
  }

  while (called < tickets + warmUp) {
    if (waiting === 0) queue.rebase(Math.floor(Math.min(arrivesMs, freeAtMs[soonest(freeAtMs)] as number)))
    const counter = soonest(freeAtMs)
    const freeMs = freeAtMs[counter] as number
    if (arrivesMs <= freeMs) {
      queue.take(Math.round(arrivesMs))
      waiting += 1
      const idle = freeAtMs.indexOf(Number.POSITIVE_INFINITY)
      if (idle >= 0) call(idle, arrivesMs)
      arrivesMs += exponential(arrivals, betweenMs)
    } else {
      queue.finish(counter, Math.round(freeMs))
      freeAtMs[counter] = Number.POSITIVE_INFINITY
      if (waiting > 0) call(counter, freeMs)
    }
  }
  return sums.map((sum) => sum / perBatch)
}

export const inServices = (waitMs: number): number => waitMs / meanServiceMs

const exponential = (random: () => number, mean: number): number => -mean * Math.log(1 - random())

function soonest(atMs: Float64Array): number {
  let first = 0
  for (let i = 1; i < atMs.length; i++) if ((atMs[i] as number) < (atMs[first] as number)) first = i
  return first
}

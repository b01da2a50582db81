import type { Chance } from './chance.ts'
import type { Factor, Model } from './model.ts'

/** One way the day may go on: every factor of the model drawn once, each duration drawn from it. */
export interface Drawn {
  /** How long a call keeps a counter, from call to free; `elapsedMs` of it are over. */
  callMs(serviceId: string, staffId: string, atMs: number, elapsedMs?: number, answered?: boolean): number
  gapMs(): number
  noticeMs(): number
  paperMs(): number
  /** Has somebody who waited from now until then given up? */
  gaveUp(waitedMs: number): boolean
}

const stepMs = 900_000
const mostSteps = 96

export function draw(model: Model, fromMs: number, chance: Chance): Drawn {
  const factors = new Map<string, number>()
  const pace = [drawFactor(model.pace, chance)]
  /** Wanders from step to step, drawn as far as it is asked for. */
  function paceAt(step: number): number {
    while (pace.length <= step)
      pace.push(
        (pace[pace.length - 1] as number) +
          model.wanderPerHour * Math.sqrt(stepMs / 3_600_000) * chance.normal(),
      )
    return pace[step] as number
  }
  const { missed, answered } = model.noShow
  const a = chance.gamma(missed + 0.5)
  const noShow = a / (a + chance.gamma(answered + 9.5))

  function factor(serviceId: string, staffId: string): number {
    const key = `${serviceId} ${staffId}`
    const known = factors.get(key)
    if (known !== undefined) return known
    const ofService = one(`service ${serviceId}`, { mean: 0, error: serviceOf(serviceId).error })
    const ofClerk = one(`clerk ${staffId}`, model.clerks[staffId] ?? model.anyClerk)
    factors.set(key, ofService + ofClerk)
    return ofService + ofClerk
  }

  function one(key: string, of: Factor): number {
    const known = factors.get(key)
    if (known !== undefined) return known
    const value = drawFactor(of, chance)
    factors.set(key, value)
    return value
  }

  /** The longer a call has stood unanswered, the likelier it is that nobody comes. */
  function noShowAfter(elapsedMs: number): number {
    const { pool, walks } = model.noShow
    if (elapsedMs <= 0 || walks.length === 0) return noShow
    const nobody = noShow * shareAbove(pool, elapsedMs)
    return nobody / (nobody + (1 - noShow) * shareAbove(walks, elapsedMs))
  }

  const serviceOf = (serviceId: string) => model.services[serviceId] ?? model.other

  function callMs(serviceId: string, staffId: string, atMs: number, elapsedMs = 0, answered = false): number {
    if (!answered && chance.next() < noShowAfter(elapsedMs))
      return longer(model.noShow.pool, elapsedMs, chance)
    const step = Math.min(mostSteps, Math.max(0, Math.floor((atMs - fromMs) / stepMs)))
    const times = Math.exp(factor(serviceId, staffId) + paceAt(step))
    return longer(serviceOf(serviceId).pool, elapsedMs / times, chance) * times
  }

  return {
    callMs,
    gapMs: () => chance.pick(model.gaps),
    noticeMs: () => chance.pick(model.notices),
    paperMs: () => chance.pick(model.papers),
    gaveUp: (waitedMs) =>
      model.givesUpPerMs > 0 && chance.next() < 1 - Math.exp(-model.givesUpPerMs * waitedMs),
  }
}

const drawFactor = ({ mean, error }: Factor, chance: Chance): number => mean + error * chance.normal()

/** One of a sorted pool that is longer than what has passed; past the longest ever seen it goes on as it has. */
function longer(pool: Float64Array, elapsedMs: number, chance: Chance): number {
  if (elapsedMs <= 0) return chance.pick(pool)
  const low = firstAbove(pool, elapsedMs)
  if (low === pool.length) return elapsedMs * (1 + chance.exponential(0.3))
  return pool[low + Math.floor(chance.next() * (pool.length - low))] as number
}

/** Never none: what has not been seen yet can still happen. */
const shareAbove = (pool: Float64Array, ms: number): number =>
  (pool.length - firstAbove(pool, ms) + 0.5) / (pool.length + 1)

function firstAbove(pool: Float64Array, ms: number): number {
  let [low, high] = [0, pool.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pool[middle] as number) > ms) high = middle
    else low = middle + 1
  }
  return low
}

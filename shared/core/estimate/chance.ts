/** Seeded chance: the same seed gives the same numbers, so an estimate can be made again (T. Ettinger's mulberry32, public domain). */
export interface Chance {
  /** Evenly in [0, 1). */
  next(): number
  normal(): number
  exponential(mean: number): number
  /** Gamma with this shape and scale 1 (Marsaglia and Tsang 2000). */
  gamma(shape: number): number
  pick(values: ArrayLike<number>): number
}

export function openChance(seed: number): Chance {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - next()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }

  return {
    next,
    normal,
    exponential: (mean) => -mean * Math.log(1 - next()),
    gamma,
    pick: (values) => values[Math.floor(next() * values.length)] as number,
  }
}

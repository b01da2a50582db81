/** Chance from a seed, so that a run can be had again: Mulberry32. `roll(n)` is a whole number from 0 below n. */
export function dice(seed: number) {
  let state = seed >>> 0
  return {
    roll: (below: number): number => {
      state = (state + 0x6d2b79f5) >>> 0
      let t = Math.imul(state ^ (state >>> 15), state | 1)
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
      return ((((t ^ (t >>> 14)) >>> 0) * below) / 4_294_967_296) | 0
    },
  }
}

export type Dice = ReturnType<typeof dice>

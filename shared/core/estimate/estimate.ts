import { type Known, simulate } from './simulate.ts'
import { noWaits, type Waits, waitsOf } from './waits.ts'

/** A hall that has hardly served anybody promises nothing. */
const fewestServed = 3

/** How long everybody who waits, and whoever takes a number now, will wait. Pure: the same knowledge and seed, the same ranges. */
export function estimate(known: Known): Waits {
  if (known.model.n < fewestServed) return { ...noWaits, atMs: known.atMs }
  return waitsOf(simulate(known), known.atMs)
}

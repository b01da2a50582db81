import { parseArgs } from 'node:util'
import { chance } from '../people/chance.ts'
import { erlangC, erlangWait } from './erlang-c.ts'
import { batchMeans, inServices } from './waits.ts'

/**
 * `npm run theory`: Poisson arrivals, exponential service, one line: the real rules' mean waits beside Erlang C,
 * one JSON line each; ends non-zero when one is off. Waits under load hang together over thousands of tickets,
 * so the standard error is that of batch means, and every run has an antithetic twin (1 − u for every u drawn).
 */
const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
})
const tickets = Number(values.tickets)
const seed = Number(values.seed)
const batches = 20
const mostOff = 0.05

for (const [counters, load] of [
  [1, 0.7],
  [3, 0.8],
  [8, 0.9],
] as const) {
  const beganMs = performance.now()
  const run = (turned: boolean) => {
    const [arrivals, services] = [chance(seed), chance(seed + 0x9e3779b9)]
    const drawn = (random: () => number) => (turned ? () => 1 - 2 ** -32 - random() : random)
    return batchMeans({
      counters,
      load,
      tickets,
      batches,
      arrivals: drawn(arrivals),
      services: drawn(services),
    })
  }
  const [plain, turned] = [run(false), run(true)]
  const pairs = plain.map((each, i) => inServices((each + (turned[i] as number)) / 2))
  const expected = erlangWait(counters, load)
  const simulated = mean(pairs)
  const off = simulated / expected - 1
  const standardError = Math.sqrt(mean(pairs.map((each) => (each - simulated) ** 2)) / (batches - 1))
  const ok = Math.abs(off) <= mostOff
  console.log(
    JSON.stringify({
      theory: 'meanWait',
      counters,
      load,
      mustWait: rounded(erlangC(counters, load)),
      erlangC: rounded(expected),
      core: rounded(simulated),
      offPercent: rounded(off * 100),
      standardErrorPercent: rounded((standardError / expected) * 100),
      plainRunOffPercent: rounded((inServices(mean(plain)) / expected - 1) * 100),
      antitheticRunOffPercent: rounded((inServices(mean(turned)) / expected - 1) * 100),
      tickets: 2 * tickets,
      unit: 'mean service times',
      seconds: rounded((performance.now() - beganMs) / 1_000),
      limitPercent: mostOff * 100,
      ok,
    }),
  )
  if (!ok) process.exitCode = 1
}

function mean(of: readonly number[]): number {
  return of.reduce((sum, each) => sum + each, 0) / of.length
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

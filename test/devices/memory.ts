import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { until } from '@jiaohao/drivers/until.ts'
import { chance } from '../people/chance.ts'
import { openBusyLines } from './memory-lines.ts'

/**
 * `npm run devices:memory [-- --messages 100000 --reconnects 1000]`: printer, keypad bus and LED strip at work while
 * their plugs are pulled in turn. What the process holds after collecting garbage stays within 5 % of itself once
 * every bounded memory (jobs, papers) is full. JSON lines; ends non-zero when it grows or the work was not done.
 */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    reconnects: { type: 'string', default: '1000' },
  },
})
const [wantedMessages, wantedReconnects] = [Number(values.messages), Number(values.reconnects)]
const mostDrift = 0.05
const samples = 10
/** The printer remembers 500 jobs and its twin 200 papers: until those are full, memory must grow. */
const fillRounds = 550

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

async function heldBytes(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    collect()
    await new Promise<void>((next) => setImmediate(next))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const { clock, lines } = await openBusyLines(chance(1))
const sum = (of: 'frames' | 'reconnects') => lines.reduce((total, { counters }) => total + counters()[of], 0)
const started = performance.now()
let rounds = 0

async function round() {
  rounds += 1
  for (const line of lines) line.work(rounds)
  await clock.advance(500)
  const victim = lines[rounds % lines.length]
  await victim?.plug(false)
  await clock.advance(500)
  await victim?.plug(true)
  await until(clock, () => victim?.online() === true, 600_000)
}

await until(clock, () => lines.every((line) => line.online()))
while (rounds < fillRounds) await round()
const begin = { messages: sum('frames'), reconnects: sum('reconnects') }
const share = () =>
  Math.min(
    (sum('frames') - begin.messages) / wantedMessages,
    (sum('reconnects') - begin.reconnects) / wantedReconnects,
  )
const held: number[] = [await heldBytes()]
while (share() < 1) {
  await round()
  if (share() < held.length / samples) continue
  held.push(await heldBytes())
  console.log(
    JSON.stringify({
      messages: sum('frames') - begin.messages,
      reconnects: sum('reconnects') - begin.reconnects,
      heldMb: round2((held.at(-1) ?? 0) / 1e6),
      rssMb: round2(process.memoryUsage().rss / 1e6),
    }),
  )
}
const [first = 0] = held
const drift = Math.max(...held.map((bytes) => Math.abs(bytes / first - 1)))
const ok = drift <= mostDrift
console.log(
  JSON.stringify({
    check: 'memory',
    lines: lines.map(({ driver, counters }) => ({ driver, ...counters() })),
    messages: sum('frames') - begin.messages,
    reconnects: sum('reconnects') - begin.reconnects,
    firstMb: round2(first / 1e6),
    lastMb: round2((held.at(-1) ?? 0) / 1e6),
    driftPercent: round2(drift * 100),
    seconds: Math.round((performance.now() - started) / 1000),
    ok,
  }),
)
process.exitCode = ok ? 0 : 1
let closed = 0
for (const line of lines) void line.close().then(() => (closed += 1))
await until(clock, () => closed === lines.length)

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

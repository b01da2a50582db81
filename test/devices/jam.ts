import { parseArgs } from 'node:util'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { openPrinter } from '@jiaohao/drivers/printer/printer.ts'
import { openPrinterTwin, type TwinFault } from '@jiaohao/drivers/printer/twin.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { until } from '@jiaohao/drivers/until.ts'
import { chance, oneOf } from '../people/chance.ts'
import { slipOf, type Ticket, wrongsOn } from './jam-tickets.ts'

/**
 * `npm run devices:jam [-- --tickets 1000 --seed 1]`: tickets through the real driver and real TCP on a printer that
 * jams, runs out, hangs up and answers late. JSON lines; ends non-zero when a number is on paper twice, on paper
 * though it failed, not on paper though it was printed, or mixed with another citizen's.
 */
const { values } = parseArgs({
  options: { tickets: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const asked = Number(values.tickets)
const seed = Number(values.seed)
const random = chance(seed)

const mishaps: readonly (readonly [TwinFault | 'none', number])[] = [
  ['none', 8],
  ['paperOut', 3],
  ['coverOpen', 2],
  ['cutter', 2],
  ['silent', 2],
  ['late', 4],
  ['noisy', 2],
  ['unplugged', 2],
  ['halfJob', 2],
  ['hangUp', 3],
]
const between = (least: number, most: number) => least + random() * (most - least)

const clock = drivenClock(Date.UTC(2026, 2, 11))
const papers: string[] = []
const tickets: Ticket[] = []
const happened: Record<string, number> = {}
const twin = await openPrinterTwin({
  clock,
  onPaper: ({ text }) => papers.push(text),
  lateMs: () => between(50, 4000),
})
const printer = openPrinter({ dial: dialOf(twin.address, clock), clock, random })
const ready = () => ['ready', 'nearEnd'].includes(printer.status().status)

/** Prints one slip while one thing goes wrong for a while, at any moment of it. */
async function print(number: string, reprint: boolean) {
  const mishap = oneOf(random, mishaps)
  happened[mishap] = (happened[mishap] ?? 0) + 1
  await twin.faults.set('slow', random() < 0.7)
  let over = mishap === 'none'
  if (mishap !== 'none') {
    const fromMs = between(0, 1200)
    clock.after(fromMs, () => void twin.faults.set(mishap, true))
    clock.after(fromMs + between(50, 25_000), () => {
      void twin.faults.set(mishap, false).then(() => {
        over = true
      })
    })
  }
  let settled = false
  const job = printer.print({ id: `${number} ${reprint}`, slip: slipOf(number, reprint) }).then((outcome) => {
    tickets.push({ number, reprint, outcome })
    settled = true
  })
  await until(clock, () => settled, 600_000)
  await job
  await until(clock, () => over, 600_000)
  // A hurried hall does not always wait for the printer to come back.
  if (random() < 0.9) await until(clock, ready, 600_000)
}

for (let at = 1; at <= asked; at += 1) {
  const number = `A${String(at).padStart(4, '0')}`
  await print(number, false)
  const first = tickets.at(-1)
  if (first?.outcome.result !== 'printed' && random() < 0.5) await print(number, true)
  if (at % 100 === 0) process.stderr.write(`${at} tickets\n`)
}
await twin.faults.set('slow', false)
await until(clock, ready, 600_000)
// Nothing may come out by itself afterwards.
for (let passedMs = 0; passedMs < 120_000; passedMs += 50) await clock.advance(50)

const count = (result: Ticket['outcome']['result']) =>
  tickets.filter(({ outcome }) => outcome.result === result).length
const wrongs = wrongsOn(papers, tickets)
for (const wrong of wrongs.slice(0, 20)) console.log(JSON.stringify({ wrong }))
const enough = count('printed') > asked / 4 && tickets.filter(({ reprint }) => !reprint).length === asked
console.log(
  JSON.stringify({
    check: 'jam',
    seed,
    tickets: asked,
    reprints: tickets.length - asked,
    printed: count('printed'),
    failed: count('failed'),
    unknown: count('unknown'),
    papers: papers.length,
    happened,
    wrong: wrongs.length,
    ok: wrongs.length === 0 && enough,
  }),
)
process.exitCode = wrongs.length === 0 && enough ? 0 : 1
let closed = false
void printer.close().then(() => {
  closed = true
})
await until(clock, () => closed)
await twin.close()

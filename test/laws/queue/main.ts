import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { laws } from './laws.ts'
import { lived, recipe } from './random-history.ts'

/**
 * `npm run laws -- --days 1000 --seed 1`: random days in random halls under random rules, each judged by every law.
 * One JSON line a law; a day that breaks one is told with what makes it again. Ends non-zero when a law was broken.
 */
const { values } = parseArgs({
  options: { days: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const days = Number(values.days)
const seed = Number(values.seed)
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(seed)) {
  console.error('--days and --seed take whole numbers')
  process.exit(2)
}

const broken = new Map<string, { day: number; problem: string }[]>()
const sum = { days: 0, askings: 0, refused: 0, events: 0, calls: 0 }
const recipes = fc.sample(recipe, { numRuns: days, seed })
for (const [day, each] of recipes.entries()) {
  const history = lived(each)
  sum.days += 1
  sum.askings += history.happenings.length
  sum.refused += history.happenings.filter(({ answer }) => 'refused' in answer).length
  sum.events += history.end.recorded.length
  sum.calls += history.end.recorded.filter(({ event }) => event.type === 'ticketCalled').length
  for (const { title, holds } of laws) {
    try {
      holds(history)
    } catch (problem) {
      const known = broken.get(title) ?? []
      broken.set(title, [...known, { day, problem: (problem as Error).message.slice(0, 300) }])
    }
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${day + 1}/${days}`)
}
for (const { title } of laws) {
  const days = broken.get(title) ?? []
  console.log(
    JSON.stringify({ law: title, ok: days.length === 0, brokenOn: days.length, first: days[0] ?? null }),
  )
}
console.log(JSON.stringify({ ...sum, seed, laws: laws.length, broken: broken.size, ok: broken.size === 0 }))
process.exitCode = broken.size === 0 ? 0 : 1

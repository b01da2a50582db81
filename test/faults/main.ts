import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRounds } from './kill-rounds.ts'
import { races } from './races.ts'
import type { Line } from './tell.ts'

/** `npm run faults -- --rounds 50 [--seed 1]`: one JSON line per check; ends non-zero when one is not ok. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error('--rounds N [--seed N]: whole numbers, at least one round')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-faults-'))
let short = 0
const tell = (line: Line): void => {
  console.log(JSON.stringify(line))
  if (!line.ok) short += 1
}
const progress = (done: number): void => {
  process.stderr.write(`\rkill -9: ${done} of ${rounds} rounds${done === rounds ? '\n' : ''}`)
}

await killRounds({ dataDir: join(folder, 'killed'), rounds, seed, tell, progress })
await races({ dataDir: join(folder, 'raced'), tell })
if (short === 0) rmSync(folder, { recursive: true, force: true })
else process.stderr.write(`${short} short; the data is kept in ${folder}\n`)
process.exitCode = short === 0 ? 0 : 1

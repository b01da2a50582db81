import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hubAway, isWhole, wrongIn } from './hub-away.ts'
import { killRounds } from './kill-rounds.ts'
import { races } from './races.ts'
import type { Line } from './tell.ts'

/**
 * `npm run faults -- --rounds 50 [--seed 1]`, or `npm run faults -- --away 20 [--speed 15] [--seed 1]`: one JSON
 * line per check; ends non-zero when one is not ok.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    away: { type: 'string', default: '' },
    speed: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
  },
})
const rounds = Number(values.rounds)
const minutes = Number(values.away)
const speed = Number(values.speed)
const seed = Number(values.seed)
const isAway = values.away !== ''
if (
  ![rounds, minutes, speed, seed].every(Number.isInteger) ||
  rounds < 1 ||
  speed < 1 ||
  (isAway && minutes < 3)
) {
  console.error(
    '--rounds N [--seed N]: whole numbers, at least one round; --away MINUTES, at least three, [--speed N] [--seed N]',
  )
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-faults-'))
let short = 0
const tell = (line: Line): void => {
  console.log(JSON.stringify(line))
  if (!line.ok) short += 1
}
const progress = (what: string) => (done: number, of: number) => {
  process.stderr.write(`\r${what}: ${done} of ${of}${done === of ? '\n' : ''}`)
}

if (isAway) {
  const dataDir = join(folder, 'away')
  const away = await hubAway({ dataDir, minutes, speed, seed, progress: progress('minutes without the hub') })
  tell({ check: 'hubAway', ...away, ok: isWhole(away) && wrongIn(away) === 0 })
} else {
  const killed = progress('kill -9, rounds')
  await killRounds({
    dataDir: join(folder, 'killed'),
    rounds,
    seed,
    tell,
    progress: (done) => killed(done, rounds),
  })
  await races({ dataDir: join(folder, 'raced'), tell })
}
if (short === 0) rmSync(folder, { recursive: true, force: true })
else process.stderr.write(`${short} short; the data is kept in ${folder}\n`)
process.exitCode = short === 0 ? 0 : 1

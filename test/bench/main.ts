import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callNextCost } from './call-next-cost.ts'
import { callToDisplays } from './call-to-displays.ts'
import { estimatesCost } from './estimates-cost.ts'
import type { Figure } from './figures.ts'
import { history } from './history.ts'
import { phonesMemory } from './phones.ts'
import { saturation } from './saturation.ts'

/** `npm run bench [name …]`: one JSON line per measurement; ends non-zero when one misses its limit. */
const benches = { callToDisplays, saturation, callNextCost, estimatesCost, history, phonesMemory }

const chosen = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'jiaohao-bench-'))
let missed = 0
const tell = (figure: Figure): void => {
  console.log(JSON.stringify(figure))
  if (!figure.ok) missed += 1
}
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  const mine = join(folder, name)
  mkdirSync(mine)
  await bench(mine, tell)
  rmSync(mine, { recursive: true, force: true })
}
rmSync(folder, { recursive: true, force: true })
process.exitCode = missed === 0 ? 0 : 1

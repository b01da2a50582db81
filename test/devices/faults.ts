import { parseArgs } from 'node:util'
import { dice } from '../faults/dice.ts'
import { type FaultLine, runCase } from './faults-case.ts'
import { processDies } from './faults-dies.ts'
import { hallGoesOn } from './faults-hall.ts'
import { ownNetwork, powerCut } from './faults-power-cut.ts'
import type { Expectation, Fault, RigMaker } from './faults-rig.ts'
import { keypadsRig } from './faults-rig-keypads.ts'
import { ledRig } from './faults-rig-led.ts'
import { printerRig } from './faults-rig-printer.ts'
import { idReaderRig, scannerRig } from './faults-rig-reader.ts'
import { speakerRig } from './faults-rig-speaker.ts'
import { socatIsThere, type Transport, transports } from './faults-wire.ts'

/**
 * `npm run devices:faults -- [--driver NAME] [--fault NAME] [--seed 1]`: one JSON line per driver, transport and
 * fault; ends non-zero when one is short.
 */
const { values } = parseArgs({
  options: {
    driver: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)
if (!Number.isInteger(seed)) {
  console.error('--seed N: a whole number')
  process.exit(2)
}

/** Enough at once to be done in minutes, and few enough that a waiting machine does not look like a slow driver. */
const AT_ONCE = 10

const rigs: readonly RigMaker[] = [
  printerRig,
  keypadsRig,
  ledRig('onbon'),
  ledRig('cpower'),
  ledRig('huidu'),
  speakerRig,
  idReaderRig,
  scannerRig,
]

let short = 0
function tell(line: { ok: boolean }) {
  console.log(JSON.stringify(line))
  if (!line.ok) short += 1
}

interface Case {
  maker: RigMaker
  transport: Transport
  fault: Fault
  expected: Expectation
}

const cases: Case[] = transports
  .filter((transport) => transport === 'tcp' || socatIsThere)
  .flatMap((transport) =>
    rigs.flatMap((maker) =>
      (Object.entries(maker.expects) as [Fault, Expectation][]).map(([fault, expected]) => ({
        maker,
        transport,
        fault,
        expected,
      })),
    ),
  )
  .filter(({ maker, fault }) => maker.driver.startsWith(values.driver) && fault.startsWith(values.fault))
const isWhole = values.driver === '' && values.fault === ''
if (isWhole) {
  process.stderr.write('a hall with broken devices …\n')
  tell(await hallGoesOn())
  process.stderr.write('a power cut …\n')
  if (ownNetwork) for (const line of powerCut()) tell(JSON.parse(line))
  else console.error('no network of our own can be had (unshare, ip): the powerCut lines are left out')
  process.stderr.write('our process dies …\n')
  const mayUse = transports.filter((transport) => transport === 'tcp' || socatIsThere)
  for (const line of await Promise.all(mayUse.map(processDies))) tell(line)
}
if (!socatIsThere) console.error('socat is not installed: the lines over a pseudo-terminal are left out')

let next = 0
if (isWhole) process.stderr.write(`${cases.length} faults …\n`)
async function runInTurn(): Promise<void> {
  for (let at = next++; at < cases.length; at = next++) {
    const { maker, transport, fault, expected } = cases[at] as Case
    const chance = dice(seed + at)
    const line: FaultLine = await runCase(
      maker,
      transport,
      fault,
      expected,
      () => chance.roll(65_536) / 65_536,
    )
    tell(line)
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, runInTurn))
process.exitCode = short === 0 ? 0 : 1

import { spawnSync } from 'node:child_process'
import { fine } from './faults-rig.ts'
import { keypadsRig } from './faults-rig-keypads.ts'
import { ledRig } from './faults-rig-led.ts'
import { printerRig } from './faults-rig-printer.ts'
import { idReaderRig, scannerRig } from './faults-rig-reader.ts'
import { speakerRig } from './faults-rig-speaker.ts'
import { until } from './faults-until.ts'

/**
 * Every driver on TCP when its device loses power: nothing answers any more, not even the device's network, and
 * nobody says goodbye. Runs in a network of its own (faults-power-cut.ts), whose loopback it takes down.
 */
const LIMIT_MS = 5000
const LOOK_FOR_MS = 20_000

const network = (state: 'up' | 'down') => {
  const { status, stderr } = spawnSync('ip', ['link', 'set', 'lo', state], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

network('up')
const makers = [
  ...[printerRig, keypadsRig, ledRig('onbon'), ledRig('cpower'), ledRig('huidu')],
  ...[speakerRig, idReaderRig, scannerRig],
]
const all = await Promise.all(
  makers.map(async ({ driver, openTwin }) => {
    const twin = await openTwin()
    return { driver, rig: twin.open(twin.address) }
  }),
)
await Promise.all(all.map(({ rig }) => until(rig.well, LOOK_FOR_MS)))
for (const { rig } of all) rig.work('well')
await Promise.all(all.map(({ rig }) => until(rig.settled, LOOK_FOR_MS)))

network('down')
const found = await Promise.all(
  all.map(async ({ rig }) => {
    const detectedMs = (await until(() => !fine.includes(rig.saw()), LOOK_FOR_MS)) ?? null
    return { detectedMs, saw: rig.saw() }
  }),
)
network('up')
const recovered = await Promise.all(all.map(async ({ rig }) => (await until(rig.well, LOOK_FOR_MS)) ?? null))
for (const { rig } of all) rig.work('well')
await Promise.all(all.map(({ rig }) => until(rig.settled, 2 * LOOK_FOR_MS)))

for (const [at, { driver, rig }] of all.entries()) {
  const { detectedMs = null, saw = '' } = found[at] ?? {}
  const recoveredMs = recovered[at] ?? null
  const { lost, doubled, jobs } = rig.tally()
  const ok =
    detectedMs !== null &&
    detectedMs <= LIMIT_MS &&
    recoveredMs !== null &&
    recoveredMs <= LIMIT_MS &&
    lost + doubled === 0
  const line = {
    driver,
    transport: 'tcp',
    fault: 'powerCut',
    detectedMs,
    saw,
    recoveredMs,
    jobs,
    lost,
    doubled,
    ok,
  }
  console.log(JSON.stringify(line))
}
process.exit()

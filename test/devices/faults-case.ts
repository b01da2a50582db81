import type { Expectation, Fault, Rig, RigMaker } from './faults-rig.ts'
import { fine } from './faults-rig.ts'
import { until } from './faults-until.ts'
import { type BreakableWire, openWire, type Transport } from './faults-wire.ts'

/** One JSON line: one driver, one fault, one transport. Times in ms, null where there is nothing to detect. */
export interface FaultLine {
  driver: string
  transport: Transport
  fault: Fault
  detectedMs: number | null
  saw: string
  recoveredMs: number | null
  lost: number
  doubled: number
  ok: boolean
  [more: string]: unknown
}

const LIMIT_MS = 5000
const LOOK_FOR_MS = 20_000
const OPEN_WITHIN_MS = 15_000
/** How long a fault lasts that nobody needs to be told of, and how long a told one goes on after it was told. */
const HOLD_MS = 1500
/** A card or a module that lost power takes some seconds to start. */
const RESTARTS_IN_MS = 6000
const STRIKES_AFTER_MS = 300
/** A printer that was cut short swallows 8 kB of blanks first, a second each on a slow one. */
const SETTLES_WITHIN_MS = 40_000
/** The last bytes of a broken line are over before the next job. */
const QUIET_MS = 300

const pause = (ms: number) => new Promise<void>((over) => setTimeout(over, ms))

export async function runCase(
  maker: RigMaker,
  transport: Transport,
  fault: Fault,
  expected: Expectation,
  random: () => number,
): Promise<FaultLine> {
  const twin = await maker.openTwin()
  const wire = await openWire(transport, twin.address, random)
  const rig = twin.open(wire.address)
  const common = { driver: maker.driver, transport, fault }
  try {
    if ((await until(rig.well, OPEN_WITHIN_MS)) === undefined) {
      return {
        ...common,
        detectedMs: null,
        saw: rig.saw(),
        recoveredMs: null,
        lost: 0,
        doubled: 0,
        opened: false,
        ok: false,
      }
    }
    rig.work('well')
    await until(rig.settled, LOOK_FOR_MS)
    const discardedBefore = rig.discardedBytes()

    const { detectedMs, saw } = await suffer(rig, wire, fault, expected, maker.underWork === true)
    const mendedAtMs = performance.now()
    const recoveredMs = (await until(rig.well, LOOK_FOR_MS)) ?? null
    const backoffMs = Math.max(0, Math.round((wire.reachedAtMs() ?? 0) - mendedAtMs))
    // How long the jobs under the fault took to come to an end; a device that then has to be cleared is waited for.
    const settledMs = (await until(rig.settled, SETTLES_WITHIN_MS)) ?? null
    await pause(QUIET_MS)
    await until(rig.well, LOOK_FOR_MS)
    await pause(QUIET_MS)
    rig.work('well')
    await until(rig.settled, SETTLES_WITHIN_MS)

    const { jobs, lost, doubled } = rig.tally()
    const found = expected === 'borne' || (detectedMs !== null && detectedMs <= LIMIT_MS)
    const cannot = typeof expected === 'object' && !found ? expected : {}
    const back = recoveredMs !== null && recoveredMs - backoffMs <= LIMIT_MS
    return {
      ...{
        ...common,
        detectedMs,
        saw,
        recoveredMs,
        backoffMs,
        settledMs,
        jobs,
        lost,
        doubled,
        ends: rig.ends(),
      },
      discardedBytes: rig.discardedBytes() - discardedBefore,
      ...cannot,
      ok: (found || 'cannot' in cannot) && back && lost === 0 && doubled === 0,
    }
  } finally {
    await rig.close()
    await wire.close()
  }
}

/** Breaks the line or the device, works on meanwhile, and mends it. */
async function suffer(
  rig: Rig,
  wire: BreakableWire,
  fault: Fault,
  expected: Expectation,
  underWork: boolean,
) {
  if (underWork) {
    rig.work('broken')
    await pause(STRIKES_AFTER_MS)
  }
  const beganMs = performance.now()
  await set(rig, wire, fault, true)
  rig.work('broken')
  let detectedMs: number | null = null
  let saw = rig.saw()
  if (expected !== 'borne') {
    const told = await until(
      () => !fine.includes(rig.saw()),
      typeof expected === 'object' ? 6000 : LOOK_FOR_MS,
    )
    detectedMs = told === undefined ? null : Math.round(performance.now() - beganMs)
    saw = rig.saw()
  }
  const lastsMs =
    fault === 'restart' ? Math.max(HOLD_MS, RESTARTS_IN_MS - (performance.now() - beganMs)) : HOLD_MS
  await pause(lastsMs)
  if (expected !== 'borne') rig.work('broken')
  await pause(100)
  if (expected === 'borne') saw = rig.saw()
  await set(rig, wire, fault, false)
  return { detectedMs, saw }
}

async function set(rig: Rig, wire: BreakableWire, fault: Fault, on: boolean) {
  if (fault === 'busy' || fault === 'stuck' || fault === 'restart') await rig.setOwn(fault, on)
  else await wire.set(fault, on)
}

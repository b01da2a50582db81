import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { silentVoice } from '@jiaohao/drivers/voice/silent-voice.ts'
import { percentile, rounded } from '../bench/figures.ts'
import { openVirtualHall, type VirtualHall } from '../floor/virtual-hall.ts'
import type { Client } from '../hall/client.ts'
import { openTestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'
import { until } from './faults-until.ts'

/** Slices with and without broken devices take turns, so that whatever else the machine does hits both. */
const SLICES = 48
const CALLS_A_SLICE = 40
/** A p99 over the limit is measured once more, and judged over both: a busy machine has long tails. */
const ROUNDS = 2
const MOST_TIMES = 1.2
const SHOWN_WITHIN_MS = 5000

/**
 * A hall goes on calling while one counter's strip, the kiosks' printers and the whole keypad line are broken: how
 * long the other counters' calls take from the clerk's press to their own strips, held against the same without.
 */
export async function hallGoesOn() {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-hall-'))
  const screensDir = join(dataDir, 'no-screens')
  mkdirSync(screensDir)
  const test = await openTestHall({ screensDir })
  let looked = () => {}
  const clock = clockOf(globalThis)
  const hall = await openVirtualHall({
    hub: test.hub,
    setUp: smallHall,
    dataDir,
    clock,
    hallClock: clock,
    random: () => 0.5,
    firstPort: 0,
    screensDir,
    voice: silentVoice,
    onChange: () => looked(),
  })
  const clerks = new Map<string, Client>()
  for (const { id } of smallHall.counters) {
    const { client } = await test.staff(id, 'clerk')
    await client.send({ command: 'openCounter', counterId: id })
    clerks.set(id, client)
  }

  /** From the press to the number on the counter's own strip. */
  async function call(counterId: string): Promise<number | undefined> {
    const desk = clerks.get(counterId) as Client
    const taken = await desk.send({
      command: 'takeTicket',
      serviceId: 'social',
      paper: false,
      language: 'zh-CN',
    })
    if (!('done' in taken)) throw new Error(`no ticket: ${taken.refused}`)
    const beganMs = performance.now()
    const answer = await desk.send({ command: 'callNext', counterId, finishCurrent: true })
    if (!('done' in answer)) throw new Error(`no call: ${answer.refused}`)
    const { number = '' } = answer.done
    const shows = () => hall.devices.panels.get(counterId)?.panel().lines.join(' ').includes(number) === true
    return new Promise((end) => {
      const tooLate = clock.after(SHOWN_WITHIN_MS, () => end(undefined))
      looked = () => {
        if (!shows()) return
        tooLate()
        end(performance.now() - beganMs)
      }
      looked()
    })
  }

  async function slice(): Promise<(number | undefined)[]> {
    const took: (number | undefined)[] = []
    for (let at = 0; at < CALLS_A_SLICE; at += 1) took.push(await call(at % 2 === 0 ? 'c1' : 'c2'))
    return took
  }

  const panelsAreLit = () =>
    [...hall.devices.panels.values()].every((panel) => panel.panel().lines.length > 0)
  await until(panelsAreLit, 20_000)
  await slice()
  const took = { whole: [] as (number | undefined)[], broken: [] as (number | undefined)[] }
  for (let round = 0; round < ROUNDS && (round === 0 || ratioOf(took) > MOST_TIMES); round += 1) {
    for (let at = 0; at < SLICES; at += 1) {
      // In the order whole, broken, broken, whole: a machine that slows down slows both.
      const broken = at % 4 === 1 || at % 4 === 2
      await breakDevices(hall, broken)
      took[broken ? 'broken' : 'whole'].push(...(await slice()))
    }
  }
  await breakDevices(hall, false)
  await hall.close()
  await test.close()
  rmSync(dataDir, { recursive: true, force: true })

  const notShown = [...took.whole, ...took.broken].filter((ms) => ms === undefined).length
  const [whole, broken] = [shown(took.whole), shown(took.broken)]
  const ratio = ratioOf(took)
  return {
    ...{ check: 'hallGoesOn', callsEach: whole.length, notShown },
    ...{ p50Ms: rounded(percentile(whole, 0.5)), p50BrokenMs: rounded(percentile(broken, 0.5)) },
    ...{ p99Ms: rounded(percentile(whole, 0.99)), p99BrokenMs: rounded(percentile(broken, 0.99)) },
    ratio: rounded(ratio),
    limit: MOST_TIMES,
    ok: notShown === 0 && ratio <= MOST_TIMES,
  }
}

type Took = readonly (number | undefined)[]

const shown = (took: Took) => took.filter((ms) => ms !== undefined)

const ratioOf = ({ whole, broken }: { whole: Took; broken: Took }) =>
  percentile(shown(broken), 0.99) / percentile(shown(whole), 0.99)

/** Three different ways to be broken at once: a strip gone silent, a line cut, printers that answer nothing. */
async function breakDevices({ devices }: VirtualHall, on: boolean) {
  await devices.panels.get('c3')?.faults.set('silent', on)
  await devices.keypads.faults.set('unplugged', on)
  for (const printer of devices.printers.values()) await printer.faults.set('silent', on)
}

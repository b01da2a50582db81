import { clockOf } from '@jiaohao/core/clock.ts'
import type { LedTwin, LedTwinOptions } from '@jiaohao/drivers/led/card-twin.ts'
import { openCpowerTwin } from '@jiaohao/drivers/led/cpower/twin.ts'
import { openHuiduTwin } from '@jiaohao/drivers/led/huidu/twin.ts'
import { ledMakers } from '@jiaohao/drivers/led/makers.ts'
import { openLedTwin } from '@jiaohao/drivers/led/onbon/twin.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import type { Rig, RigMaker } from './faults-rig.ts'

const clock = clockOf(globalThis)
const size = { width: 128, height: 32 }

const twins: Record<keyof typeof ledMakers, (options: LedTwinOptions) => Promise<LedTwin>> = {
  onbon: openLedTwin,
  cpower: openCpowerTwin,
  huidu: openHuiduTwin,
}

/** A strip over a counter: the last call must stand on it; an older one overtaken on the way is not lost. */
export const ledRig = (maker: keyof typeof ledMakers): RigMaker => ({
  driver: `led ${maker}`,
  underWork: true,
  expects: {
    unplugged: 'told',
    silent: 'told',
    halfFrame: 'borne',
    garbage: 'told',
    duplicate: 'borne',
    echo: 'borne',
    busy: 'told',
    restart: 'told',
  },
  openTwin: async () => {
    const twin = await twins[maker]({ ...size, clock })
    const open = (address: string): Rig => {
      const shown = new Map<string, number>()
      let calls = 0
      let refused = ''
      const led = ledMakers[maker].open({
        dial: dialOf(address, clock),
        clock,
        random: () => 0.5,
        ...size,
        onShown: ({ lines }) => {
          shown.set(lines.join('/'), (shown.get(lines.join('/')) ?? 0) + 1)
          refused = ''
        },
        onRefused: (why) => {
          refused = why
        },
      })
      const line = () => `请A${String(calls).padStart(3, '0')}号`
      const stands = () => {
        const [wanted, panel] = [led.wanted()?.lines.join('/'), twin.panel().lines.join('/')]
        return wanted === undefined || panel === wanted
      }
      return {
        saw: () => {
          const state = led.state()
          if (state.state === 'offline') return `offline: ${state.why}`
          return refused ? `refused: ${refused}` : 'online'
        },
        // A call blinks for three seconds; what was accepted is what is meant to stand there.
        well: () =>
          led.state().state === 'online' && refused === '' && (led.shown() !== undefined || stands()),
        discardedBytes: () => led.counters().discardedBytes,
        work: () => {
          calls += 1
          led.want({ lines: [line()], colour: 'red', light: 'steady' })
        },
        settled: stands,
        setOwn: (fault, on) => twin.faults.set(fault === 'busy' ? 'busy' : 'unplugged', on),
        tally: () => ({
          jobs: calls,
          lost: stands() ? 0 : 1,
          doubled: [...shown.values()].filter((times) => times > 1).length,
        }),
        ends: () => `${shown.size} shown`,
        close: async () => {
          await led.close()
          await twin.close()
        },
      }
    }
    return { address: twin.address, open }
  },
})

import { clockOf } from '@jiaohao/core/clock.ts'
import { openKeypadBus } from '@jiaohao/drivers/keypad/bus.ts'
import { ff68 } from '@jiaohao/drivers/keypad/profile.ts'
import { openKeypadTwin } from '@jiaohao/drivers/keypad/twin.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import type { Rig, RigMaker } from './faults-rig.ts'

const clock = clockOf(globalThis)
const ADDRESS = 3
/** A clerk looks at the keypad for so long before pressing again. */
const WAITS_MS = 1000
/** A stuck key is heard again after two quiet seconds. */
const MUTED_MS = 2100

/**
 * A line of keypads. A press that nobody acknowledges is seen by the clerk, who presses again when the line is
 * back; lost is one that was acknowledged and not done, or not done on a line that was well.
 */
export const keypadsRig: RigMaker = {
  driver: 'keypads',
  expects: {
    unplugged: 'told',
    silent: {
      cannot: 'the protocol has no question, and on this line no keep-alive: the powerCut lines show TCP',
    },
    halfFrame: 'borne',
    garbage: 'told',
    duplicate: 'borne',
    echo: 'borne',
    stuck: 'told',
    restart: 'borne',
  },
  openTwin: async () => {
    const twin = await openKeypadTwin({ addresses: [ADDRESS, 4], clock })
    const open = (address: string): Rig => {
      const presses: { done: boolean; lost: boolean }[] = []
      let acted = 0
      let number = 0
      let alarm = ''
      let pressing = 0
      let freedAtMs = 0
      const wanted = () => String(number).padStart(3, '0')
      const bus = openKeypadBus({
        dial: dialOf(address, clock),
        clock,
        random: () => 0.5,
        profile: ff68,
        onKey: async () => {
          acted += 1
          number += 1
          bus.showNumber(ADDRESS, wanted())
          return true
        },
        onRating: async () => true,
        onAlarm: (said) => {
          alarm = said.alarm === 'noiseOver' ? '' : said.alarm
        },
      })
      bus.showNumber(ADDRESS, wanted())
      const shows = () => twin.display(ADDRESS).trim() === wanted()
      return {
        saw: () => {
          const state = bus.state()
          return state.state === 'offline' ? `offline: ${state.why}` : alarm || 'online'
        },
        well: () =>
          bus.state().state === 'online' &&
          alarm !== 'stuckKey' &&
          shows() &&
          clock.now() - freedAtMs > MUTED_MS,
        discardedBytes: () => bus.counters().discardedBytes,
        work: (line) => {
          const before = { acted, acknowledged: twin.acknowledged(ADDRESS) }
          pressing += 1
          twin.press(ADDRESS, 'callNext')
          clock.after(WAITS_MS, () => {
            pressing -= 1
            const done = acted > before.acted
            const acknowledged = twin.acknowledged(ADDRESS) > before.acknowledged
            presses.push({ done, lost: !done && (line === 'well' || acknowledged) })
          })
        },
        settled: () => pressing === 0,
        setOwn: async (fault, on) => {
          await twin.faults.set(fault === 'stuck' ? 'stuck' : 'unplugged', on)
          if (fault !== 'stuck' || on) return
          freedAtMs = clock.now()
          alarm = ''
        },
        tally: () => ({
          jobs: presses.length,
          lost: presses.filter(({ lost }) => lost).length,
          doubled: Math.max(0, acted - presses.length),
        }),
        ends: () => `${presses.filter(({ done }) => done).length} done, the others not acknowledged`,
        close: async () => {
          await bus.close()
          await twin.close()
        },
      }
    }
    return { address: twin.address, open }
  },
}

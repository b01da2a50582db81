import { clockOf } from '@jiaohao/core/clock.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openSpeaker } from '@jiaohao/drivers/voice/speaker.ts'
import { openSyn6288 } from '@jiaohao/drivers/voice/syn6288/board.ts'
import { openSyn6288Twin } from '@jiaohao/drivers/voice/syn6288/twin.ts'
import type { Rig, RigMaker } from './faults-rig.ts'

const clock = clockOf(globalThis)

/** A zone's speech board: each call is reported spoken once or unsaid, and spoken only when it sounded. */
export const speakerRig: RigMaker = {
  driver: 'speaker',
  underWork: true,
  expects: {
    unplugged: 'told',
    silent: 'told',
    halfFrame: 'borne',
    garbage: 'told',
    duplicate: 'borne',
    echo: 'borne',
    busy: 'borne',
    restart: 'told',
  },
  openTwin: async () => {
    const twin = await openSyn6288Twin({ clock, characterMs: 25 })
    const open = (address: string): Rig => {
      const board = openSyn6288({ dial: dialOf(address, clock), clock, random: () => 0.5 })
      const ends = new Map<string, number>()
      let calls = 0
      let state = ''
      const end = (id: string) => ends.set(id, (ends.get(id) ?? 0) + 1)
      const speaker = openSpeaker({
        clock,
        mouth: board,
        onSpoken: end,
        onUnsaid: end,
        onState: (said) => {
          state = 'reason' in said ? said.reason : said.status
        },
      })
      const numberOf = (call: number) => `A${String(call).padStart(3, '0')}`
      return {
        saw: () => {
          const link = board.state()
          return link.state === 'offline' ? `offline: ${link.why}` : state === 'ready' ? 'online' : state
        },
        well: () => board.state().state === 'online' && state === 'ready',
        discardedBytes: () => board.counters().discardedBytes,
        work: () => {
          calls += 1
          const id = numberOf(calls)
          speaker.say({ id, number: id, counter: '3', recall: 0, atMs: clock.now() })
        },
        settled: () => ends.size === calls,
        setOwn: (fault, on) => twin.faults.set(fault === 'busy' ? 'busy' : 'unplugged', on),
        tally: () => ({
          jobs: calls,
          lost: calls - ends.size,
          doubled: [...ends.values()].filter((times) => times > 1).length,
        }),
        ends: () => `${twin.heard().length} sentences heard, ${twin.cut().length} cut`,
        close: async () => {
          speaker.close()
          await board.close()
          await twin.close()
        },
      }
    }
    return { address: twin.address, open }
  },
}

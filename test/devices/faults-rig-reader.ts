import { clockOf } from '@jiaohao/core/clock.ts'
import { openIdReader } from '@jiaohao/drivers/id-reader/reader.ts'
import { openIdReaderTwin } from '@jiaohao/drivers/id-reader/twin.ts'
import { exampleCard, twinCardText } from '@jiaohao/drivers/id-reader/twin-card.ts'
import { openScanner } from '@jiaohao/drivers/scanner/scanner.ts'
import { openScannerTwin } from '@jiaohao/drivers/scanner/twin.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import type { Rig, RigMaker } from './faults-rig.ts'

const clock = clockOf(globalThis)
const LIE_MS = 900

/** A citizen lays a card on for a moment; while the reader is away nothing happens, and they lay it on again. */
export const idReaderRig: RigMaker = {
  driver: 'id reader',
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
    const twin = await openIdReaderTwin({ clock })
    const open = (address: string): Rig => {
      let laid = 0
      let lying = false
      let read = 0
      let faults = 0
      let notRead = 0
      let lost = 0
      const reader = openIdReader({
        dial: dialOf(address, clock),
        clock,
        random: () => 0.5,
        hash: (number) => `hash of ${number.length}`,
        onCard: () => {
          read += 1
        },
        onFault: () => {
          faults += 1
        },
      })
      return {
        saw: () => {
          const state = reader.state()
          if (state.state === 'offline') return `offline: ${state.why}`
          return state.state === 'refusing' ? `refusing: ${state.why}` : 'online'
        },
        well: () => reader.state().state === 'ready',
        discardedBytes: () => reader.counters().discardedBytes,
        work: (line) => {
          const before = read
          laid += 1
          lying = true
          twin.put(twinCardText(exampleCard))
          clock.after(LIE_MS, () => {
            twin.take()
            if (read === before) notRead += 1
            if (read === before && line === 'well') lost += 1
            clock.after(LIE_MS, () => {
              lying = false
            })
          })
        },
        settled: () => !lying,
        setOwn: (fault, on) => twin.faults.set(fault === 'busy' ? 'busy' : 'unplugged', on),
        tally: () => ({
          jobs: laid,
          lost,
          doubled: Math.max(0, read - laid),
        }),
        ends: () => `${read} read, ${notRead} not read, ${faults} told unreadable`,
        close: async () => {
          await reader.close()
          await twin.close()
        },
      }
    }
    return { address: twin.address, open }
  },
}

/** A code held under a scanner counts once; a scanner that is away shows no light, and the citizen waits. */
export const scannerRig: RigMaker = {
  driver: 'scanner',
  expects: {
    unplugged: 'told',
    silent: {
      cannot: 'a scanner answers nothing, and on this line no keep-alive: the powerCut lines show TCP',
    },
    halfFrame: 'borne',
    garbage: 'borne',
    duplicate: 'borne',
    restart: 'borne',
  },
  openTwin: async () => {
    const twin = await openScannerTwin()
    const open = (address: string): Rig => {
      const taken = new Map<string, number>()
      const held: string[] = []
      const owed: string[] = []
      let refused = 0
      const scanner = openScanner({
        dial: dialOf(address, clock),
        clock,
        random: () => 0.5,
        onCode: (text) => taken.set(text, (taken.get(text) ?? 0) + 1),
        onRefused: () => {
          refused += 1
        },
      })
      return {
        saw: () => {
          const state = scanner.state()
          return state.state === 'offline' ? `offline: ${state.why}` : 'online'
        },
        well: () => scanner.state().state === 'online',
        discardedBytes: () => scanner.counters().discardedBytes,
        work: (line) => {
          const code = `APPOINTMENT-${String(held.length + 1).padStart(6, '0')}`
          held.push(code)
          twin.scan(code)
          if (line === 'well') owed.push(code)
        },
        settled: () => owed.every((code) => taken.has(code)),
        setOwn: (_, on) => twin.faults.set('unplugged', on),
        tally: () => ({
          jobs: held.length,
          lost: owed.filter((code) => !taken.has(code)).length,
          doubled: held.filter((code) => (taken.get(code) ?? 0) > 1).length,
        }),
        ends: () => `${held.filter((code) => taken.has(code)).length} taken, ${refused} refused`,
        close: async () => {
          await scanner.close()
          await twin.close()
        },
      }
    }
    return { address: twin.address, open }
  },
}

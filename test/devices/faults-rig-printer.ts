import { clockOf } from '@jiaohao/core/clock.ts'
import { openPrinter, type PrintResult } from '@jiaohao/drivers/printer/printer.ts'
import { openPrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import type { Rig, RigMaker } from './faults-rig.ts'

const clock = clockOf(globalThis)

/** Some thirty lines, so that a fault strikes in the middle of a slip. */
export const slipOf = (number: string) => [
  { block: 'text' as const, text: number, size: 4 as const },
  ...Array.from({ length: 30 }, (_, line) => ({
    block: 'text' as const,
    text: `第${line + 1}行 请留意屏幕与广播`,
  })),
]

/** A kiosk's printer: every slip ends printed, failed or unknown, and is on paper at most once. */
export const printerRig: RigMaker = {
  driver: 'printer',
  underWork: true,
  expects: {
    unplugged: 'told',
    silent: 'told',
    halfFrame: 'borne',
    garbage: 'told',
    duplicate: 'borne',
    busy: 'borne',
    restart: 'told',
  },
  openTwin: async () => {
    const twin = await openPrinterTwin({ clock })
    // A slip takes two seconds, so that faults strike under it.
    await twin.faults.set('slow', true)
    const open = (address: string): Rig => {
      const printer = openPrinter({ dial: dialOf(address, clock), clock, random: () => 0.5 })
      const results = new Map<string, PrintResult | undefined>()
      const owed = new Set<string>()
      function print(line: 'well' | 'broken') {
        const number = `A${String(results.size + 1).padStart(3, '0')}`
        results.set(number, undefined)
        if (line === 'well') owed.add(number)
        printer.print({ id: number, slip: slipOf(number) }).then(
          (result) => results.set(number, result),
          (problem: Error) => console.error(problem),
        )
      }
      return {
        saw: () => {
          const status = printer.status()
          return 'why' in status ? `${status.status}: ${status.why}` : status.status
        },
        well: () => printer.status().status === 'ready',
        discardedBytes: () => printer.counters().discardedBytes,
        work: print,
        settled: () => [...results.values()].every((result) => result !== undefined),
        setOwn: async (fault, on) => {
          if (fault === 'restart') await twin.faults.set('unplugged', on)
          else if (on) for (let more = 0; more < 3; more += 1) print('broken')
        },
        tally: () => {
          const papers = twin.papers().map(({ text }) => new Set(text.match(/A\d{3}/g)))
          const times = (number: string) => papers.filter((paper) => paper.has(number)).length
          const all = [...results]
          const mixed = papers.filter((paper) => paper.size > 1).length
          const isLost = ([number, end]: (typeof all)[number]) =>
            !end || (end.result === 'printed' ? times(number) < 1 : owed.has(number))
          const isDoubled = ([number, end]: (typeof all)[number]) =>
            times(number) > (end?.result === 'failed' ? 0 : 1)
          return {
            jobs: all.length,
            lost: all.filter(isLost).length,
            doubled: mixed + all.filter(isDoubled).length,
          }
        },
        ends: () => [...results.values()].map((end) => end?.result ?? 'open').join(' '),
        close: async () => {
          await printer.close()
          await twin.close()
        },
      }
    }
    return { address: twin.address, open }
  },
}

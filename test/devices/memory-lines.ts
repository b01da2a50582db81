import { type DrivenClock, drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { openKeypadBus } from '@jiaohao/drivers/keypad/bus.ts'
import { ff68 } from '@jiaohao/drivers/keypad/profile.ts'
import { openKeypadTwin } from '@jiaohao/drivers/keypad/twin.ts'
import { openLed } from '@jiaohao/drivers/led/led.ts'
import { onbonCard } from '@jiaohao/drivers/led/onbon/card.ts'
import { openLedTwin } from '@jiaohao/drivers/led/onbon/twin.ts'
import type { LinkCounters } from '@jiaohao/drivers/link.ts'
import { openPrinter } from '@jiaohao/drivers/printer/printer.ts'
import { openPrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { slipOf } from './jam-tickets.ts'

/** One device with its twin over real TCP, busy for as long as it is asked. */
export interface BusyLine {
  driver: string
  /** As much as the device does in a second. */
  work(round: number): void
  plug(inSocket: boolean): Promise<void>
  online(): boolean
  counters(): LinkCounters
  close(): Promise<void>
}

const keypads = Array.from({ length: 60 }, (_, at) => at + 1)

export async function openBusyLines(
  random: () => number,
): Promise<{ clock: DrivenClock; lines: BusyLine[] }> {
  const clock = drivenClock(Date.UTC(2026, 2, 11))
  return { clock, lines: [await printerLine(), await keypadLine(), await ledLine()] }

  async function printerLine(): Promise<BusyLine> {
    const twin = await openPrinterTwin({ clock })
    const printer = openPrinter({ dial: dialOf(twin.address, clock), clock, random })
    return {
      driver: 'printer',
      work: (round) => {
        const number = `A${String(round % 10_000).padStart(4, '0')}`
        void printer.print({ id: `${round}`, slip: slipOf(number, false) })
      },
      plug: (inSocket) => twin.faults.set('unplugged', !inSocket),
      online: () => printer.status().status === 'ready',
      counters: printer.counters,
      close: () => printer.close().then(twin.close),
    }
  }

  async function keypadLine(): Promise<BusyLine> {
    const twin = await openKeypadTwin({ addresses: keypads, clock })
    const bus = openKeypadBus({
      dial: dialOf(twin.address, clock),
      clock,
      random,
      profile: ff68,
      onKey: async () => true,
      onRating: async () => true,
    })
    return {
      driver: 'keypads',
      work: (round) => {
        for (const address of keypads) {
          twin.press(address, round % 2 === 0 ? 'callNext' : 'recall')
          bus.showNumber(address, String(round % 1000))
        }
      },
      plug: (inSocket) => twin.faults.set('unplugged', !inSocket),
      online: () => bus.state().state === 'online',
      counters: bus.counters,
      close: () => bus.close().then(twin.close),
    }
  }

  async function ledLine(): Promise<BusyLine> {
    const size = { width: 128, height: 32 }
    const twin = await openLedTwin({ ...size, clock })
    const led = openLed({ ...size, card: onbonCard, dial: dialOf(twin.address, clock), clock, random })
    return {
      driver: 'led onbon',
      work: (round) => led.want({ lines: [`请A${round}号`], colour: 'green', light: { flash: `${round}` } }),
      plug: (inSocket) => twin.faults.set('unplugged', !inSocket),
      online: () => led.state().state === 'online',
      counters: led.counters,
      close: () => led.close().then(twin.close),
    }
  }
}

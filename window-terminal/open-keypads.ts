import type { Clock } from '@jiaohao/core/clock.ts'
import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import type { CounterSign } from '@jiaohao/core/views/window.ts'
import { openKeypadBus } from '@jiaohao/drivers/keypad/bus.ts'
import { ff68 } from '@jiaohao/drivers/keypad/profile.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts } from '@jiaohao/station/station.ts'
import { openKeyDesk } from './key-desk.ts'

const stuckForMs = 30_000

/** One line of keypads and evaluators: presses go to the hub, numbers come back to the digits. */
export function openKeypads(
  device: DeviceOf<'keypads'>,
  { link, feeds }: StationParts,
  { clock, random }: { clock: Clock; random: () => number },
  tell: TellState,
): OpenedDevice {
  const signs = new Map<string, CounterSign>()
  const seats = new Map(
    device.counters.map(({ address, counterId }) => [address, { counterId, desk: openKeyDesk(link) }]),
  )
  let state: [state: string, detail: string] = ['offline', '']
  let cancelStuck = () => {}
  const become = (...next: typeof state) => {
    state = next
    tell(...next)
  }

  const bus = openKeypadBus({
    dial: dialOf(device.address, clock),
    clock,
    random,
    profile: ff68,
    onKey: async ({ address, key }) => {
      const seat = seats.get(address)
      const sign = seat && signs.get(seat.counterId)
      const done = sign !== undefined && (await seat?.desk.press(key, sign)) === true
      if (!done) bus.beep(address)
      return done
    },
    onRating: async ({ address, level }) => {
      const seat = seats.get(address)
      const sign = seat && signs.get(seat.counterId)
      return sign !== undefined && (await seat?.desk.rate(level, sign)) === true
    },
    onState: (link) => (link.state === 'online' ? become('ready', '') : become('offline', link.why)),
    onAlarm: (alarm) => {
      if (alarm.alarm === 'notActed') return console.error(alarm.why)
      cancelStuck()
      tell('stuckKey', `${alarm.press.address}`)
      cancelStuck = clock.after(stuckForMs, () => tell(...state))
    },
  })

  const stop = feeds.follow({ view: 'window' }, ({ view }) => {
    if (view.view !== 'window') return
    for (const sign of view.counters) signs.set(sign.counterId, sign)
    for (const [address, { counterId }] of seats) {
      const sign = signs.get(counterId)
      if (sign?.number) bus.showNumber(address, sign.number)
      else if (sign) bus.showWaiting(address, sign.waiting)
    }
  })

  return {
    close: () => {
      stop()
      cancelStuck()
      return bus.close()
    },
  }
}

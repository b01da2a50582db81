import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import type { CounterSign } from '@jiaohao/core/views/window.ts'
import { openProgramKeypads } from '@jiaohao/drivers/external/keypads.ts'
import { lineToProgram } from '@jiaohao/drivers/external/line-to.ts'
import { type KeypadBusOptions, openKeypadBus } from '@jiaohao/drivers/keypad/bus.ts'
import { keypadMeaning } from '@jiaohao/drivers/keypad/meaning.ts'
import { ff68, profileOf } from '@jiaohao/drivers/keypad/profile.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openTap } from '@jiaohao/drivers/transport/tap.ts'
import { openArrivalCheck } from '@jiaohao/station/arrival-check.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts, StationStart } from '@jiaohao/station/station.ts'
import { openKeyDesk } from './key-desk.ts'

const stuckForMs = 30_000

/** One line of keypads and evaluators: presses go to the hub, numbers come back to the digits. */
export function openKeypads(
  device: DeviceOf<'keypads'>,
  { link, feeds }: StationParts,
  { clock, random, dataDir }: Pick<StationStart, 'clock' | 'random' | 'dataDir'>,
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

  const check = openArrivalCheck(clock, 'noPress')
  const profile = device.profile === 'ff68' ? ff68 : profileOf(device.profile)
  const program = lineToProgram(device, { dataDir, clock })
  const tap =
    program ?? openTap({ dial: dialOf(device.address, clock), clock, meaning: keypadMeaning(profile) })
  const line: KeypadBusOptions = {
    dial: tap.dial,
    clock,
    random,
    profile,
    onKey: async ({ address, key }) => {
      if (check.takes(`${address} ${key}`)) return true
      const seat = seats.get(address)
      const sign = seat && signs.get(seat.counterId)
      const done = sign !== undefined && (await seat?.desk.press(key, sign)) === true
      if (!done) bus.beep(address)
      return done
    },
    onRating: async ({ address, level }) => {
      if (check.takes(`${address} rating ${level}`)) return true
      const seat = seats.get(address)
      const sign = seat && signs.get(seat.counterId)
      return sign !== undefined && (await seat?.desk.rate(level, sign)) === true
    },
    onState: (link) => (link.state === 'online' ? become('ready', '') : become('offline', link.why)),
    onAlarm: (alarm) => {
      switch (alarm.alarm) {
        case 'notActed':
          return console.error(alarm.why)
        case 'stuckKey':
          cancelStuck()
          tell('stuckKey', `${alarm.press.address}`)
          cancelStuck = clock.after(stuckForMs, () => tell(...state))
          return
        case 'noise':
          return become('noisy', `${alarm.framesPerMinute}`)
        case 'noiseOver':
          return become('ready', '')
      }
    },
  }
  const bus = program
    ? openProgramKeypads({ ...line, onLog: program.onLog, onDevice: become })
    : openKeypadBus(line)

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
    inspect: () => ({ counters: bus.counters(), exchanges: tap.exchanges(), picture: null }),
    test: (test) => {
      if (test !== 'pressKey') return undefined
      for (const address of seats.keys()) bus.beep(address)
      return check.wait()
    },
    close: () => {
      stop()
      check.close()
      cancelStuck()
      return bus.close()
    },
  }
}

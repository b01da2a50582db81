import type { Clock } from '@jiaohao/core/clock.ts'
import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import { callOfMark, panel } from '@jiaohao/core/text/panel.ts'
import { ledMakers } from '@jiaohao/drivers/led/makers.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts } from '@jiaohao/station/station.ts'

const rowDots = 16

/** The LED strip over one counter, driven to what its sign says; a call counts as shown when the panel took it. */
export function openStrip(
  { id, address, card, counterId, widthPx, heightPx }: DeviceOf<'led'>,
  { feeds, tell }: StationParts,
  { clock, random }: { clock: Clock; random: () => number },
  tellState: TellState,
): OpenedDevice {
  const rows = Math.max(1, Math.floor(heightPx / rowDots))
  const led = ledMakers[card].open({
    dial: dialOf(address, clock),
    clock,
    random,
    width: widthPx,
    height: heightPx,
    onState: (state) => (state.state === 'online' ? tellState('ready') : tellState('offline', state.why)),
    onShown: ({ lines, light }) => {
      tellState('ready', lines.join(' '))
      if (light === 'steady') return
      const callSeq = callOfMark(light.flash)
      void tell({ command: 'reportShown', callSeq }, `shown-${callSeq}-${id}`.slice(0, 64))
    },
    onRefused: (why) => tellState('refusedByPanel', why),
  })
  const stop = feeds.follow({ view: 'window' }, ({ view }) => {
    const sign = view.view === 'window' && view.counters.find((each) => each.counterId === counterId)
    if (sign) led.want(panel(sign, { rows }))
  })
  return {
    close: () => {
      stop()
      return led.close()
    },
  }
}

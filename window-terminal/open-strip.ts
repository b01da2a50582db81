import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import { callOfMark, type PanelText, panel } from '@jiaohao/core/text/panel.ts'
import { programLedCard } from '@jiaohao/drivers/external/led-card.ts'
import { lineToProgram } from '@jiaohao/drivers/external/line-to.ts'
import { openLed } from '@jiaohao/drivers/led/led.ts'
import { ledMakers } from '@jiaohao/drivers/led/makers.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openTap } from '@jiaohao/drivers/transport/tap.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts, StationStart } from '@jiaohao/station/station.ts'
import { showPatterns } from './panel-patterns.ts'

const rowDots = 16

/** The LED strip over one counter, driven to what its sign says; a call counts as shown when the panel took it. */
export function openStrip(
  device: DeviceOf<'led'>,
  { feeds, tell }: StationParts,
  { clock, random, dataDir }: Pick<StationStart, 'clock' | 'random' | 'dataDir'>,
  tellState: TellState,
): OpenedDevice {
  const { id, address, card, counterId, widthPx, heightPx, brightness } = device
  const rows = Math.max(1, Math.floor(heightPx / rowDots))
  const maker = ledMakers[card]
  let wanted: PanelText | undefined
  let testing = false
  let dimmedIn: string | undefined
  const program = lineToProgram(device, { dataDir, clock })
  const tap =
    program ??
    openTap({ dial: dialOf(address, clock), clock, meaning: maker.meaning, isHeartbeat: maker.isPing })
  const open: typeof maker.open = program
    ? (options) => openLed({ ...options, card: programLedCard({ widthPx, heightPx }, program.onLog) })
    : maker.open
  const led = open({
    dial: tap.dial,
    clock,
    random,
    width: widthPx,
    height: heightPx,
    onState: (state) => (state.state === 'online' ? tellState('ready') : tellState('offline', state.why)),
    onShown: ({ lines, light }) => {
      tellState('ready', lines.join(' '))
      if (light === 'steady') return
      const callSeq = callOfMark(light.flash)
      void tell({ command: 'reportShown', callSeq, deviceId: id }, `shown-${callSeq}-${id}`.slice(0, 64))
    },
    onRefused: (why) => tellState('refusedByPanel', why),
  })
  const stop = feeds.follow({ view: 'window' }, ({ view }) => {
    if (view.view !== 'window') return
    dim(view.timeZone)
    const sign = view.counters.find((each) => each.counterId === counterId)
    if (!sign) return
    wanted = panel(sign, { rows }, view.standing)
    if (!testing) led.want(wanted)
  })

  function dim(timeZone: string) {
    if (timeZone === dimmedIn) return
    dimmedIn = timeZone
    led.dim({ timeZone, steps: brightness.map(({ from, level }) => ({ from, level: level - 1 })) })
  }

  async function patterns() {
    const called = wanted?.light
    testing = true
    try {
      return await showPatterns(led, { width: widthPx, height: heightPx }, clock, () => {
        const light = wanted?.light
        return light !== undefined && light !== 'steady' && light !== called
      })
    } finally {
      testing = false
      if (wanted) led.want(wanted)
    }
  }

  return {
    inspect: () => ({
      counters: led.counters(),
      exchanges: tap.exchanges(),
      picture: wanted ? { lines: wanted.lines, colour: wanted.colour } : null,
    }),
    test: (test) => (test === 'ledPatterns' ? patterns() : undefined),
    close: () => {
      stop()
      return led.close()
    },
  }
}

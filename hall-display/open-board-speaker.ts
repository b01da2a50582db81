import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import type { LinkState } from '@jiaohao/drivers/link.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openTap } from '@jiaohao/drivers/transport/tap.ts'
import { openSyn6288 } from '@jiaohao/drivers/voice/syn6288/board.ts'
import { isSyn6288Query, syn6288Meaning } from '@jiaohao/drivers/voice/syn6288/meaning.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts, StationStart } from '@jiaohao/station/station.ts'
import { type Heeded, openZoneSpeaker } from './open-speaker.ts'

/** A zone heard through a SYN6288 board on its own line, whose state is the line's before it is the speaker's. */
export function openBoardSpeaker(
  device: DeviceOf<'speaker'>,
  parts: StationParts,
  { clock, random }: Pick<StationStart, 'clock' | 'random'>,
  heeded: Heeded,
  tell: TellState,
): OpenedDevice {
  let line: LinkState | undefined
  let speech: Parameters<TellState> = ['connecting']
  const tap = openTap({
    dial: dialOf(device.address, clock),
    clock,
    meaning: syn6288Meaning,
    isHeartbeat: isSyn6288Query,
  })
  const mouth = openSyn6288({
    dial: tap.dial,
    clock,
    random,
    onState: (state) => {
      line = state
      retell()
    },
  })
  const speaker = openZoneSpeaker(device, parts, clock, { mouth }, heeded, (...said) => {
    speech = said
    retell()
  })

  function retell() {
    if (line?.state === 'offline') tell('offline', line.why)
    else if (line) tell(...speech)
  }

  return {
    ...speaker,
    inspect: () => ({ counters: mouth.counters(), exchanges: tap.exchanges(), picture: null }),
    close: async () => {
      await speaker.close()
      await mouth.close()
    },
  }
}

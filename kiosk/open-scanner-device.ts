import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import { scannerMeaning, withoutCode } from '@jiaohao/drivers/scanner/meaning.ts'
import { openScanner } from '@jiaohao/drivers/scanner/scanner.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openTap } from '@jiaohao/drivers/transport/tap.ts'
import { openArrivalCheck } from '@jiaohao/station/arrival-check.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationParts, StationStart } from '@jiaohao/station/station.ts'

/** A kiosk's code scanner: each code held under it is told to the page once. */
export function openScannerDevice(
  { address }: DeviceOf<'scanner'>,
  { present }: Pick<StationParts, 'present'>,
  { clock, random }: Pick<StationStart, 'clock' | 'random'>,
  tell: TellState,
): OpenedDevice {
  const check = openArrivalCheck(clock, 'noCode')
  const tap = openTap({
    dial: dialOf(address, clock),
    clock,
    meaning: scannerMeaning,
    hide: (_, bytes) => withoutCode(bytes),
  })
  const scanner = openScanner({
    dial: tap.dial,
    clock,
    random,
    onCode: (text) => {
      if (!check.takes(`${Buffer.byteLength(text)}`)) present({ kind: 'code', text })
    },
    onRefused: (why) => void check.fails(why),
    onState: (state) => (state.state === 'online' ? tell('ready') : tell('offline', state.why)),
  })
  return {
    inspect: () => ({ counters: scanner.counters(), exchanges: tap.exchanges(), picture: null }),
    test: (test) => (test === 'scanCode' ? check.wait() : undefined),
    close: () => {
      check.close()
      return scanner.close()
    },
  }
}

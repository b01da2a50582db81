import {
  type DevicePicture,
  type DeviceTestResult,
  largestPicture,
} from '@jiaohao/core/contract/inspection.ts'
import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import { lineToProgram } from '@jiaohao/drivers/external/line-to.ts'
import { openProgramPrinter } from '@jiaohao/drivers/external/printer.ts'
import type { Fonts } from '@jiaohao/drivers/printer/fonts.ts'
import { isStatusQuestion, printerMeaning, withoutCodes } from '@jiaohao/drivers/printer/meaning.ts'
import { pictureOf } from '@jiaohao/drivers/printer/picture.ts'
import { openPrinter, type Printer } from '@jiaohao/drivers/printer/printer.ts'
import type { PrinterStatus } from '@jiaohao/drivers/printer/status.ts'
import { testPage } from '@jiaohao/drivers/printer/test-page.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openTap } from '@jiaohao/drivers/transport/tap.ts'
import type { OpenedDevice, TellState } from '@jiaohao/station/device-host.ts'
import type { StationStart } from '@jiaohao/station/station.ts'

/** One printer of a kiosk with all a technician may ask of it; `print` remembers the last paper for its picture. */
export function openPrinterDevice(
  device: DeviceOf<'printer'>,
  { clock, random, dataDir, fonts }: Pick<StationStart, 'clock' | 'random' | 'dataDir'> & { fonts: Fonts },
  tell: TellState,
): OpenedDevice & Pick<Printer, 'print'> {
  const { address, columns } = device
  let last: SlipBlock[] | undefined
  let drawn: { slip: SlipBlock[]; svg: string } | undefined
  let tests = 0
  const program = lineToProgram(device, { dataDir, clock })
  const tap =
    program ??
    openTap({
      dial: dialOf(address, clock),
      clock,
      meaning: printerMeaning,
      isHeartbeat: isStatusQuestion,
      hide: (direction, bytes) => (direction === 'sent' ? withoutCodes(bytes) : bytes),
    })
  const line = {
    dial: tap.dial,
    clock,
    random,
    columns,
    onStatus: (status: PrinterStatus) => tell(nameOf(status), 'why' in status ? status.why : ''),
  }
  const printer = program
    ? openProgramPrinter({ ...line, onLog: program.onLog })
    : openPrinter({ ...line, rasterise: fonts.rasterise })
  const print: Printer['print'] = async (job) => {
    const outcome = await printer.print(job)
    if (outcome.result !== 'failed') last = job.slip.map(withoutKey)
    return outcome
  }

  /** Drawn when somebody looks, once for each paper. */
  function picture(): DevicePicture | null {
    if (last && drawn?.slip !== last) {
      const svg = pictureOf(last, { columns, hanSize: 'shared', rasterise: fonts.rasterise })
      drawn = { slip: last, svg }
    }
    return drawn && drawn.svg.length <= largestPicture ? { svg: drawn.svg } : null
  }

  async function printPage(): Promise<DeviceTestResult> {
    tests += 1
    const at = timeOfDay(clock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
    const slip = testPage({ address, at, columns }, fonts)
    const outcome = await print({ id: `test page ${tests}`, slip })
    return outcome.result === 'printed'
      ? { result: 'passed', why: '', detail: '' }
      : { result: outcome.result, why: outcome.why, detail: '' }
  }

  return {
    print,
    close: printer.close,
    inspect: () => ({
      counters: printer.counters(),
      exchanges: tap.exchanges(),
      picture: picture(),
    }),
    test: (test) => (test === 'printPage' ? printPage() : undefined),
  }
}

const nameOf = (status: PrinterStatus): string => (status.status === 'error' ? status.error : status.status)

/** The code on a slip opens the citizen's own page: whoever looks at the picture must not be able to. */
const withoutKey = (block: SlipBlock): SlipBlock =>
  block.block === 'qr' ? { ...block, data: '*'.repeat(block.data.length) } : block

import { join } from 'node:path'
import { findFonts } from '@jiaohao/drivers/printer/find-fonts.ts'
import { openFonts } from '@jiaohao/drivers/printer/fonts.ts'
import type { Printer } from '@jiaohao/drivers/printer/printer.ts'
import { openJobs } from '@jiaohao/station/jobs.ts'
import { openStation, type Station, type StationStart } from '@jiaohao/station/station.ts'
import { type OfflineBetween, openOfflineBetween } from './offline-between.ts'
import { openIdReaderDevice } from './open-id-reader-device.ts'
import { openPrinterDevice } from './open-printer-device.ts'
import { openScannerDevice } from './open-scanner-device.ts'
import { openPaperDesk, printSlip } from './paper-desk.ts'

/** The kiosk's station: its page, its printer and the slips owed here, its card reader and code scanner. */
export async function openKiosk(start: StationStart): Promise<Station> {
  const jobs = openJobs(start.dataDir)
  const fonts = openFonts(findFonts([join(start.dataDir, 'fonts')]))
  const printers = new Map<string, Pick<Printer, 'print'>>()
  const printer = () => printers.values().next().value
  const onBroken = (problem: unknown) => console.error(problem)
  let offline: OfflineBetween | undefined
  const station = await openStation({
    ...start,
    page: 'kiosk',
    openDevice: (parts) => (device, tell) => {
      if (device.kind === 'idReader') return openIdReaderDevice(device, parts, start, tell)
      if (device.kind === 'scanner') return openScannerDevice(device, parts, start, tell)
      if (device.kind !== 'printer') return undefined
      const opened = openPrinterDevice(device, { ...start, fonts }, tell)
      printers.set(device.id, opened)
      return {
        ...opened,
        close: () => {
          printers.delete(device.id)
          return opened.close()
        },
      }
    },
    remembers: true,
    between: (parts) => {
      offline = openOfflineBetween(parts, {
        ...start,
        print: (...slip) => printSlip(printer(), ...slip),
        onBroken,
      })
      return offline
    },
    begin: ({ tell }) => {
      const desk = openPaperDesk({
        jobs,
        printer,
        report: (id, report) => void tell(report, id),
        onBroken,
      })
      offline?.followPaper(desk.follow)
    },
  })
  const close = () => {
    offline?.close()
    jobs.close()
  }
  return { ...station, close: () => station.close().finally(close) }
}

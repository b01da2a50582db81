import { openPrinter, type Printer } from '@jiaohao/drivers/printer/printer.ts'
import type { PrinterStatus } from '@jiaohao/drivers/printer/status.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openJobs } from '@jiaohao/station/jobs.ts'
import { openStation, type Station, type StationStart } from '@jiaohao/station/station.ts'
import { openPaperDesk } from './paper-desk.ts'

/** The kiosk's station: its page, its printer, and the slips the hub says are owed here. */
export async function openKiosk(start: StationStart): Promise<Station> {
  const { dataDir, clock, random } = start
  const jobs = openJobs(dataDir)
  const printers = new Map<string, Printer>()
  const station = await openStation({
    ...start,
    page: 'kiosk',
    openDevice: () => (device, tell) => {
      if (device.kind !== 'printer') return undefined
      const printer = openPrinter({
        dial: dialOf(device.address, clock),
        clock,
        random,
        columns: device.columns,
        onStatus: (status) => tell(nameOf(status), 'why' in status ? status.why : ''),
      })
      printers.set(device.id, printer)
      return {
        close: () => {
          printers.delete(device.id)
          return printer.close()
        },
      }
    },
    begin: ({ feeds, tell }) => {
      const desk = openPaperDesk({
        jobs,
        printer: () => printers.values().next().value,
        report: (id, report) => void tell(report, id),
        onBroken: (problem) => console.error(problem),
      })
      feeds.follow({ view: 'kiosk' }, ({ view }) => {
        if (view.view === 'kiosk') desk.follow(view)
      })
    },
  })
  return { ...station, close: () => station.close().finally(jobs.close) }
}

const nameOf = (status: PrinterStatus): string => (status.status === 'error' ? status.error : status.status)

import type { Clock } from '@jiaohao/core/clock.ts'
import type { Device, DeviceReport } from '@jiaohao/core/contract/station.ts'

/** A device that is driven now. */
export interface OpenedDevice {
  close(): Promise<void> | void
}

/** Tells how a device is: `ready` or the fault's name, and a detail for the technician. */
export type TellState = (state: string, detail?: string) => void

/**
 * Begins to drive a device; undefined when this station has no use for its kind. Throws when the address
 * cannot be meant.
 */
export type OpenDevice = (
  device: Device,
  tell: TellState,
) => OpenedDevice | undefined | Promise<OpenedDevice | undefined>

/** The devices of a station, opened and closed to match its set-up, without a restart. */
export interface DeviceHost {
  apply(devices: readonly Device[]): Promise<void>
  reports(): DeviceReport[]
  close(): Promise<void>
}

interface Hosted {
  setUp: string
  opened: OpenedDevice | undefined
  report: DeviceReport
}

const mostDetail = 300

export function openDeviceHost(
  clock: Clock,
  openDevice: OpenDevice,
  onReports: (reports: DeviceReport[]) => void,
): DeviceHost {
  const hosted = new Map<string, Hosted>()
  let line: Promise<void> = Promise.resolve()
  const reports = () => [...hosted.values()].map(({ report }) => report)

  async function open(device: Device) {
    const { id, kind } = device
    const entry: Hosted = {
      setUp: JSON.stringify(device),
      opened: undefined,
      report: { id, kind, state: 'connecting', sinceMs: clock.now(), detail: '' },
    }
    hosted.set(id, entry)
    const tell: TellState = (state, detail = '') => {
      const { report } = entry
      const told = [...detail].slice(0, mostDetail).join('')
      if (hosted.get(id) !== entry || (report.state === state && report.detail === told)) return
      const sinceMs = report.state === state ? report.sinceMs : clock.now()
      entry.report = { id, kind, state, sinceMs, detail: told }
      onReports(reports())
    }
    try {
      entry.opened = await openDevice(device, tell)
      if (!entry.opened) tell('notDriven')
    } catch (problem) {
      tell('wrongSetUp', problem instanceof Error ? problem.message : String(problem))
    }
  }

  async function shut(id: string) {
    const entry = hosted.get(id)
    hosted.delete(id)
    try {
      await entry?.opened?.close()
    } catch (problem) {
      // A device that cannot be let go of must not keep the others from being opened.
      console.error(problem)
    }
  }

  async function match(devices: readonly Device[]) {
    const wanted = new Map(devices.map((device) => [device.id, JSON.stringify(device)]))
    const leaving = [...hosted].filter(([id, { setUp }]) => wanted.get(id) !== setUp)
    // A line is free again only when its old user has let go of it.
    await Promise.all(leaving.map(([id]) => shut(id)))
    await Promise.all(devices.filter(({ id }) => !hosted.has(id)).map(open))
    onReports(reports())
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    line = line.then(work)
    return line
  }

  return {
    apply: (devices) => inTurn(() => match(devices)),
    reports,
    close: () => inTurn(async () => void (await Promise.all([...hosted.keys()].map(shut)))),
  }
}

import type { Clock } from '@jiaohao/core/clock.ts'
import type {
  DeviceInspection,
  DeviceTest,
  DeviceTestAsk,
  DeviceTestResult,
  Inspected,
  Tested,
} from '@jiaohao/core/contract/inspection.ts'
import type { Device, DeviceReport } from '@jiaohao/core/contract/station.ts'
import { refused } from '@jiaohao/core/queue/refused.ts'

/** A device that is driven now. */
export interface OpenedDevice {
  close(): Promise<void> | void
  /** How it looks from the inside, for a technician. */
  inspect?(): DeviceInspection
  /** Tries it; undefined when its kind knows no such test. */
  test?(test: DeviceTest): Promise<DeviceTestResult> | undefined
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
  inspect(deviceId: string): Inspected
  /** One test of a device at a time. */
  test(ask: DeviceTestAsk): Promise<Tested>
  close(): Promise<void>
}

interface Hosted {
  setUp: string
  opened: OpenedDevice | undefined
  report: DeviceReport
  testing: boolean
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
      testing: false,
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
      tell('wrongSetUp', wordsOf(problem))
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

  async function test({ deviceId, test: asked }: DeviceTestAsk): Promise<Tested> {
    const entry = hosted.get(deviceId)
    if (entry?.testing) return refused('deviceBusy')
    const underWay = entry?.opened?.test?.(asked)
    if (!entry || !underWay) return refused('unknownDevice')
    entry.testing = true
    try {
      return await underWay
    } catch (problem) {
      return { result: 'failed', why: 'error', detail: wordsOf(problem) }
    } finally {
      entry.testing = false
    }
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    line = line.then(work)
    return line
  }

  return {
    apply: (devices) => inTurn(() => match(devices)),
    reports,
    inspect: (deviceId) => hosted.get(deviceId)?.opened?.inspect?.() ?? refused('unknownDevice'),
    test,
    close: () => inTurn(async () => void (await Promise.all([...hosted.keys()].map(shut)))),
  }
}

const wordsOf = (problem: unknown): string =>
  (problem instanceof Error ? problem.message : String(problem)).slice(0, 200)

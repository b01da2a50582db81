import type { Device, DeviceReport, Station } from '@jiaohao/core/contract/station.ts'
import { byText } from '../sorting.ts'
import { dotOf } from '../stations/device-words.ts'

/** One device as the list shows it; `report` is null while its station has not said how it is. */
export interface DeviceLine {
  key: string
  stationId: string
  station: string
  online: boolean
  seenAtMs: number | null
  device: Device
  report: DeviceReport | null
  /** A state's name; an away station speaks for its devices. */
  state: string
}

/** Every device that is set up, faults first, then by station. */
export function linesOf(stations: readonly Station[]): DeviceLine[] {
  return stations
    .flatMap(({ id: stationId, name: station, online, seenAtMs, devices, deviceReports }) =>
      devices.map((device): DeviceLine => {
        const report = deviceReports.find(({ id }) => id === device.id) ?? null
        const state = online ? (report?.state ?? 'notReported') : 'stationAway'
        return {
          key: `${stationId} ${device.id}`,
          ...{ stationId, station, online, seenAtMs, device, report, state },
        }
      }),
    )
    .sort((a, b) => rank(a) - rank(b) || byText(a.station, b.station))
}

export const isFaulty = ({ state }: DeviceLine): boolean => rank({ state }) < 2

function rank({ state }: Pick<DeviceLine, 'state'>): number {
  if (state === 'notReported') return 2
  const dot = dotOf(state)
  return dot === 'bad' ? 0 : dot === 'warn' ? 1 : 2
}

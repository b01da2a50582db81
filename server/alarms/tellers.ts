import type { Station } from '@jiaohao/core/contract/station.ts'
import { tellerOf } from '@jiaohao/core/queue/delivery.ts'
import type { Call } from '@jiaohao/core/queue/state.ts'

/** Whoever is meant to tell calls now. */
export interface Teller {
  /** As calls keep it in `shownBy` and `spokenBy`. */
  key: string
  stationId: string
  station: string
  by: 'screen' | 'strip' | 'speaker'
  deviceId: string | null
  /** '' for the whole hall. */
  zoneId: string
  /** A strip's. */
  counterId: string | null
  /** It is known not to work: that is an alarm of its own. */
  down: boolean
}

/** States of a device that is as it should be, or has not been heard of yet. */
export const quietStates: ReadonlySet<string> = new Set(['ready', 'connecting', 'off'])
/** Set to silence, or wired to a station that does not drive it: nobody expects a word of it. */
const unmeant: ReadonlySet<string> = new Set(['off', 'notDriven'])

/** The screen of every display that is there, every strip and every loudspeaker; a station that is away tells nothing. */
export function tellersOf(stations: readonly Station[]): Teller[] {
  return stations
    .filter(({ online }) => online)
    .flatMap((station) => [...screen(station), ...devices(station)])
}

/** Does this call concern this one? */
export function hears({ zoneId, counterId }: Teller, call: Pick<Call, 'zoneId' | 'counterId'>): boolean {
  if (counterId !== null) return counterId === call.counterId
  return zoneId === '' || zoneId === call.zoneId
}

function screen({ id, name, kind, zoneId, screen: hasScreen }: Station): Teller[] {
  if (kind !== 'display' || !hasScreen) return []
  const teller = { key: id, stationId: id, station: name, deviceId: null, zoneId, counterId: null }
  return [{ ...teller, by: 'screen', down: false }]
}

function devices({ id: stationId, name: station, kind, devices: all, deviceReports }: Station): Teller[] {
  return all.flatMap((device): Teller[] => {
    const state = deviceReports.find(({ id }) => id === device.id)?.state ?? 'connecting'
    if (unmeant.has(state)) return []
    const deviceId = device.id
    const key = tellerOf({ stationId, deviceId })
    const teller = { key, stationId, station, deviceId, down: !quietStates.has(state) }
    if (kind === 'window' && device.kind === 'led')
      return [{ ...teller, by: 'strip', zoneId: '', counterId: device.counterId }]
    if (kind === 'display' && device.kind === 'speaker')
      return [{ ...teller, by: 'speaker', zoneId: device.zoneId, counterId: null }]
    return []
  })
}

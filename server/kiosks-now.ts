import type { KioskNow } from '@jiaohao/core/views/kiosk.ts'
import type { Stations } from './stations.ts'

const canPrint = (state: string) => state === 'ready' || state === 'nearEnd'

/** The kiosks of the hall and which of them can print, read anew only when a station has changed; told when it matters. */
export function openKiosksNow(stations: Pick<Stations, 'list' | 'onChanged'>, onDifferent: () => void) {
  let kiosks = read()
  let told = JSON.stringify(kiosks)

  function read(): KioskNow[] {
    return stations
      .list()
      .filter(({ kind }) => kind === 'kiosk')
      .map(({ id, name, zoneId, online, deviceReports }) => ({
        stationId: id,
        name,
        zoneId,
        canPrint: online && deviceReports.some(({ kind, state }) => kind === 'printer' && canPrint(state)),
      }))
  }

  stations.onChanged(() => {
    kiosks = read()
    const now = JSON.stringify(kiosks)
    if (now === told) return
    told = now
    onDifferent()
  })

  return (): readonly KioskNow[] => kiosks
}

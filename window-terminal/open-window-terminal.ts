import { openStation, type Station, type StationStart } from '@jiaohao/station/station.ts'
import { openKeypads } from './open-keypads.ts'
import { openStrip } from './open-strip.ts'

/** The station of one or many counters: keypads, LED strips, and the evaluator page. */
export function openWindowTerminal(start: StationStart): Promise<Station> {
  return openStation({
    ...start,
    page: 'evaluator',
    openDevice: (parts) => (device, tell) => {
      switch (device.kind) {
        case 'keypads':
          return openKeypads(device, parts, start, tell)
        case 'led':
          return openStrip(device, parts, start, tell)
        default:
          return undefined
      }
    },
  })
}

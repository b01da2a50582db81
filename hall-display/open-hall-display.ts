import { isBoard, wrongInSpeaker } from '@jiaohao/core/contract/speaker.ts'
import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import { openStation, type Station, type StationStart } from '@jiaohao/station/station.ts'
import { openBoardSpeaker } from './open-board-speaker.ts'
import { type Heard, type Heeded, openZoneSpeaker } from './open-speaker.ts'
import { openOwnSound } from './own-sound.ts'

export interface HallDisplayStart extends StationStart {
  /** What a speaker of the set-up is heard through; this machine's own sound when left out. */
  hear?: (device: DeviceOf<'speaker'>) => Promise<Heard>
}

/** The station behind a hall board: its page, and the loudspeakers of its zones. */
export function openHallDisplay(start: HallDisplayStart): Promise<Station> {
  const heededBy = new Map<string, Heeded>()
  return openStation({
    ...start,
    page: 'board',
    openDevice: (parts) => async (device, tell) => {
      if (device.kind !== 'speaker') return undefined
      if (device.address === 'none:' && !start.hear) return silent(() => tell('off'))
      const zone = `${device.id} ${device.zoneId}`
      const heeded = heededBy.get(zone) ?? { seq: undefined, owed: new Map() }
      heededBy.set(zone, heeded)
      if (start.hear)
        return openZoneSpeaker(device, parts, start.clock, await start.hear(device), heeded, tell)
      const [wrong] = wrongInSpeaker(device)
      if (wrong) throw new Error(`${wrong.path} ${wrong.problem}`)
      if (isBoard(device.address)) return openBoardSpeaker(device, parts, start, heeded, tell)
      const sound = await openOwnSound(device, start)
      const speaker = openZoneSpeaker(device, parts, start.clock, sound, heeded, tell)
      return {
        ...speaker,
        ...(sound.inspect && { inspect: sound.inspect }),
        close: async () => {
          await speaker.close()
          await sound.close()
        },
      }
    },
  })
}

function silent(tell: () => void) {
  tell()
  return { close: () => {} }
}

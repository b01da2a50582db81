import { join } from 'node:path'
import { isBoard, soundCardOf, wrongInSpeaker } from '@jiaohao/core/contract/speaker.ts'
import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import { openPlayer } from '@jiaohao/drivers/voice/aplay.ts'
import { cachedVoice } from '@jiaohao/drivers/voice/cached-voice.ts'
import { openClips } from '@jiaohao/drivers/voice/clips.ts'
import { openEspeak } from '@jiaohao/drivers/voice/espeak.ts'
import { type NoVoice, pickVoice, type Voice } from '@jiaohao/drivers/voice/voices.ts'
import { openStation, type Station, type StationStart } from '@jiaohao/station/station.ts'
import { openBoardSpeaker } from './open-board-speaker.ts'
import { type Heard, type Heeded, openZoneSpeaker } from './open-speaker.ts'

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
      return openZoneSpeaker(device, parts, start.clock, await ownSound(device, start.dataDir), heeded, tell)
    },
  })
}

function silent(tell: () => void) {
  tell()
  return { close: () => {} }
}

/** Recorded clips in `voices/NAME` beside the station's records come first, then espeak-ng. */
async function ownSound({ voice: name, address }: DeviceOf<'speaker'>, dataDir: string): Promise<Heard> {
  if (name && !/^[\w-]+$/.test(name)) throw new Error(`voice ${name}: letters, digits, dash and underscore`)
  const folder = join(dataDir, 'voices', name || 'usual')
  const sink = await openPlayer(process.env.PATH ?? '', soundCardOf(address))
  if ('refused' in sink) throw new Error(sink.refused)
  return { voice: remembered(await pickVoice([() => openClips(folder), () => openEspeak()])), sink }
}

const remembered = (voice: Voice | NoVoice): Voice | NoVoice =>
  'render' in voice ? cachedVoice(voice) : voice

import { join } from 'node:path'
import type { DeviceInspection } from '@jiaohao/core/contract/inspection.ts'
import { soundCardOf } from '@jiaohao/core/contract/speaker.ts'
import type { DeviceOf } from '@jiaohao/core/contract/station.ts'
import { allowedCommand } from '@jiaohao/drivers/external/allowed-command.ts'
import { lineToProgram } from '@jiaohao/drivers/external/line-to.ts'
import { openProgramVoice, type ProgramVoice } from '@jiaohao/drivers/external/voice.ts'
import { openPlayer } from '@jiaohao/drivers/voice/aplay.ts'
import { cachedVoice } from '@jiaohao/drivers/voice/cached-voice.ts'
import { openClips } from '@jiaohao/drivers/voice/clips.ts'
import { openEspeak } from '@jiaohao/drivers/voice/espeak.ts'
import { type NoVoice, pickVoice, type Voice } from '@jiaohao/drivers/voice/voices.ts'
import type { OpenedDevice } from '@jiaohao/station/device-host.ts'
import type { StationStart } from '@jiaohao/station/station.ts'
import type { Heard } from './open-speaker.ts'

/** What a zone is heard through on this machine, and what is to be let go of with it. */
export type OwnSound = Heard & Pick<OpenedDevice, 'inspect'> & { close(): Promise<void> }

/**
 * The machine's own voice and sound card: recorded clips in `voices/NAME` beside the station's records come first,
 * then the program `voice-NAME` (or `voice`) that the station's `commands.json` allows, then espeak-ng.
 */
export async function openOwnSound(
  { id, voice: name, address }: DeviceOf<'speaker'>,
  { dataDir, clock, random }: Pick<StationStart, 'dataDir' | 'clock' | 'random'>,
): Promise<OwnSound> {
  if (name && !/^[\w-]+$/.test(name)) throw new Error(`voice ${name}: letters, digits, dash and underscore`)
  const sink = await openPlayer(process.env.PATH ?? '', soundCardOf(address))
  if ('refused' in sink) throw new Error(sink.refused)
  const program = programVoice()
  const voice = await pickVoice([
    () => openClips(join(dataDir, 'voices', name || 'usual')),
    async () => ('refused' in program ? program : program.voice),
    () => openEspeak(),
  ])
  const sound = { voice: remembered(voice), sink }
  if ('refused' in program) return { ...sound, close: async () => {} }
  return { ...sound, inspect: program.inspect, close: program.voice.close }

  function programVoice(): { refused: string } | { voice: ProgramVoice; inspect: () => DeviceInspection } {
    const command = name ? `voice-${name}` : 'voice'
    const refused = whyNot(dataDir, command)
    if (refused !== undefined) return { refused }
    const line = lineToProgram({ id, address: `command:${command}` }, { dataDir, clock })
    if (!line) return { refused: `command ${command} has no program` }
    const own = openProgramVoice({ ...line, clock, random, folder: join(dataDir, 'said', id) })
    return {
      voice: own,
      inspect: () => ({ counters: own.counters(), exchanges: line.exchanges(), picture: null }),
    }
  }
}

/** A hall without a voice program is an everyday one. */
function whyNot(dataDir: string, command: string): string | undefined {
  try {
    allowedCommand(dataDir, command)
    return undefined
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem)
  }
}

const remembered = (voice: Voice | NoVoice): Voice | NoVoice =>
  'render' in voice ? cachedVoice(voice) : voice

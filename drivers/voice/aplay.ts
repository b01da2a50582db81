import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Sink } from './sink.ts'

/** Programs that play a WAV file and end with it, in the order tried: ALSA, PulseAudio or PipeWire, FFmpeg. */
const players = [
  { command: 'aplay', options: ['-q'] },
  { command: 'paplay', options: [] },
  { command: 'ffplay', options: ['-nodisp', '-autoexit', '-loglevel', 'error'] },
]

/** Real time a child may take beyond the sound, for a slow start of the sound server. */
const graceMs = 5_000

/**
 * Plays through the first of aplay, paplay and ffplay in the folders of `path` (`process.env.PATH`), one child
 * per sound and never two at once; refused with the reason when the machine has none.
 */
export async function openPlayer(path: string): Promise<Sink | { refused: string }> {
  const player = await findPlayer(path)
  if (!player) return { refused: `none of ${players.map((one) => one.command).join(', ')} is installed` }
  let playing = new AbortController()
  return {
    play: async (wav, durationMs) => {
      playing.abort()
      playing = new AbortController()
      const { signal } = playing
      const folder = await mkdtemp(join(tmpdir(), 'announcement-'))
      try {
        const file = join(folder, 'announcement.wav')
        await writeFile(file, wav)
        if (signal.aborted) return 'failed'
        const limits = { timeout: Math.ceil(durationMs) + graceMs, killSignal: 'SIGKILL', signal } as const
        return await new Promise((resolve) => {
          execFile(player.command, [...player.options, file], limits, (failure) =>
            resolve(failure ? 'failed' : 'played'),
          )
        })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    stop: () => playing.abort(),
  }
}

async function findPlayer(path: string): Promise<{ command: string; options: string[] } | undefined> {
  for (const { command, options } of players) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const program = join(folder, command)
      const isThere = await access(program, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (isThere) return { command: program, options }
    }
  }
  return undefined
}

import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Sink } from './sink.ts'

/** Programs that play a WAV file and end with it, in the order tried: ALSA, PulseAudio or PipeWire, FFmpeg. */
const players: readonly Program[] = [
  { command: 'aplay', options: ['-q'], onCard: (card) => ['-D', card] },
  { command: 'paplay', options: [], onCard: (card) => [`--device=${card}`] },
  { command: 'ffplay', options: ['-nodisp', '-autoexit', '-loglevel', 'error'] },
]

interface Program {
  command: string
  options: readonly string[]
  /** How it is told the sound card; left out where it cannot be told. */
  onCard?: (card: string) => string[]
}

/** Real time a child may take beyond the sound, for a slow start of the sound server. */
const graceMs = 5_000

/**
 * Plays through the first of aplay, paplay and ffplay in the folders of `path` (`process.env.PATH`), one child
 * per sound and never two at once; refused with the reason when the machine has none. A `card` is an ALSA device
 * (`plughw:1,0`) or a PulseAudio sink (`alsa_output.usb-x.analog-stereo`); without one the machine's default.
 */
export async function openPlayer(path: string, card?: string): Promise<Sink | { refused: string }> {
  const able = card === undefined ? players : knowingCards(card)
  const player = await findPlayer(path, able)
  if (!player) {
    const wanted = able.map((one) => one.command).join(', ')
    return { refused: `none of ${wanted} is installed${card === undefined ? '' : `, to play on ${card}`}` }
  }
  const options = [...player.options, ...(card === undefined ? [] : (player.onCard?.(card) ?? []))]
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
          execFile(player.program, [...options, file], limits, (failure) =>
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

/** A sink's name has dots, an ALSA device's has none; without its own player the other may still know it. */
function knowingCards(card: string): Program[] {
  const able = players.filter((one) => one.onCard)
  return card.includes('.') ? able.reverse() : able
}

async function findPlayer(
  path: string,
  able: readonly Program[],
): Promise<(Program & { program: string }) | undefined> {
  for (const one of able) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const program = join(folder, one.command)
      const isThere = await access(program, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (isThere) return { ...one, program }
    }
  }
  return undefined
}

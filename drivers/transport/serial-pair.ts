import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Two pseudo-terminals joined end to end: a serial line without the serial port. */
export interface SerialPair {
  ends: readonly [string, string]
  /** Pulls the cable out of both ends. */
  pull(): void
}

/** Whether this machine can make one; Debian's package is `socat`. */
export const canPairSerial = () => spawnSync('socat', ['-V']).status === 0

/** For tests of what runs over a serial line (devices.md §7). */
export async function openSerialPair(): Promise<SerialPair> {
  const folder = await mkdtemp(join(tmpdir(), 'line-'))
  const ends: [string, string] = [join(folder, 'a'), join(folder, 'b')]
  const socat = spawn(
    'socat',
    ends.map((end) => `pty,raw,echo=0,link=${end}`),
  )
  socat.on('exit', () => void rm(folder, { recursive: true, force: true }))
  for (const end of ends) {
    for (let there = false; !there; ) {
      await new Promise((turn) => setImmediate(turn))
      there = await stat(end).then(
        () => true,
        () => false,
      )
    }
  }
  return { ends, pull: () => void socat.kill() }
}

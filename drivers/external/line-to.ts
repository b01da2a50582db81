import type { Clock } from '@jiaohao/core/clock.ts'
import { openTap, type Tap } from '../transport/tap.ts'
import { allowedCommand, commandName } from './allowed-command.ts'
import { dialCommand } from './dial-command.ts'
import { isStateQuestion, programMeaning } from './meaning.ts'

/** The way to a program, and where its log goes. */
export interface ProgramLine extends Tap {
  onLog: (line: string) => void
}

/**
 * The program that `command:NAME` means in this station's folder; undefined for every other address. Throws with
 * the reason when the station does not allow it.
 */
export function lineToProgram(
  { id, address }: { id: string; address: string },
  { dataDir, clock }: { dataDir: string; clock: Clock },
): ProgramLine | undefined {
  const name = commandName(address)
  if (name === undefined) return undefined
  const onLog = (line: string) => console.error(`${id} (${name}): ${line}`)
  const dial = dialCommand({ ...allowedCommand(dataDir, name), folder: dataDir, clock, onLog })
  return { ...openTap({ dial, clock, meaning: programMeaning, isHeartbeat: isStateQuestion }), onLog }
}

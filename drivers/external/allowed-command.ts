import { readFileSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { AllowedCommands } from '@jiaohao/core/contract/program.ts'

/** A program by its whole path, and its arguments: never a line for a shell. */
export interface Command {
  program: string
  options: readonly string[]
}

/** The name in `command:NAME`; undefined for every other address. */
export function commandName(address: string): string | undefined {
  return /^command:(.+)$/.exec(address)?.[1]
}

/**
 * What `commands.json` in the station's own folder allows under this name. A hub only ever says the name: who may
 * write the file decides what runs here, so one that everybody may write is refused. Throws with the reason.
 */
export function allowedCommand(folder: string, name: string): Command {
  const file = join(folder, 'commands.json')
  const known = statSync(file, { throwIfNoEntry: false })
  if (!known) throw new Error(`command ${name} is not allowed here: there is no ${file}`)
  if (process.platform !== 'win32' && (known.mode & 0o002) !== 0)
    throw new Error(`${file} may be written by everybody on this machine: chmod o-w`)
  const commands = AllowedCommands.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!commands.success) throw new Error(`${file}: ${commands.error.issues[0]?.path.join('.')} is wrong`)
  const [program, ...options] = Object.hasOwn(commands.data, name) ? (commands.data[name] ?? []) : []
  if (program === undefined) throw new Error(`command ${name} is not allowed here: it is not in ${file}`)
  if (!isAbsolute(program)) throw new Error(`${file}: ${program} is not a whole path`)
  return { program, options }
}

import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import { type ComposeOptions, compose } from './escpos.ts'
import { readCommand } from './twin-commands.ts'
import { openRoll } from './twin-paper.ts'

/** A slip as it comes out of the printer: its own bytes, drawn by the twin's print head. */
export function pictureOf(slip: SlipBlock[], options: ComposeOptions): string {
  let svg = ''
  const roll = openRoll(options.columns * 12, (paper) => {
    svg = paper.svg
  })
  for (let rest = compose(slip, options); rest.length > 0; ) {
    const reading = readCommand(rest, roll.hanMode())
    if (!reading) break
    roll.obey(reading.command)
    rest = rest.subarray(reading.bytes)
  }
  return svg
}

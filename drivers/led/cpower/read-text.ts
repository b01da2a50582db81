import type { LedPicture } from '../led-text.ts'
import { colourCodes, effects, rgb, TEMPLATE_TEXT, TEXT } from './commands.ts'
import { decodeGbk } from './gbk.ts'

/** A text as a card understands it, and the window it goes to. */
export interface ReadText extends LedPicture {
  window: number
  moving: boolean
}

const colours = ['red', 'green', 'yellow'] as const
const TEXT_HEAD_BYTES = 11
const TEMPLATE_HEAD_BYTES = 8
const FORMAT_BYTES = 8

/** The content of a `7B` command, from its sub-command on; undefined when it is no text or does not add up. */
export function readText(content: Uint8Array): ReadText | undefined {
  if (content.at(-1) !== 0) return undefined
  if (content[0] === TEXT && content.length > TEXT_HEAD_BYTES) {
    const [, window = 0, effect] = content
    const colour = colours.find((name) => rgb[name].every((part, at) => part === content[8 + at]))
    return read(content.subarray(TEXT_HEAD_BYTES, -1), window, effect, colour)
  }
  if (content[0] !== TEMPLATE_TEXT || content.length <= TEMPLATE_HEAD_BYTES) return undefined
  const [, , , , , , window = 0, property = 0] = content
  const formatted = (property & 0x10) !== 0
  const textAt = TEMPLATE_HEAD_BYTES + (formatted ? FORMAT_BYTES : 0)
  if (content.length <= textAt) return undefined
  const format = content.subarray(TEMPLATE_HEAD_BYTES, textAt)
  const colour = colours.find((name) => colourCodes[name] === format[4])
  return read(content.subarray(textAt, -1), window, format[5], colour)
}

function read(bytes: Uint8Array, window: number, effect = 0, colour: LedPicture['colour'] = 'red'): ReadText {
  const lines = decodeGbk(bytes).split('\r')
  const dark = lines.every((line) => line.trim() === '')
  return { window, lines: dark ? [] : lines, colour, moving: effect !== effects.draw }
}

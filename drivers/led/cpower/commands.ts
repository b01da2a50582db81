import type { LedPicture, LedSize } from '../led-text.ts'
import type { CpowerFrame } from './codec.ts'
import { encodeGbk } from './gbk.ts'

/** A command of the screen: what `76`, `46` or `7B` carries. */
export type CpowerCommand = Pick<CpowerFrame, 'command' | 'body'>

/** Where and how a text of a `7B` command appears. */
export interface CpowerText {
  picture: LedPicture
  size: LedSize
}

export const POWER = 0x76
export const BRIGHTNESS = 0x46
export const RESTART = 0x2d
export const DISPLAY = 0x7b

export const DIVIDE = 0x01
export const TEXT = 0x12
export const TEMPLATE = 0x82
export const TEMPLATE_TEXT = 0x85

/** The effects of the manual's table that a strip needs. */
export const effects = { draw: 0, scrollLeft: 14 } as const
export const rgb = { red: [255, 0, 0], green: [0, 255, 0], yellow: [255, 255, 0] } as const
export const colourCodes = { red: 1, green: 2, yellow: 3 } as const

/** Font size code 2: 16 dots, so a half-width column is 8. */
const FONT_16 = 2
const FONT_DOTS = 16
const COLUMN_DOTS = 8
const SPEED = 3
const STAY_SECONDS = 3
/** In the middle of the window, both ways. */
const CENTRED = 0b0101
const LINE_BREAK = 0x0d

export const screenOn = (): CpowerCommand => ({ command: POWER, body: Uint8Array.of(0, 1, ...zeros(7)) })
/** Whether the screen is on; it changes nothing, so it serves as the heartbeat. */
export const queryScreen = (): CpowerCommand => ({ command: POWER, body: Uint8Array.of(1) })
export const restart = (): CpowerCommand => ({ command: RESTART, body: Uint8Array.of(0) })

/** [unverified] `00` to set, then a value from 0 to 31 for each hour of the day; all equal, since the host dims. */
export const brightness = (level: number): CpowerCommand => ({
  command: BRIGHTNESS,
  body: Uint8Array.of(0, ...Array<number>(24).fill(Math.max(1, Math.round((within(level) / 15) * 31)))),
})

/** One window over the whole strip; what was shown before goes. Kept in RAM until a `07 00` saves it. */
export const divide = ({ width, height }: LedSize): CpowerCommand =>
  display([DIVIDE, 1, ...u16(0), ...u16(0), ...u16(width), ...u16(height)])

export function showText({ picture, size }: CpowerText, window = 0): CpowerCommand {
  const { text, moving } = laidOut(picture, size)
  const effect = moving ? effects.scrollLeft : effects.draw
  const look = [effect, CENTRED, SPEED, ...u16(STAY_SECONDS), FONT_16, ...rgb[picture.colour]]
  return display([TEXT, window, ...look, ...text, 0])
}

/** Into the mode in which programs of a template that an installer left on the card are filled (`82`). */
export const enterTemplate = (): CpowerCommand => display([TEMPLATE, 1])

export interface TemplatePlace {
  /** 1 to 100. */
  program: number
  /** 1 to 10. */
  window: number
}

/** Text into a window of a template's program (`85`), in a format of its own: property bit 4. */
export function showInTemplate({ picture, size }: CpowerText, place: TemplatePlace): CpowerCommand {
  const { text, moving } = laidOut(picture, size)
  const effect = moving ? effects.scrollLeft : effects.draw
  const format = [...u16(STAY_SECONDS), SPEED, FONT_16, colourCodes[picture.colour], effect, CENTRED, 0]
  const userCode = [0, 0, 0, 0]
  return display([TEMPLATE_TEXT, ...userCode, place.program, place.window, 0x10, ...format, ...text, 0])
}

/** Its length (little endian), packet 0, last packet 0, then a sub-command; the rest of `7B` is big endian. */
export const display = (content: readonly number[]): CpowerCommand => ({
  command: DISPLAY,
  body: Uint8Array.of(content.length & 0xff, content.length >>> 8, 0, 0, ...content),
})

/** Text that fits stands still; any other runs through from right to left. */
function laidOut({ lines }: LedPicture, { width, height }: LedSize): { text: number[]; moving: boolean } {
  const shown = lines.length === 0 ? [' '] : lines
  const encoded = shown.map(encodeGbk)
  const fits =
    encoded.length <= Math.max(1, Math.floor(height / FONT_DOTS)) &&
    encoded.every((line) => line.length * COLUMN_DOTS <= width)
  if (!fits) return { text: [...encodeGbk(shown.join(' '))], moving: true }
  return { text: encoded.flatMap((line, at) => [...(at ? [LINE_BREAK] : []), ...line]), moving: false }
}

const within = (level: number) => Math.min(15, Math.max(0, level))
const u16 = (value: number) => [(value >>> 8) & 0xff, value & 0xff]
const zeros = (count: number) => Array<number>(count).fill(0)

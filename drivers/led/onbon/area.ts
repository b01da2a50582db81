import type { LedPicture, LedSize } from '../led-text.ts'
import type { DynamicArea } from './commands.ts'
import { columns, encodeGb2312 } from './gb2312.ts'

/** The font that every card holds: 16 dots high, a half-width column of 8 dots. */
const FONT = '\\FO000'
const FONT_DOTS = 16
const COLUMN_DOTS = 8
const colours = { red: '\\C1', green: '\\C2', yellow: '\\C3' } as const

/**
 * The one area that fills a strip. Text that fits stands still, one line that is too long may wrap into the
 * lines the strip has, and what fits neither way runs through from right to left.
 */
export function areaOf(picture: LedPicture, { width, height }: LedSize): DynamicArea {
  const lines = picture.lines.length === 0 ? [' '] : picture.lines
  const columnsPerLine = Math.floor(width / COLUMN_DOTS)
  const rows = Math.max(1, Math.floor(height / FONT_DOTS))
  const rowsNeeded = lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(columns(line) / columnsPerLine)),
    0,
  )
  const fits = rowsNeeded <= rows
  const text = fits ? lines.map(encodeGb2312).flatMap(withBreaks) : [...encodeGb2312(lines.join(' '))]
  return {
    id: 0,
    ...{ x: 0, y: 0, width, height },
    lines: fits && rows > 1 ? 'multi' : 'single',
    wrap: fits,
    effect: fits ? 'static' : 'left',
    speed: fits ? 0 : 4,
    stayHalfSeconds: fits ? 10 : 0,
    timeoutSeconds: 0,
    text: Uint8Array.from([...Buffer.from(FONT + colours[picture.colour]), ...text]),
  }
}

const withBreaks = (line: Uint8Array, index: number) =>
  index === 0 ? [...line] : [...Buffer.from('\\n'), ...line]

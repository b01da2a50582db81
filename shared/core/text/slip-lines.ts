import type { Bitmap } from './bitmap.ts'
import { code128, modulesOf } from './code128.ts'
import { columnsOf, wrap } from './columns.ts'
import type { SlipBlock } from './slip.ts'
import { bitmapOf } from './slip-template.ts'

/** Paper as printers measure it: 48 columns on 80 mm, 32 on 58 mm. */
export type Columns = 48 | 32

/** Dots of one column: a printer's own font draws ASCII 12 wide, Han 24 wide, both 24 high. */
export const COLUMN_DOTS = 12

export interface Look {
  align: 'left' | 'centre' | 'right'
  /** Times the font's own width and height, 1 to 8. */
  width: number
  height: number
  bold: boolean
}

/** One line of a slip as it leaves the print head. */
export type SlipLine =
  | ({ line: 'text'; text: string } & Look)
  | { line: 'qr'; data: string; cellDots: number }
  | { line: 'barcode'; data: string; unitDots: number; heightDots: number }
  | { line: 'picture'; bitmap: Bitmap }
  | { line: 'feed'; dots: number }
  | { line: 'gap'; lines: number }

/** The quiet zone a reader needs below a code. */
const BELOW_CODE_DOTS = 24
const QR_CELL_DOTS = 6
const BARCODE_HEIGHT_DOTS = 80
const body: Look = { align: 'left', width: 1, height: 1, bold: false }

/** Lays a slip out in lines: the one layout that is printed and that is drawn. */
export function slipLines(slip: readonly SlipBlock[], columns: Columns): SlipLine[] {
  return slip.flatMap((block) => linesOf(block, columns))
}

function linesOf(block: SlipBlock, columns: Columns): SlipLine[] {
  switch (block.block) {
    case 'text': {
      const height = block.size ?? 1
      const width = height * (block.doubleWidth ? 2 : 1)
      const look = { align: block.align ?? 'left', width, height, bold: block.bold ?? false }
      return folded(block.text, Math.floor(columns / width)).map((text) => ({
        line: 'text',
        text,
        ...look,
      }))
    }
    case 'pair':
      return pair(block.left, block.right, columns).map((text) => ({ line: 'text', text, ...body }))
    case 'rule':
      return [{ line: 'text', text: '─'.repeat(columns / 2), ...body }]
    case 'qr':
      return [
        { line: 'qr', data: block.data, cellDots: QR_CELL_DOTS },
        { line: 'feed', dots: BELOW_CODE_DOTS },
      ]
    case 'barcode':
      return barcode(block.data, columns)
    case 'picture':
      return [{ line: 'picture', bitmap: bitmapOf(block.picture) }]
    case 'gap':
      return block.lines > 0 ? [{ line: 'gap', lines: Math.min(block.lines, 255) }] : []
  }
}

/** As wide as the paper allows; a code too long for it, or not in ASCII, stands as text (GS w takes 2 to 6 dots). */
function barcode(data: string, columns: Columns): SlipLine[] {
  const widths = code128(data)
  const fits = [3, 2].find((dots) => widths && (modulesOf(widths) + 20) * dots <= columns * COLUMN_DOTS)
  if (fits === undefined) return wrap(data, columns).map((text) => ({ line: 'text', text, ...body }))
  return [
    { line: 'barcode', data, unitDots: fits, heightDots: BARCODE_HEIGHT_DOTS },
    { line: 'feed', dots: BELOW_CODE_DOTS },
  ]
}

/** An item of a list hangs from its mark; any other text fills the line. */
function folded(text: string, columns: number): string[] {
  const mark = /^[□·•] /u.exec(text)?.[0]
  if (mark === undefined) return wrap(text, columns)
  const indent = ' '.repeat(columnsOf(mark))
  return wrap(text.slice(mark.length), columns - columnsOf(mark)).map(
    (line, at) => (at === 0 ? mark : indent) + line,
  )
}

/** Name at the left edge, value at the right; on lines of their own when they do not fit on one. */
function pair(left: string, right: string, columns: number): string[] {
  const spaces = columns - columnsOf(left) - columnsOf(right)
  if (spaces >= 2) return [left + ' '.repeat(spaces) + right]
  const values = wrap(right, columns - 2).map((value) => ' '.repeat(columns - columnsOf(value)) + value)
  return [...wrap(left, columns), ...values]
}

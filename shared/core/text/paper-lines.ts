import { columnsOf } from './columns.ts'
import { LINE_DOTS, type PaperLine, type Run } from './paper-picture.ts'
import type { SlipBlock } from './slip.ts'
import { COLUMN_DOTS, type Columns, type Look, type SlipLine, slipLines } from './slip-lines.ts'

/** The paper a slip will be, line by line, as the printer's own font draws it; a test holds it to what printers do. */
export function paperLines(slip: readonly SlipBlock[], columns: Columns): PaperLine[] {
  return slipLines(slip, columns).map(paperLine)
}

function paperLine(line: SlipLine): PaperLine {
  switch (line.line) {
    case 'text':
      if (line.text === '') return { line: 'feed', dots: LINE_DOTS }
      return {
        line: 'text',
        align: line.align,
        runs: runsOf(line.text, line),
        heightDots: Math.max(LINE_DOTS, 2 * COLUMN_DOTS * line.height),
      }
    case 'qr':
      return { line: 'qr', align: 'centre', data: line.data, cellDots: line.cellDots, level: 'M' }
    case 'barcode':
      return { ...line, align: 'centre' }
    case 'picture':
      return { line: 'image', align: 'centre', bitmap: line.bitmap }
    case 'feed':
      return line
    case 'gap':
      return { line: 'feed', dots: line.lines * LINE_DOTS }
  }
}

function runsOf(text: string, { width, height, bold }: Look): Run[] {
  return (text.match(/[ -~]+|[^ -~]+/gu) ?? []).map((part) => ({
    run: 'text',
    text: part,
    wide: !/[ -~]/.test(part),
    width,
    height,
    bold,
    dots: columnsOf(part) * COLUMN_DOTS * width,
  }))
}

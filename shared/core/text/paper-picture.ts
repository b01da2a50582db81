import { type Bitmap, isBlack } from './bitmap.ts'
import { code128, modulesOf } from './code128.ts'

export type Alignment = 'left' | 'centre' | 'right'

/** A stretch of one line in one look; widths are what the print head needs, in dots. */
export type Run =
  | { run: 'text'; text: string; wide: boolean; width: number; height: number; bold: boolean; dots: number }
  | { run: 'image'; bitmap: Bitmap; dots: number }

/** One line as it lies on the paper. */
export type PaperLine =
  | { line: 'text'; align: Alignment; runs: Run[]; heightDots: number }
  | { line: 'qr'; align: Alignment; data: string; cellDots: number; level: QrLevel }
  | { line: 'barcode'; align: Alignment; data: string; unitDots: number; heightDots: number }
  | { line: 'image'; align: Alignment; bitmap: Bitmap }
  | { line: 'feed'; dots: number }

export type QrLevel = 'L' | 'M' | 'Q' | 'H'

/** Makes the modules of a QR code, true is dark; given from outside, because core makes none itself. */
export type QrModules = (data: string, level: QrLevel) => boolean[][]

/** How far a printer feeds for one line of text. */
export const LINE_DOTS = 34

const SIDE_DOTS = 32
const HEAD_DOTS = 40
const FOOT_DOTS = 48
const INK = '#1b1b1f'
const FONTS = "'Noto Sans Mono CJK SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace"

/** A piece of paper as a picture, one dot of the print head to one unit. The virtual printer and the console draw with it. */
export function drawPaper(widthDots: number, lines: readonly PaperLine[], qrModules: QrModules): string {
  const ink: string[] = []
  let y = HEAD_DOTS
  for (const line of lines) {
    const { marks, heightDots } = drawLine(line, y, widthDots, qrModules)
    ink.push(...marks)
    y += heightDots
  }
  const width = widthDots + 2 * SIDE_DOTS
  const height = y + FOOT_DOTS
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<g fill="${INK}" font-family="${FONTS}" font-size="24">`,
    ...ink,
    '</g></svg>',
  ].join('\n')
}

function drawLine(
  line: PaperLine,
  y: number,
  widthDots: number,
  qrModules: QrModules,
): { marks: string[]; heightDots: number } {
  switch (line.line) {
    case 'feed':
      return { marks: [], heightDots: line.dots }
    case 'text': {
      const dots = line.runs.reduce((sum, run) => sum + run.dots, 0)
      let x = leftEdge(line.align, dots, widthDots)
      const marks = line.runs.map((run) => {
        const mark = drawRun(run, x, y + line.heightDots)
        x += run.dots
        return mark
      })
      return { marks, heightDots: line.heightDots }
    }
    case 'qr': {
      const data = qrModules(line.data, line.level)
      const size = data.length
      const dots = size * line.cellDots
      const x = leftEdge(line.align, dots, widthDots)
      const mark = squares(size, size, line.cellDots, (column, row) => data[row]?.[column] === true)
      return { marks: [`<path transform="translate(${x} ${y})" d="${mark}"/>`], heightDots: dots }
    }
    case 'barcode': {
      const widths = code128(line.data) ?? []
      let x = leftEdge(line.align, modulesOf(widths) * line.unitDots, widthDots)
      const marks = widths.map((modules, at) => {
        const bar = `<path d="M${x} ${y}h${modules * line.unitDots}v${line.heightDots}h-${modules * line.unitDots}z"/>`
        x += modules * line.unitDots
        return at % 2 === 0 ? bar : ''
      })
      return { marks: [marks.join('')], heightDots: line.heightDots }
    }
    case 'image': {
      const x = leftEdge(line.align, line.bitmap.widthDots, widthDots)
      return { marks: [drawBitmap(line.bitmap, x, y)], heightDots: line.bitmap.heightDots }
    }
  }
}

function leftEdge(align: Alignment, dots: number, widthDots: number): number {
  const spare = widthDots - dots
  return SIDE_DOTS + (align === 'left' ? 0 : align === 'right' ? spare : spare / 2)
}

/** Each run is stretched to exactly the dots it takes on paper, whatever font draws it here. */
function drawRun(run: Run, x: number, bottom: number): string {
  if (run.run === 'image') return drawBitmap(run.bitmap, x, bottom - run.bitmap.heightDots - 5)
  if (run.text.trim() === '') return ''
  const baseline = bottom - 5 * run.height - 3
  const weight = run.bold ? ' font-weight="700"' : ''
  return (
    `<text transform="translate(${x} ${baseline}) scale(${run.width} ${run.height})"${weight} xml:space="preserve" ` +
    `textLength="${run.dots / run.width}" lengthAdjust="spacingAndGlyphs">${escapeXml(run.text)}</text>`
  )
}

function drawBitmap(bitmap: Bitmap, x: number, y: number): string {
  const d = squares(bitmap.widthDots, bitmap.heightDots, 1, (column, row) => isBlack(bitmap, column, row))
  return `<path transform="translate(${x} ${y})" d="${d}"/>`
}

function squares(
  columns: number,
  rows: number,
  side: number,
  black: (column: number, row: number) => boolean,
) {
  let path = ''
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!black(column, row)) continue
      const from = column
      while (column + 1 < columns && black(column + 1, row)) column += 1
      path += `M${from * side} ${row * side}h${(column + 1 - from) * side}v${side}h${(from - column - 1) * side}z`
    }
  }
  return path
}

const escapeXml = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a stray control character would break the picture
    .replace(/[\u0000-\u001f]/g, '')

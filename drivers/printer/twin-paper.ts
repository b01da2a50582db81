import type { Bitmap } from './bitmap.ts'
import { type Command, LINE_DOTS } from './twin-commands.ts'
import { drawPaper } from './twin-svg.ts'

export type Alignment = 'left' | 'centre' | 'right'

/** A stretch of one line in one look; widths are what the print head needs, in dots. */
export type Run =
  | { run: 'text'; text: string; wide: boolean; width: number; height: number; bold: boolean; dots: number }
  | { run: 'image'; bitmap: Bitmap; dots: number }

export type PaperLine =
  | { line: 'text'; align: Alignment; runs: Run[]; heightDots: number }
  | { line: 'qr'; align: Alignment; data: string; cellDots: number; level: 'L' | 'M' | 'Q' | 'H' }
  | { line: 'image'; align: Alignment; bitmap: Bitmap }
  | { line: 'feed'; dots: number }

/** One piece of paper as it fell from the blade. */
export interface Paper {
  atMs: number
  widthDots: number
  lines: PaperLine[]
  /** Its words, line by line; a QR code stands as its data. */
  text: string
  /** A picture of it. */
  svg: string
}

const CHARACTER_DOTS = 24

/** The print head over an endless roll: commands in, papers out. */
export function openRoll(widthDots: number, onPaper: (paper: Omit<Paper, 'atMs'>) => void) {
  let lines: PaperLine[] = []
  let runs: Run[] = []
  let usedDots = 0
  let look = freshLook()

  function endLine() {
    const heightDots = Math.max(LINE_DOTS, ...runs.map((run) => (run.run === 'text' ? 24 * run.height : 24)))
    if (runs.length > 0) lines.push({ line: 'text', align: look.align, runs, heightDots })
    else lines.push({ line: 'feed', dots: LINE_DOTS })
    forgetLine()
  }

  function forgetLine() {
    runs = []
    usedDots = 0
  }

  function finishLine() {
    if (runs.length > 0) endLine()
  }

  function put(run: Run) {
    if (usedDots + run.dots > widthDots) endLine()
    usedDots += run.dots
    const last = runs.at(-1)
    if (last?.run === 'text' && run.run === 'text' && sameLook(last, run)) {
      last.text += run.text
      last.dots += run.dots
    } else runs.push(run)
  }

  return {
    hanMode: () => look.hanMode,
    obey(command: Command) {
      switch (command.command) {
        case 'initialise':
          look = freshLook()
          return forgetLine()
        case 'character': {
          const { text, wide } = command
          const width = look.width * (wide ? look.hanWidth : 1)
          const height = look.height * (wide ? look.hanHeight : 1)
          const dots = (wide ? CHARACTER_DOTS : CHARACTER_DOTS / 2) * width
          return put({ run: 'text', text, wide, width, height, bold: look.bold, dots })
        }
        case 'columns': {
          const bitmap = turned(command.widthDots, command.data)
          return put({ run: 'image', bitmap, dots: bitmap.widthDots })
        }
        case 'lineFeed':
          return endLine()
        case 'feed':
          finishLine()
          lines.push({ line: 'feed', dots: command.dots })
          return
        case 'raster':
          finishLine()
          lines.push({ line: 'image', align: look.align, bitmap: command })
          return
        case 'qrPrint':
          finishLine()
          lines.push({
            line: 'qr',
            align: look.align,
            data: new TextDecoder().decode(look.qrData),
            cellDots: look.qrCell,
            level: look.qrLevel,
          })
          return
        case 'cut':
          finishLine()
          onPaper({ widthDots, lines, text: wordsOf(lines), svg: drawPaper(widthDots, lines) })
          lines = []
          return
        case 'align':
          look.align = command.align
          return
        case 'size':
          look.width = command.width
          look.height = command.height
          return
        case 'hanSize':
          look.hanWidth = command.width
          look.hanHeight = command.height
          return
        case 'bold':
          look.bold = command.on
          return
        case 'hanMode':
          look.hanMode = command.on
          return
        case 'qrCell':
          look.qrCell = command.dots
          return
        case 'qrLevel':
          look.qrLevel = command.level
          return
        case 'qrStore':
          look.qrData = command.data
      }
    },
  }
}

const freshLook = () => ({
  align: 'left' as Alignment,
  width: 1,
  height: 1,
  hanWidth: 1,
  hanHeight: 1,
  bold: false,
  hanMode: false,
  qrCell: 3,
  qrLevel: 'L' as 'L' | 'M' | 'Q' | 'H',
  qrData: new Uint8Array(0) as Uint8Array,
})

const sameLook = (a: Run & { run: 'text' }, b: Run & { run: 'text' }) =>
  a.wide === b.wide && a.width === b.width && a.height === b.height && a.bold === b.bold

/** ESC * sends columns of 24 dots, three bytes each; a bitmap holds rows. */
function turned(widthDots: number, data: Uint8Array): Bitmap {
  const rowBytes = Math.ceil(widthDots / 8)
  const rows = new Uint8Array(rowBytes * CHARACTER_DOTS)
  for (let x = 0; x < widthDots; x += 1) {
    for (let y = 0; y < CHARACTER_DOTS; y += 1) {
      const black = ((data[x * 3 + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1
      if (black) rows[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return { widthDots, heightDots: CHARACTER_DOTS, rows }
}

function wordsOf(lines: PaperLine[]): string {
  return lines
    .map((line) => {
      if (line.line === 'qr') return line.data
      if (line.line !== 'text') return ''
      return line.runs.map((run) => (run.run === 'text' ? run.text : '▯')).join('')
    })
    .join('\n')
    .trim()
}

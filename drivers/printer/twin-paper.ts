import { type Bitmap, blacken, blank } from '@jiaohao/core/text/bitmap.ts'
import {
  type Alignment,
  drawPaper,
  LINE_DOTS,
  type PaperLine,
  type QrLevel,
  type Run,
} from '@jiaohao/core/text/paper-picture.ts'
import { encode } from 'uqr'
import type { Command } from './twin-commands.ts'

/** One piece of paper as it fell from the blade. */
export interface Paper {
  atMs: number
  widthDots: number
  lines: PaperLine[]
  /** Its words, line by line; a code stands as its data. */
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
        case 'barcode':
          finishLine()
          lines.push({
            line: 'barcode',
            align: look.align,
            data: command.data,
            unitDots: look.barcodeUnit,
            heightDots: look.barcodeHeight,
          })
          return
        case 'cut':
          finishLine()
          onPaper({ widthDots, lines, text: wordsOf(lines), svg: drawPaper(widthDots, lines, qrModules) })
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
          return
        case 'barcodeHeight':
          look.barcodeHeight = command.dots
          return
        case 'barcodeUnit':
          look.barcodeUnit = command.dots
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
  qrLevel: 'L' as QrLevel,
  qrData: new Uint8Array(0) as Uint8Array,
  barcodeHeight: 162,
  barcodeUnit: 3,
})

const sameLook = (a: Run & { run: 'text' }, b: Run & { run: 'text' }) =>
  a.wide === b.wide && a.width === b.width && a.height === b.height && a.bold === b.bold

/** ESC * sends columns of 24 dots, three bytes each; a bitmap holds rows. */
function turned(widthDots: number, data: Uint8Array): Bitmap {
  const bitmap = blank(widthDots, CHARACTER_DOTS)
  for (let x = 0; x < widthDots; x += 1) {
    for (let y = 0; y < CHARACTER_DOTS; y += 1) {
      if (((data[x * 3 + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1) blacken(bitmap, x, y)
    }
  }
  return bitmap
}

const qrModules = (data: string, level: QrLevel) =>
  encode(data, { ecc: level, boostEcc: false, border: 0 }).data

function wordsOf(lines: PaperLine[]): string {
  return lines
    .map((line) => {
      if (line.line === 'qr' || line.line === 'barcode') return line.data
      if (line.line !== 'text') return ''
      return line.runs.map((run) => (run.run === 'text' ? run.text : '▯')).join('')
    })
    .join('\n')
    .trim()
}

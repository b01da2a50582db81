import { LINE_DOTS } from '@jiaohao/core/text/paper-picture.ts'
import iconv from 'iconv-lite'

/** What one command of an ESC/POS stream asks the printer to do. */
export type Command =
  | { command: 'character'; text: string; wide: boolean }
  | { command: 'initialise' }
  | { command: 'lineFeed' }
  | { command: 'feed'; dots: number }
  | { command: 'align'; align: 'left' | 'centre' | 'right' }
  | { command: 'size'; width: number; height: number }
  | { command: 'hanSize'; width: number; height: number }
  | { command: 'bold'; on: boolean }
  | { command: 'hanMode'; on: boolean }
  | { command: 'qrCell'; dots: number }
  | { command: 'qrLevel'; level: 'L' | 'M' | 'Q' | 'H' }
  | { command: 'qrStore'; data: Uint8Array }
  | { command: 'qrPrint' }
  | { command: 'barcodeHeight'; dots: number }
  | { command: 'barcodeUnit'; dots: number }
  | { command: 'barcode'; data: string }
  | { command: 'raster'; widthDots: number; heightDots: number; rows: Uint8Array }
  | { command: 'columns'; widthDots: number; data: Uint8Array }
  | { command: 'cut' }
  | { command: 'automaticStatus'; mask: number }
  | { command: 'tellWhenProcessed' }
  | { command: 'nothing' }

/** A command and how many bytes it took; undefined while its last bytes have not come. */
export type Reading = { command: Command; bytes: number } | undefined

const nothing: Command = { command: 'nothing' }
const LEVELS = ['L', 'M', 'Q', 'H'] as const
const ALIGNMENTS = ['left', 'centre', 'right'] as const

/** Reads the command at the head of the printer's buffer, as Epson's ESC/POS reference lays it out. */
export function readCommand(buffer: Uint8Array, hanMode: boolean): Reading {
  const [first = 0, second, third, fourth, fifth] = buffer
  const fixed = (bytes: number, command: Command): Reading =>
    buffer.length < bytes ? undefined : { command, bytes }
  if (buffer.length === 0) return undefined

  switch (first) {
    case 0x0a:
      return fixed(1, { command: 'lineFeed' })
    case 0x10:
      // Real-time commands were obeyed when they arrived; in their turn they do nothing.
      return fixed(3, nothing)
    case 0x1b:
      if (second === undefined) return undefined
      return escapeCommand(buffer, second, third ?? 0, fixed)
    case 0x1c:
      if (second === undefined) return undefined
      if (second === 0x26) return fixed(2, { command: 'hanMode', on: true })
      if (second === 0x2e) return fixed(2, { command: 'hanMode', on: false })
      if (second === 0x21) {
        const bits = third ?? 0
        return fixed(3, { command: 'hanSize', width: bits & 4 ? 2 : 1, height: bits & 8 ? 2 : 1 })
      }
      return fixed(2, nothing)
    case 0x1d:
      if (second === undefined) return undefined
      if (second === 0x28) return fourth === undefined || fifth === undefined ? undefined : block(buffer)
      if (second === 0x76) return raster(buffer)
      if (second === 0x6b) return barcode(buffer)
      return groupCommand(second, third, fixed)
  }
  if (first < 0x20 || first === 0x7f) return fixed(1, nothing)
  return character(buffer, hanMode)
}

type Fixed = (bytes: number, command: Command) => Reading

function escapeCommand(buffer: Uint8Array, second: number, n: number, fixed: Fixed): Reading {
  switch (second) {
    case 0x40:
      return fixed(2, { command: 'initialise' })
    case 0x45:
      return fixed(3, { command: 'bold', on: (n & 1) === 1 })
    case 0x61:
      return fixed(3, { command: 'align', align: ALIGNMENTS[n % 48] ?? 'left' })
    case 0x64:
      return fixed(3, { command: 'feed', dots: n * LINE_DOTS })
    case 0x4a:
      return fixed(3, { command: 'feed', dots: n })
    case 0x2a: {
      const [, , mode = 0, low = 0, high = 0] = buffer
      const widthDots = low + 256 * high
      const bytes = 5 + widthDots * (mode >= 32 ? 3 : 1)
      return buffer.length < 5
        ? undefined
        : fixed(bytes, { command: 'columns', widthDots, data: buffer.slice(5, bytes) })
    }
    case 0x32:
      return fixed(2, nothing)
    default:
      return fixed(3, nothing)
  }
}

function groupCommand(second: number, third: number | undefined, fixed: Fixed): Reading {
  const n = third ?? 0
  switch (second) {
    case 0x21:
      return fixed(3, { command: 'size', width: (n >> 4) + 1, height: (n & 15) + 1 })
    case 0x61:
      return fixed(3, { command: 'automaticStatus', mask: n })
    case 0x68:
      return fixed(3, { command: 'barcodeHeight', dots: n })
    case 0x77:
      return fixed(3, { command: 'barcodeUnit', dots: n })
    case 0x72:
      return fixed(3, { command: 'tellWhenProcessed' })
    case 0x56:
      if (third === undefined) return undefined
      return fixed(third >= 65 ? 4 : 3, { command: 'cut' })
    default:
      return fixed(3, nothing)
  }
}

/** GS ( x: a block with its own length in bytes. Only the QR functions mean something here. */
function block(buffer: Uint8Array): Reading {
  const [, , kind, low = 0, high = 0, symbol, task, n = 0] = buffer
  const bytes = 5 + low + 256 * high
  if (buffer.length < bytes) return undefined
  if (kind !== 0x6b || symbol !== 0x31) return { command: nothing, bytes }
  switch (task) {
    case 0x43:
      return { command: { command: 'qrCell', dots: n }, bytes }
    case 0x45:
      return { command: { command: 'qrLevel', level: LEVELS[n - 0x30] ?? 'L' }, bytes }
    case 0x50:
      return { command: { command: 'qrStore', data: buffer.slice(8, bytes) }, bytes }
    case 0x51:
      return { command: { command: 'qrPrint' }, bytes }
    default:
      return { command: nothing, bytes }
  }
}

/** GS k m n: a barcode of n bytes. Of the kinds only 73, Code 128 in set B, means something here. */
function barcode(buffer: Uint8Array): Reading {
  const [, , kind = 0, length = 0] = buffer
  const bytes = 4 + length
  if (buffer.length < 4 || buffer.length < bytes) return undefined
  const data = Buffer.from(buffer.slice(4, bytes)).toString('latin1')
  if (kind !== 73 || !data.startsWith('{B')) return { command: nothing, bytes }
  return { command: { command: 'barcode', data: data.slice(2).replaceAll('{{', '{') }, bytes }
}

function raster(buffer: Uint8Array): Reading {
  if (buffer.length < 8) return undefined
  const [, , , , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = buffer
  const rowBytes = xLow + 256 * xHigh
  const heightDots = yLow + 256 * yHigh
  const bytes = 8 + rowBytes * heightDots
  if (buffer.length < bytes) return undefined
  const rows = buffer.slice(8, bytes)
  return { command: { command: 'raster', widthDots: rowBytes * 8, heightDots, rows }, bytes }
}

/** In Chinese mode a byte from 81 up begins a character of two; the font holds no longer ones and prints `?`. */
function character(buffer: Uint8Array, hanMode: boolean): Reading {
  const [first = 0, second] = buffer
  if (first < 0x80) {
    return { command: { command: 'character', text: String.fromCharCode(first), wide: false }, bytes: 1 }
  }
  if (!hanMode) {
    const text = iconv.decode(Buffer.of(first), 'cp437')
    return { command: { command: 'character', text, wide: false }, bytes: 1 }
  }
  if (second === undefined) return undefined
  if (first === 0x80 || second < 0x40)
    return { command: { command: 'character', text: '?', wide: false }, bytes: 1 }
  const text = iconv.decode(Buffer.of(first, second), 'gb18030')
  return { command: { command: 'character', text, wide: true }, bytes: 2 }
}

import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { type Bitmap, isBlack, placeholder, type Rasterise } from './bitmap.ts'
import { columnsOf, wrap } from './columns.ts'
import { printed } from './han.ts'

export interface ComposeOptions {
  /** 48 on 80 mm paper, 32 on 58 mm. */
  columns: 48 | 32
  rasterise?: Rasterise
  /** Some clones size Han characters by FS ! alone; on others FS ! undoes a size above two [unverified]. */
  hanSize: 'shared' | 'separate'
}

/** ESC @ also switches automatic status off, so it is asked for again (GS a, devices.md §1). */
const START = [0x1b, 0x40, 0x1d, 0x61, 0xff, 0x1c, 0x26]
/** Feeds to the blade and cuts. The library's own cut leaves ESC @ behind and eight empty lines before. */
export const CUT = [0x1d, 0x56, 0x42, 0x00]
const ROM_FONT_DOTS = 24

/**
 * The bytes of one slip. The library composes what it does well; Chinese goes in as bytes encoded here, because
 * it would send Japanese codes. A new composer for each slip, because it never forgets what it composed.
 */
export function compose(slip: SlipBlock[], options: ComposeOptions): Uint8Array {
  const composer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: options.columns })
  const add = (...bytes: number[]) => composer.add(Buffer.from(bytes))
  const line = (text: string) => {
    composer.add(Buffer.from(encoded(text, options)))
    composer.newLine()
  }

  add(...START)
  for (const block of slip) {
    switch (block.block) {
      case 'text': {
        const size = block.size ?? 1
        if (block.align === 'centre') composer.alignCenter()
        else if (block.align === 'right') composer.alignRight()
        if (block.bold) composer.bold(true)
        setSize(size)
        for (const part of folded(block.text, Math.floor(options.columns / size))) line(part)
        if (size > 1) setSize(1)
        if (block.bold) composer.bold(false)
        if (block.align !== undefined && block.align !== 'left') composer.alignLeft()
        break
      }
      case 'pair':
        for (const part of pair(block.left, block.right, options.columns)) line(part)
        break
      case 'rule':
        line('─'.repeat(options.columns / 2))
        break
      case 'qr':
        composer.alignCenter()
        // Bytes, not a string: the library takes the length for the number of bytes.
        composer.printQR(Buffer.from(block.data) as unknown as string, { cellSize: 6, correction: 'M' })
        composer.alignLeft()
        // The quiet zone a reader needs below the code.
        add(0x1b, 0x4a, 24)
        break
      case 'gap':
        if (block.lines > 0) add(0x1b, 0x64, Math.min(block.lines, 255))
    }
  }
  add(...CUT)
  return Uint8Array.from(composer.getBuffer())

  function setSize(size: 1 | 2 | 3 | 4) {
    composer.setTextSize(size - 1, size - 1)
    if (options.hanSize === 'separate') add(0x1c, 0x21, size > 1 ? 0x0c : 0x00)
  }
}

/** An item of a list hangs from its mark; any other text fills the line. */
function folded(text: string, columns: number): string[] {
  const mark = /^[□·•] /u.exec(text)?.[0]
  if (mark === undefined) return wrap(text, columns)
  const indent = columnsOf(mark)
  const lines = wrap(text.slice(mark.length), columns - indent)
  return lines.map((words, row) => (row === 0 ? mark : ' '.repeat(indent)) + words)
}

/** Name at the left edge, value at the right; on lines of their own when they do not fit on one. */
function pair(left: string, right: string, columns: number): string[] {
  const spaces = columns - columnsOf(left) - columnsOf(right)
  if (spaces >= 2) return [left + ' '.repeat(spaces) + right]
  const values = wrap(right, columns - 2).map((value) => ' '.repeat(columns - columnsOf(value)) + value)
  return [...wrap(left, columns), ...values]
}

function encoded(text: string, options: ComposeOptions): number[] {
  return printed(text).flatMap((character) =>
    'bytes' in character
      ? [...character.bytes]
      : inline(options.rasterise?.(character.draw, ROM_FONT_DOTS) ?? placeholder(ROM_FONT_DOTS)),
  )
}

/** ESC * 33: an image 24 dots high that stands in the line of text, columns from the left. */
function inline(bitmap: Bitmap): number[] {
  const bytes = [0x1b, 0x2a, 33, bitmap.widthDots & 0xff, bitmap.widthDots >> 8]
  for (let x = 0; x < bitmap.widthDots; x += 1) {
    for (let top = 0; top < ROM_FONT_DOTS; top += 8) {
      let column = 0
      for (let bit = 0; bit < 8; bit += 1) {
        const y = top + bit
        if (y < bitmap.heightDots && isBlack(bitmap, x, y)) column |= 0x80 >> bit
      }
      bytes.push(column)
    }
  }
  return bytes
}

import { type Bitmap, isBlack } from '@jiaohao/core/text/bitmap.ts'
import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import { type Columns, type Look, type SlipLine, slipLines } from '@jiaohao/core/text/slip-lines.ts'
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { drawnLine } from './drawn-line.ts'
import { printed } from './han.ts'
import { placeholder, type Rasterise } from './rasterise.ts'

export interface ComposeOptions {
  /** 48 on 80 mm paper, 32 on 58 mm. */
  columns: Columns
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

  add(...START)
  for (const line of slipLines(slip, options.columns)) print(line)
  add(...CUT)
  return Uint8Array.from(composer.getBuffer())

  function print(line: SlipLine) {
    switch (line.line) {
      case 'text':
        return aligned(line.align, () => text(line.text, line))
      case 'qr':
        return aligned('centre', () =>
          // Bytes, not a string: the library takes the length for the number of bytes.
          composer.printQR(Buffer.from(line.data) as unknown as string, {
            cellSize: line.cellDots,
            correction: 'M',
          }),
        )
      case 'barcode':
        return aligned('centre', () => add(...code128(line.data, line.unitDots, line.heightDots)))
      case 'picture':
        return aligned('centre', () => add(...raster(line.bitmap)))
      case 'feed':
        return add(0x1b, 0x4a, line.dots)
      case 'gap':
        return add(0x1b, 0x64, line.lines)
    }
  }

  function aligned(align: Look['align'], put: () => void) {
    if (align === 'centre') composer.alignCenter()
    else if (align === 'right') composer.alignRight()
    put()
    if (align !== 'left') composer.alignLeft()
  }

  /** The printer's own font where it can; a large line with a character it lacks is drawn whole, if a font has it all. */
  function text(words: string, look: Look) {
    const drawn = look.height > 1 && options.rasterise ? drawnLine(words, look, options.rasterise) : undefined
    if (drawn) return add(...raster(drawn))
    const large = look.width > 1 || look.height > 1
    if (look.bold) composer.bold(true)
    if (large) setSize(look)
    composer.add(Buffer.from(encoded(words, options)))
    composer.newLine()
    if (large) setSize({ width: 1, height: 1 })
    if (look.bold) composer.bold(false)
  }

  function setSize({ width, height }: Pick<Look, 'width' | 'height'>) {
    add(0x1d, 0x21, ((width - 1) << 4) | (height - 1))
    if (options.hanSize === 'separate') add(0x1c, 0x21, (width > 1 ? 0x04 : 0) | (height > 1 ? 0x08 : 0))
  }
}

/** GS h, GS w, no text of its own (GS H 0), then GS k 73: Code 128, in set B, where `{` is written twice. */
function code128(data: string, unitDots: number, heightDots: number): number[] {
  const bytes = Buffer.from(`{B${data.replaceAll('{', '{{')}`, 'latin1')
  return [
    ...[0x1d, 0x68, heightDots, 0x1d, 0x77, unitDots, 0x1d, 0x48, 0x00],
    ...[0x1d, 0x6b, 73, bytes.length, ...bytes],
  ]
}

/** GS v 0: a picture on lines of its own, its width in bytes. */
function raster({ widthDots, heightDots, rows }: Bitmap): number[] {
  const rowBytes = Math.ceil(widthDots / 8)
  return [
    ...[0x1d, 0x76, 0x30, 0x00, rowBytes & 0xff, rowBytes >> 8, heightDots & 0xff, heightDots >> 8],
    ...rows,
  ]
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

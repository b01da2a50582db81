import { type Bitmap, blacken, blank, isBlack } from '@jiaohao/core/text/bitmap.ts'
import type { Look } from '@jiaohao/core/text/slip-lines.ts'
import { printed } from './han.ts'
import type { Rasterise } from './rasterise.ts'

const FONT_DOTS = 24

/**
 * A large line as one picture, when a character in it is not in the printer's font: ESC * would draw that one
 * small. Undefined when the printer's font has them all, or the machine's fonts not all.
 */
export function drawnLine(words: string, look: Look, rasterise: Rasterise): Bitmap | undefined {
  if (!printed(words).some((each) => 'draw' in each)) return undefined
  const heightDots = FONT_DOTS * look.height
  const stretch = look.width / look.height
  const placed: { bitmap: Bitmap; atDots: number }[] = []
  let atDots = 0
  for (const character of words.normalize('NFC')) {
    if (character === ' ') {
      atDots += (heightDots * stretch) / 2
      continue
    }
    const bitmap = rasterise(character, heightDots)
    if (!bitmap) return undefined
    placed.push({ bitmap, atDots })
    atDots += bitmap.widthDots * stretch
  }
  const line = blank(Math.ceil(atDots / 8) * 8, heightDots)
  for (const { bitmap, atDots: left } of placed) copy(bitmap, line, left, stretch)
  return line
}

function copy(from: Bitmap, to: Bitmap, left: number, stretch: number) {
  for (let x = 0; x < from.widthDots * stretch; x += 1) {
    for (let y = 0; y < from.heightDots; y += 1) {
      if (isBlack(from, Math.floor(x / stretch), y)) blacken(to, Math.round(left) + x, y)
    }
  }
}

import { type Bitmap, blacken, blank } from '@jiaohao/core/text/bitmap.ts'

/** Draws one character, as high as asked; undefined when no font of this machine has it. */
export type Rasterise = (character: string, heightDots: number) => Bitmap | undefined

/** A crossed box, like no Han character: says "here stands one" where no font can draw it. */
export function placeholder(heightDots: number): Bitmap {
  const box = blank(heightDots, heightDots)
  const [first, last] = [2, heightDots - 3]
  for (let y = first; y <= last; y += 1) {
    for (let x = first; x <= last; x += 1) {
      const edge = x < first + 2 || x > last - 2 || y < first + 2 || y > last - 2
      const cross = Math.abs(x - y) < 2 || Math.abs(x + y - first - last) < 2
      if (edge || cross) blacken(box, x, y)
    }
  }
  return box
}

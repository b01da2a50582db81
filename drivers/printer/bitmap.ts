/** Dots in rows from the top, eight to a byte, the leftmost in the highest bit; a set bit is black. */
export interface Bitmap {
  widthDots: number
  heightDots: number
  rows: Uint8Array
}

export const isBlack = ({ widthDots, rows }: Bitmap, x: number, y: number): boolean =>
  (((rows[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1

/** Draws one character, as high and as wide as asked; undefined when no font of this machine has it. */
export type Rasterise = (character: string, heightDots: number) => Bitmap | undefined

/** A crossed box, like no Han character: says "here stands one" where no font can draw it. */
export function placeholder(heightDots: number): Bitmap {
  const rowBytes = Math.ceil(heightDots / 8)
  const rows = new Uint8Array(rowBytes * heightDots)
  const [first, last] = [2, heightDots - 3]
  for (let y = first; y <= last; y += 1) {
    for (let x = first; x <= last; x += 1) {
      const edge = x < first + 2 || x > last - 2 || y < first + 2 || y > last - 2
      const cross = Math.abs(x - y) < 2 || Math.abs(x + y - first - last) < 2
      if (edge || cross) rows[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return { widthDots: heightDots, heightDots, rows }
}

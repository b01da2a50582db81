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

/** An empty box with a bar through it: says "here stands a character" where no font can draw it. */
export function placeholder(heightDots: number): Bitmap {
  const rowBytes = Math.ceil(heightDots / 8)
  const rows = new Uint8Array(rowBytes * heightDots)
  const first = 2
  const last = heightDots - 3
  const middle = heightDots >> 1
  for (let y = first; y <= last; y += 1) {
    for (let x = first; x <= last; x += 1) {
      const edge =
        x < first + 2 || x > last - 2 || y < first + 2 || y > last - 2 || y === middle || y === middle - 1
      if (edge) rows[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return { widthDots: heightDots, heightDots, rows }
}

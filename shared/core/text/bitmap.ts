/** Dots in rows from the top, eight to a byte, the leftmost in the highest bit; a set bit is black. */
export interface Bitmap {
  widthDots: number
  heightDots: number
  rows: Uint8Array
}

export const isBlack = ({ widthDots, rows }: Bitmap, x: number, y: number): boolean =>
  (((rows[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1

/** All white, to be drawn into. */
export const blank = (widthDots: number, heightDots: number): Bitmap => ({
  widthDots,
  heightDots,
  rows: new Uint8Array(Math.ceil(widthDots / 8) * heightDots),
})

/** Blackens one dot; outside the bitmap nothing happens. */
export function blacken({ widthDots, heightDots, rows }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return
  const at = y * Math.ceil(widthDots / 8) + (x >> 3)
  rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
}

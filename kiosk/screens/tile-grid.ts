/** How many tiles fit: all sizes in CSS pixels. */
export interface TileGrid {
  columns: number
  rows: number
}

export interface Space {
  width: number
  height: number
  gap: number
  leastWidth: number
  mostWidth: number
  leastHeight: number
}

/** As few columns as hold all tiles, so that a short list gets wide tiles; at the most as many as fit. */
export function tileGrid(count: number, space: Space): TileGrid {
  const { width, height, gap, leastWidth, mostWidth, leastHeight } = space
  const fitting = (length: number, least: number) => Math.max(1, Math.floor((length + gap) / (least + gap)))
  const rows = fitting(height, leastHeight)
  const most = fitting(width, leastWidth)
  const least = Math.min(most, Math.max(1, Math.ceil(width / mostWidth)))
  const needed = Math.ceil(count / rows)
  return { columns: Math.min(most, Math.max(least, needed)), rows }
}

import { type Bitmap, blacken, blank } from '@jiaohao/core/text/bitmap.ts'

/** One closed line through points in dots, y downwards; a character is several, filled by their winding. */
export type Contour = { x: number; y: number }[]

const ROWS_PER_DOT = 8
/** A dot is black from this much of it inside the outline: under half, so that the hairlines of 24 dots survive. */
const BLACK_FROM = 0.42

/** Fills outlines into dots by the non-zero rule of TrueType and CFF, measuring how much of each dot is inside. */
export function fill(contours: readonly Contour[], widthDots: number, heightDots: number): Bitmap {
  const bitmap = blank(widthDots, heightDots)
  for (let y = 0; y < heightDots; y += 1) {
    const inside = new Float64Array(widthDots)
    for (let part = 0; part < ROWS_PER_DOT; part += 1) {
      for (const [from, to] of spansAt(contours, y + (part + 0.5) / ROWS_PER_DOT)) cover(inside, from, to)
    }
    inside.forEach((share, x) => {
      if (share / ROWS_PER_DOT >= BLACK_FROM) blacken(bitmap, x, y)
    })
  }
  return bitmap
}

/** Where a level line runs inside the outlines. */
function spansAt(contours: readonly Contour[], level: number): [number, number][] {
  const crossings: { x: number; turn: 1 | -1 }[] = []
  for (const contour of contours) {
    contour.forEach((a, at) => {
      const b = contour[(at + 1) % contour.length] ?? a
      if (a.y <= level === b.y <= level) return
      const x = a.x + ((level - a.y) / (b.y - a.y)) * (b.x - a.x)
      crossings.push({ x, turn: b.y > a.y ? 1 : -1 })
    })
  }
  crossings.sort((a, b) => a.x - b.x)
  const spans: [number, number][] = []
  let winding = 0
  let from = 0
  for (const { x, turn } of crossings) {
    if (winding === 0) from = x
    winding += turn
    if (winding === 0) spans.push([from, x])
  }
  return spans
}

function cover(inside: Float64Array, from: number, to: number) {
  const last = Math.min(inside.length - 1, Math.ceil(to) - 1)
  for (let x = Math.max(0, Math.floor(from)); x <= last; x += 1) {
    inside[x] = (inside[x] ?? 0) + Math.max(0, Math.min(to, x + 1) - Math.max(from, x))
  }
}

import { readFileSync } from 'node:fs'
import { Blob, Face, Font, type SvgPathCommand } from 'harfbuzzjs'
import type { Contour } from './fill.ts'

/** One font of this machine, open. */
export interface FontFile {
  /** What the font calls itself: `Noto Sans CJK SC`. */
  name: string
  /** Every code point it has, rising. */
  codePoints: Uint32Array
  /** Outlines of a character in a box `heightDots` high, and its width in dots; undefined when it has none. */
  outline(codePoint: number, heightDots: number): { contours: Contour[]; widthDots: number } | undefined
}

/** Han stands on a line 0.12 em above the foot of its box (the OpenType default of the `ideo` baseline). */
const BASELINE_EM = 0.88
const STEPS_PER_CURVE = 8
const FAMILY_NAME = 1
/** More faces than this no collection has; the count is read from the file. */
const MOST_FACES = 64

/** Reads a TrueType or OpenType font, or of a collection the simplified Chinese one; throws when it is none. */
export function openFontFile(path: string): FontFile {
  const bytes = readFileSync(path)
  const blob = new Blob(bytes)
  const face = faceIn(blob, bytes)
  const codePoints = face.collectUnicodes().sort()
  if (codePoints.length === 0) throw new Error('no font, or a font without characters')
  const font = new Font(face)
  const unitsPerEm = face.upem
  return {
    name: face.getName(FAMILY_NAME, 'en') || path,
    codePoints,
    outline: (codePoint, heightDots) => {
      const glyph = font.nominalGlyph(codePoint)
      if (glyph === undefined || glyph === 0) return undefined
      const scale = heightDots / unitsPerEm
      const place = (x: number, y: number) => ({ x: x * scale, y: BASELINE_EM * heightDots - y * scale })
      return {
        contours: contoursOf(font.glyphToJson(glyph), place),
        widthDots: Math.min(2 * heightDots, Math.max(1, Math.round(font.glyphHAdvance(glyph) * scale))),
      }
    },
  }
}

function faceIn(blob: Blob, bytes: Buffer): Face {
  const faces = bytes.subarray(0, 4).toString('latin1') === 'ttcf' ? bytes.readUInt32BE(8) : 1
  for (let index = 0; index < Math.min(faces, MOST_FACES); index += 1) {
    const face = new Face(blob, index)
    if (/ SC$|SC Regular$|^SimSun/.test(face.getName(FAMILY_NAME, 'en'))) return face
  }
  return new Face(blob, 0)
}

type Place = (x: number, y: number) => Contour[number]

/** Curves as a few straight lines: at 96 dots an eighth of a stroke's curve is within half a dot. */
function contoursOf(commands: readonly SvgPathCommand[], place: Place): Contour[] {
  const contours: Contour[] = []
  let current: Contour = []
  let [fromX, fromY] = [0, 0]
  for (const { type, values } of commands) {
    if (type === 'Z') continue
    if (type === 'M') {
      current = []
      contours.push(current)
    }
    const points = [fromX, fromY, ...values]
    const steps = type === 'Q' || type === 'C' ? STEPS_PER_CURVE : 1
    for (let step = 1; step <= steps; step += 1) {
      current.push(type === 'M' ? place(points[2] ?? 0, points[3] ?? 0) : bezier(points, step / steps, place))
    }
    ;[fromX = 0, fromY = 0] = values.slice(-2)
  }
  return contours
}

/** De Casteljau: a line, a quadratic or a cubic curve, by how many points it has. */
function bezier(points: readonly number[], share: number, place: Place): Contour[number] {
  let left = [...points]
  while (left.length > 2) {
    left = left.slice(0, -2).map((value, at) => value + ((left[at + 2] ?? 0) - value) * share)
  }
  return place(left[0] ?? 0, left[1] ?? 0)
}

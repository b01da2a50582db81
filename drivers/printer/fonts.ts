import type { Bitmap } from '@jiaohao/core/text/bitmap.ts'
import { fill } from './fill.ts'
import { type FontFile, openFontFile } from './font-file.ts'
import type { Rasterise } from './rasterise.ts'

/** What became of one font file: its name and how many characters it has, or why it cannot be used. */
export type FontState =
  | { font: 'ready'; path: string; name: string; characters: number }
  | { font: 'broken'; path: string; why: string }

/** The fonts of this machine in the order in which they are tried. */
export interface Fonts {
  rasterise: Rasterise
  /** The first font that has a character; undefined when none has. */
  fontOf(codePoint: number): string | undefined
  /** Every file given; reads those not needed yet. */
  states(): FontState[]
}

type Opened = { path: string; file: FontFile } | { path: string; why: string }

/** A kiosk prints the same few rare names again and again; drawing one takes about a millisecond. */
const MOST_DRAWN = 1000

/** Draws characters from the first of these files that has them. A file is read when the ones before it lacked one. */
export function openFonts(paths: readonly string[]): Fonts {
  const opened: Opened[] = []
  const drawn = new Map<string, Bitmap | undefined>()

  function* inOrder(): Generator<Opened> {
    for (let at = 0; at < paths.length; at += 1) {
      const path = paths[at] ?? ''
      opened[at] ??= open(path)
      yield opened[at] ?? { path, why: 'not read' }
    }
  }

  function firstWith(codePoint: number): FontFile | undefined {
    for (const each of inOrder()) {
      if ('file' in each && has(each.file.codePoints, codePoint)) return each.file
    }
    return undefined
  }

  function draw(character: string, heightDots: number): Bitmap | undefined {
    const codePoint = character.codePointAt(0) ?? 0
    const outline = firstWith(codePoint)?.outline(codePoint, heightDots)
    return outline && fill(outline.contours, outline.widthDots, heightDots)
  }

  return {
    rasterise: (character, heightDots) => {
      const key = `${heightDots} ${character}`
      if (drawn.has(key)) return drawn.get(key)
      const bitmap = draw(character, heightDots)
      drawn.set(key, bitmap)
      for (const oldest of drawn.keys()) if (drawn.size > MOST_DRAWN) drawn.delete(oldest)
      return bitmap
    },
    fontOf: (codePoint) => firstWith(codePoint)?.name,
    states: () =>
      [...inOrder()].map((each) =>
        'file' in each
          ? { font: 'ready', path: each.path, name: each.file.name, characters: each.file.codePoints.length }
          : { font: 'broken', ...each },
      ),
  }
}

/** A font that cannot be read must not keep the others from printing; the test page names it. */
function open(path: string): Opened {
  try {
    return { path, file: openFontFile(path) }
  } catch (problem) {
    return { path, why: problem instanceof Error ? problem.message : String(problem) }
  }
}

function has(rising: Uint32Array, codePoint: number): boolean {
  let [low, high] = [0, rising.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = rising[middle] ?? 0
    if (found === codePoint) return true
    if (found < codePoint) low = middle + 1
    else high = middle - 1
  }
  return false
}

import type { LedPicture, LedText } from './led-text.ts'

const FLASH_MS = 3000
const PHASE_MS = 500

/**
 * What the strip shows now, and after how long that changes by itself. The host blinks, half a second lit and
 * half a second dark, because no published card command does; `shownForMs` counts from the moment the panel
 * accepted the text, so a call that waited for a cable still flashes in full.
 */
export function pictureAt(text: LedText, shownForMs: number): { picture: LedPicture; changesInMs?: number } {
  const { lines, colour } = text
  if (text.light === 'steady' || shownForMs >= FLASH_MS) return { picture: { lines, colour } }
  const dark = Math.floor(shownForMs / PHASE_MS) % 2 === 1
  return { picture: { lines: dark ? [] : lines, colour }, changesInMs: PHASE_MS - (shownForMs % PHASE_MS) }
}

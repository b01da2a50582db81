/** A strip at rest: its lines in one colour; no lines is a dark strip. */
export interface LedPicture {
  lines: readonly string[]
  colour: 'red' | 'green' | 'yellow'
}

/**
 * What a strip is to show. A call asks for attention: its text flashes for three seconds, once for each `flash`
 * mark, so that a view told again flashes nothing and a recall, with a mark of its own, flashes again.
 */
export interface LedText extends LedPicture {
  light: 'steady' | { flash: string }
}

/** A strip's size in dots. */
export interface LedSize {
  width: number
  height: number
}

export function sameText(one: LedText | undefined, other: LedText): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

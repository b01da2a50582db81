import iconv from 'iconv-lite'

/** A printed character: bytes the printer's own font knows, or one that must be drawn. */
export type Printed = { bytes: Uint8Array } | { draw: string }

/** Characters the standard gives four bytes, but every printer's font has under two. */
const TWO_BYTES: Record<string, number[]> = { '¥': [0xa3, 0xa4], '·': [0xa1, 0xa4], '€': [0xa2, 0xe3] }

/**
 * A text as a Chinese printer takes it: ASCII, or GB18030 in its two-byte form. Printers' fonts end there, so a
 * four-byte character (a rare name) or a private one is drawn, never sent and never `?`. Control characters do
 * not pass: a service name must not be able to cut paper.
 */
export function printed(text: string): Printed[] {
  const out: Printed[] = []
  for (const character of text.normalize('NFC')) {
    if (/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character)) continue
    const bytes = TWO_BYTES[character] ?? iconv.encode(character, 'gb18030')
    const inFont = bytes.length <= 2 && !/[\p{Co}\p{Cs}]/u.test(character)
    out.push(inFont ? { bytes: Uint8Array.from(bytes) } : { draw: character })
  }
  return out
}

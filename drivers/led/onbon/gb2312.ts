import iconv from 'iconv-lite'

/** The mark printers of books set for a character they have no type for: the geta mark 〓. */
const MISSING = [0xa1, 0xfe]

/**
 * Text as a font card knows it. Its ROM holds ASCII and GB2312 only, so any other character becomes 〓; and a
 * backslash begins a command of the card (`\DH` is the hour), so one in the text becomes a full-width ＼.
 */
export function encodeGb2312(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap(bytesOf))
}

export function decodeGb2312(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes), 'gb2312')
}

/** How many half-width columns a text takes: a Han character is two. */
export function columns(text: string): number {
  return encodeGb2312(text).length
}

function bytesOf(character: string): number[] {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20 || code === 0x7f) return [0x20]
  if (character === '\\') return bytesOf('＼')
  if (code < 0x80) return [code]
  const bytes = [...iconv.encode(character, 'gbk')]
  const [row = 0, cell = 0] = bytes
  const inGb2312 = bytes.length === 2 && row >= 0xa1 && row <= 0xf7 && cell >= 0xa1
  return inGb2312 ? bytes : MISSING
}

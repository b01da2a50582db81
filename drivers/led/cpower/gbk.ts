import iconv from 'iconv-lite'

/** The geta mark 〓, for a character the card has no type for. */
const MISSING = [0xa1, 0xfe]
const EURO = [0xa2, 0xe3]

/** Text as a C-Power card knows it: ASCII and two-byte GBK. Control bytes become blanks: 0 would end the text. */
export function encodeGbk(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap(bytesOf))
}

export function decodeGbk(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes), 'gbk')
}

function bytesOf(character: string): number[] {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20 || code === 0x7f) return [0x20]
  if (code < 0x80) return [code]
  if (character === '€') return EURO
  const bytes = [...iconv.encode(character, 'gbk')]
  return bytes.length === 2 ? bytes : MISSING
}

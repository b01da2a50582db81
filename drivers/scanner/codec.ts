/** What a scanner sent as one code. A code is hostile input: nobody knows who printed it. */
export type Scan = { scan: 'code'; text: string } | { scan: 'refused'; why: ScanRefusal; bytes: number }

export type ScanRefusal = 'tooLong' | 'notUtf8' | 'controlCharacter'

/** devices.md §5. */
const LONGEST_CODE_BYTES = 512
const CR = 0x0d
const LF = 0x0a

/**
 * Codes that end in CR, LF or both, and the beginning of one that has not ended. Of a beginning that is already
 * too long only so much is given back as shows that it is; the other bytes are gone.
 */
export function decodeScans(bytes: Uint8Array): { scans: Scan[]; rest: Uint8Array; cutBytes: number } {
  const scans: Scan[] = []
  let from = 0
  for (const [at, byte] of bytes.entries()) {
    if (byte !== CR && byte !== LF) continue
    // Nothing stands between CR and LF, and a scanner that sends an empty line has scanned nothing.
    if (at > from) scans.push(scanOf(bytes.subarray(from, at)))
    from = at + 1
  }
  const rest = new Uint8Array(bytes.subarray(from, from + LONGEST_CODE_BYTES + 1))
  return { scans, rest, cutBytes: bytes.length - from - rest.length }
}

/** A code as the scanner sends it; throws on what would come out as another. */
export function encodeScan(text: string, delimiter: '\r' | '\n' | '\r\n' | ''): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  const read = scanOf(bytes)
  if (read.scan !== 'code' || read.text !== text) throw new Error('no scanner gives this code')
  return new TextEncoder().encode(text + delimiter)
}

/** One code without its delimiter. */
export function scanOf(bytes: Uint8Array): Scan {
  const refused = (why: ScanRefusal): Scan => ({ scan: 'refused', why, bytes: bytes.length })
  if (bytes.length > LONGEST_CODE_BYTES) return refused('tooLong')
  const text = textOf(bytes)
  if (text === undefined) return refused('notUtf8')
  return unfit.test(text) ? refused('controlCharacter') : { scan: 'code', text }
}

/** Also what turns text round on a screen, hides in it, or is no character at all. */
const unfit = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u

/** The byte order mark is kept, to be refused like every invisible character. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

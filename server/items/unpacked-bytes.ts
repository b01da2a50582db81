const endOfDirectory = 0x06054b50
const entryHeader = 0x02014b50
const endBytes = 22
const entryBytes = 46
const mostCommentBytes = 0xffff
const mostEntries = 1_000

/**
 * How large a zip file says it is unpacked, from its directory (PKWARE APPNOTE 4.3.12, 4.3.16); null when it has
 * none. The reader unpacks no more than the directory says, so a bomb is known before it goes off.
 */
export function unpackedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (entries > mostEntries) return Number.POSITIVE_INFINITY
  let sum = 0
  for (let i = 0; i < entries; i++) {
    if (at + entryBytes > view.byteLength || view.getUint32(at, true) !== entryHeader) return null
    sum += view.getUint32(at + 24, true)
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    at += entryBytes + lengths.reduce((all, each) => all + each, 0)
  }
  return sum
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - endBytes
  for (let at = last; at >= Math.max(0, last - mostCommentBytes); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  return null
}

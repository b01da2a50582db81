/** What the printer says about itself, or the link about the printer. */
export type PrinterStatus =
  | { status: 'ready' }
  | { status: 'nearEnd' }
  | { status: 'paperOut' }
  | { status: 'coverOpen' }
  | { status: 'error'; error: PrinterError }
  | { status: 'offline'; why: string }

/** Stopped: off line without a reason given, for example while somebody holds the feed button. */
export type PrinterError = 'cutter' | 'unrecoverable' | 'recoverable' | 'stopped'

/** What a printer sends: an answer to DLE EOT, an automatic report, or "everything before was processed" (GS r). */
export type PrinterFrame =
  | { frame: 'realTime'; byte: number }
  | { frame: 'automatic'; bytes: [number, number, number, number] }
  | { frame: 'processed' }

const isRealTime = (byte: number) => (byte & 0x93) === 0x12
const isReport = (byte: number) => (byte & 0x93) === 0x10
const isPlain = (byte: number) => (byte & 0x90) === 0

/**
 * Tells the three kinds of answer apart by their fixed bits (devices.md §1, Status). The rest of a report torn in
 * transit looks exactly like "processed", and a false "printed" loses a citizen's slip: torn reports go whole, and
 * plain bytes in a row count for nothing, as only one such question is ever open.
 */
export function decodePrinter(bytes: Uint8Array) {
  const frames: PrinterFrame[] = []
  let discardedBytes = 0
  let at = 0
  while (at < bytes.length) {
    const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4)
    const plain = plainRun(bytes, isPlain(first) ? at : at + 1)
    if (isRealTime(first)) {
      frames.push({ frame: 'realTime', byte: first })
      at += 1
    } else if (isReport(first) && plain >= 3) {
      frames.push({ frame: 'automatic', bytes: [first, second, third, fourth] })
      at += 4
    } else if (isReport(first) && at + 1 + plain === bytes.length) {
      break
    } else if (isPlain(first) && plain === 1) {
      frames.push({ frame: 'processed' })
      at += 1
    } else {
      const torn = isPlain(first) ? plain : isReport(first) ? 1 + plain : 1
      discardedBytes += torn
      at += torn
    }
  }
  return { frames, rest: bytes.subarray(at), discardedBytes }
}

function plainRun(bytes: Uint8Array, from: number): number {
  let end = from
  while (end < bytes.length && isPlain(bytes[end] ?? 0xff)) end += 1
  return end - from
}

/** From the four answers to DLE EOT 1, 2, 3 and 4. */
export function statusOfRealTime([printer, offline, error, paper]: [
  number,
  number,
  number,
  number,
]): PrinterStatus {
  if (error & 0x08) return { status: 'error', error: 'cutter' }
  if (error & 0x20) return { status: 'error', error: 'unrecoverable' }
  if (offline & 0x04) return { status: 'coverOpen' }
  if (offline & 0x20 || paper & 0x60) return { status: 'paperOut' }
  if (error & 0x40 || offline & 0x40) return { status: 'error', error: 'recoverable' }
  if (printer & 0x08) return { status: 'error', error: 'stopped' }
  if (paper & 0x0c) return { status: 'nearEnd' }
  return { status: 'ready' }
}

/** From the four bytes of an automatic report (GS a). */
export function statusOfAutomatic([printer, error, paper]: [number, number, number, number]): PrinterStatus {
  if (error & 0x08) return { status: 'error', error: 'cutter' }
  if (error & 0x20) return { status: 'error', error: 'unrecoverable' }
  if (printer & 0x20) return { status: 'coverOpen' }
  if (paper & 0x0c) return { status: 'paperOut' }
  if (error & 0x44) return { status: 'error', error: 'recoverable' }
  if (printer & 0x08) return { status: 'error', error: 'stopped' }
  if (paper & 0x03) return { status: 'nearEnd' }
  return { status: 'ready' }
}

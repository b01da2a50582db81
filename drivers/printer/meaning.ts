import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import type { MeaningOf } from '../transport/tap.ts'
import { decodePrinter, statusOfAutomatic } from './status.ts'
import { type Command, readCommand } from './twin-commands.ts'

/** What ESC/POS bytes say: commands and text to the printer, its status and "processed" from it. */
export const printerMeaning: MeaningOf = (direction, bytes) =>
  direction === 'sent' ? commandsIn(bytes) : answersIn(bytes)

/**
 * The same bytes with every QR code's data starred out: it is the key to a citizen's own page, with which one could
 * rate in their name (GS ( k, function 180: `1d 28 6b pL pH 31 50 30 data`).
 */
export function withoutCodes(sent: Uint8Array): Uint8Array {
  const hidden = Buffer.from(sent)
  for (let at = hidden.indexOf(CODE); at >= 0; at = hidden.indexOf(CODE, at + 1)) {
    const [, , , low = 0, high = 0, , task] = hidden.subarray(at, at + 7)
    if (task === STORE) hidden.fill('*', at + 8, Math.min(hidden.length, at + 5 + low + 256 * high))
  }
  return hidden
}

const CODE = Uint8Array.of(0x1d, 0x28, 0x6b)
const STORE = 0x50

/** DLE EOT n, asked every two seconds. */
export const isStatusQuestion = (sent: Uint8Array): boolean =>
  sent.length === 3 && sent[0] === 0x10 && sent[1] === 0x04

function commandsIn(bytes: Uint8Array): Meaning[] {
  const found: Meaning[] = []
  let text = ''
  let hanMode = false
  let nulls = 0
  const say = (means: string, detail = '') => {
    if (text.trim() !== '') found.push({ means: 'text', detail: text.trim() })
    text = ''
    if (nulls > 0) found.push({ means: 'nulls', detail: `${nulls}` })
    nulls = 0
    if (means !== '') found.push({ means, detail })
  }
  for (let rest = bytes; rest.length > 0; ) {
    const realTime = realTimeAt(rest)
    if (realTime) {
      say(realTime.means, realTime.detail)
      rest = rest.subarray(3)
      continue
    }
    if (rest[0] === 0) {
      nulls += 1
      rest = rest.subarray(1)
      continue
    }
    const reading = readCommand(rest, hanMode)
    if (!reading) {
      say('unfinished', `${rest.length}`)
      break
    }
    const { command } = reading
    if (command.command === 'character') text += command.text
    else if (command.command === 'lineFeed') text += ' '
    else {
      if (command.command === 'hanMode') hanMode = command.on
      const meaning = meaningOf(command)
      if (meaning) say(meaning.means, meaning.detail)
    }
    rest = rest.subarray(reading.bytes)
  }
  say('')
  return found
}

function realTimeAt([first, second, n = 0]: Uint8Array): Meaning | undefined {
  if (first !== 0x10) return undefined
  if (second === 0x04) return { means: 'askStatus', detail: `${n}` }
  return second === 0x05 ? { means: 'clearError', detail: '' } : undefined
}

/** The look of the text is left out: a technician looks for what was asked, not for its size. */
function meaningOf(command: Command): Meaning | undefined {
  switch (command.command) {
    case 'initialise':
    case 'cut':
    case 'tellWhenProcessed':
    case 'automaticStatus':
      return { means: command.command, detail: '' }
    case 'qrStore':
      return { means: 'qr', detail: new TextDecoder().decode(command.data) }
    case 'raster':
      return { means: 'raster', detail: `${command.widthDots} × ${command.heightDots}` }
    case 'columns':
      return { means: 'drawn', detail: '' }
    default:
      return undefined
  }
}

function answersIn(bytes: Uint8Array): Meaning[] {
  const { frames, rest, discardedBytes } = decodePrinter(bytes)
  const found = frames.map((frame): Meaning => {
    if (frame.frame === 'processed') return { means: 'processed', detail: '' }
    if (frame.frame === 'realTime') return { means: 'statusByte', detail: frame.byte.toString(16) }
    const status = statusOfAutomatic(frame.bytes)
    return { means: 'statusReport', detail: status.status === 'error' ? status.error : status.status }
  })
  if (discardedBytes > 0) found.push({ means: 'noise', detail: `${discardedBytes}` })
  if (rest.length > 0) found.push({ means: 'unfinished', detail: `${rest.length}` })
  return found
}

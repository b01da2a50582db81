import { readSheet } from 'read-excel-file/universal'
import { unpackedBytes } from './unpacked-bytes.ts'

/** Why a file is no table that can be read. */
export type Unreadable = 'oldExcel' | 'notATable' | 'tooLarge' | 'encoding'

const mostUnpackedBytes = 64 * 1024 * 1024

/** The first sheet of an xlsx file, or a CSV file in UTF-8 or GB18030, as text: nothing in it is ever calculated. */
export async function readTable(bytes: Uint8Array): Promise<string[][] | Unreadable> {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'oldExcel'
  if (begins(bytes, [0x50, 0x4b])) return readXlsx(bytes)
  if (bytes.includes(0)) return 'notATable'
  const text = decoded(bytes)
  return text === null ? 'encoding' : readCsv(text)
}

async function readXlsx(bytes: Uint8Array): Promise<string[][] | Unreadable> {
  const unpacked = unpackedBytes(bytes)
  if (unpacked === null) return 'notATable'
  if (unpacked > mostUnpackedBytes) return 'tooLarge'
  try {
    const file = new Uint8Array(bytes).buffer
    const rows = await readSheet<string>(file, 1, { parseNumber: (digits) => digits })
    return rows.map((row) => row.map(textOf))
  } catch (problem) {
    // Whatever a broken or hostile file does to the reader, to people it is one thing.
    if (problem instanceof Error) return 'notATable'
    throw problem
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell).trim()
}

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

/** Excel in China writes GB18030 without a mark; the bytes of one are hardly ever the other. */
function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (problem) {
      if (!(problem instanceof TypeError)) throw problem
    }
  }
  return null
}

/** RFC 4180; a quote that never ends takes the rest of the file. An apostrophe before a formula's sign is the export's own. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim().replace(/^'(?=[=+\-@＝＋－＠])/, ''))
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(i + 1) === '"') {
        cell += '"'
        i += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (sign === ',') endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

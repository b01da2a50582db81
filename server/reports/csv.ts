import type { Cell } from './sheet.ts'

/** RFC 4180 with CRLF; the byte order mark is what makes Excel read Chinese as UTF-8. */
export function csvOf(rows: readonly Cell[][]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`)
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(harmless(cell))
  if ('count' in cell) return String(cell.count)
  if ('minutesMs' in cell) return (cell.minutesMs / 60_000).toFixed(1)
  if ('clockMs' in cell) return clock(cell.clockMs)
  return `${(cell.share * 100).toFixed(1)}%`
}

/** A name a spreadsheet would run as a formula is told apart by an apostrophe (OWASP, CSV injection; full-width signs run too). */
const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text)

const quoted = (text: string): string => (/[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** `1:21:40`; hours go on past a day. */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

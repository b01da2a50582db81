import writeExcelFile, { type Row } from 'write-excel-file/node'
import type { Cell, Sheet } from './sheet.ts'

/** The sheet as xlsx: numbers stay numbers, so that a supervisor can go on calculating; names are never formulas. */
export async function xlsxOf({ title, heads, rows }: Sheet): Promise<Uint8Array> {
  const data = rows.map(
    (row, i): Row => (row === rows[1] ? row.map(head) : row.map((cell) => written(cell, i))),
  )
  const file = await writeExcelFile(data, {
    sheet: title,
    orientation: 'landscape',
    stickyRowsCount: 2,
    stickyColumnsCount: 2,
    columns: heads.map((_, i) => ({ width: i === 1 ? 24 : 12 })),
  }).toBuffer()
  return new Uint8Array(file)
}

const head = (cell: Cell) => ({ value: String(cell), type: String, fontWeight: 'bold' as const, wrap: true })

function written(cell: Cell, row: number): Row[number] {
  if (cell === null) return null
  if (typeof cell === 'string') {
    return row === 0 ? { value: cell, type: String, fontWeight: 'bold' } : { value: cell, type: String }
  }
  if ('count' in cell) return { value: cell.count, type: Number, format: '0' }
  if ('minutesMs' in cell) return { value: cell.minutesMs / 60_000, type: Number, format: '0.0' }
  if ('clockMs' in cell) return { value: cell.clockMs / 86_400_000, type: Number, format: '[h]:mm:ss' }
  return { value: cell.share, type: Number, format: '0.0%' }
}

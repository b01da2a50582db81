import type { FileAsk, ReportFile } from './ask.ts'
import { csvOf } from './csv.ts'
import type { Sheet } from './sheet.ts'
import { xlsxOf } from './xlsx.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A sheet as a file to download, named after its days. */
export async function fileOf(
  sheet: Sheet,
  { as, from, to }: Pick<FileAsk, 'as' | 'from' | 'to'>,
): Promise<ReportFile> {
  return {
    bytes: as === 'csv' ? csvOf(sheet.rows) : await xlsxOf(sheet),
    type: types[as],
    name: `${sheet.file}_${from}_${to}.${as}`,
  }
}

import type { FileAsk, ReportFile } from './ask.ts'
import { csvOf } from './csv.ts'
import type { FullReport } from './report.ts'
import { sheetOf } from './sheet.ts'
import { words } from './words.ts'
import { xlsxOf } from './xlsx.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A report as a file to download, named after its days. */
export async function fileOf(
  report: FullReport,
  { as, language }: Pick<FileAsk, 'as' | 'language'>,
): Promise<ReportFile> {
  const sheet = sheetOf(report, language)
  return {
    bytes: as === 'csv' ? csvOf(sheet.rows) : await xlsxOf(sheet),
    type: types[as],
    name: `${words[language].file}_${report.from}_${report.to}.${as}`,
  }
}

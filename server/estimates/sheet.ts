import type { EstimatesLine, EstimatesReport } from '@jiaohao/core/contract/estimates.ts'
import type { Language } from '@jiaohao/core/text/language.ts'
import type { StaffTexts } from '@jiaohao/core/text/staff-texts.ts'
import type { Cell, Sheet } from '../reports/sheet.ts'
import { staffWords } from '../reports/words.ts'

/** The calibration report as rows of cells: in all, by day, by service, and every formula below. */
export function estimatesSheet(report: EstimatesReport, language: Language): Sheet {
  const text = staffWords[language].estimatesFile
  const row = (scope: string, line: EstimatesLine): Cell[] => [
    scope,
    line.name,
    ...columns.map(({ cell }) => cell(line)),
  ]
  const heads = [text.scope.head, text.name, ...columns.map(({ head }) => text[head])]
  return {
    title: text.title,
    file: text.file,
    heads,
    rows: [
      [`${text.title} ${report.from} ${text.to} ${report.to}`],
      heads,
      row(text.scope.total, report.total),
      ...report.days.map((line) => row(text.scope.day, line)),
      ...report.services.map((line) => row(text.scope.service, line)),
      [],
      [text.formulas],
      ...report.formulas.map((formula): Cell[] => [formula[language]]),
    ],
  }
}

const columns: { head: ColumnHead; cell: (line: EstimatesLine) => Cell }[] = [
  { head: 'told', cell: ({ told }) => ({ count: told }) },
  { head: 'n', cell: ({ n }) => ({ count: n }) },
  { head: 'withinP50', cell: ({ withinP50 }) => share(withinP50) },
  { head: 'withinP90', cell: ({ withinP90 }) => share(withinP90) },
  { head: 'within80', cell: ({ within80 }) => share(within80) },
  { head: 'between', cell: ({ between }) => share(between) },
  { head: 'error', cell: ({ meanErrorMs }) => minutes(meanErrorMs) },
  { head: 'plainN', cell: ({ plain }) => ({ count: plain.n }) },
  { head: 'plainError', cell: ({ plain }) => minutes(plain.meanErrorMs) },
  { head: 'toldError', cell: ({ plain }) => minutes(plain.toldErrorMs) },
]

type ColumnHead = Exclude<
  keyof StaffTexts['estimatesFile'],
  'title' | 'file' | 'to' | 'scope' | 'name' | 'formulas'
>

const share = (value: number | null): Cell => (value === null ? null : { share: value })
const minutes = (ms: number | null): Cell => (ms === null ? null : { minutesMs: ms })

import type { EstimatesLine, EstimatesReport } from '@jiaohao/core/contract/estimates.ts'
import type { Language, SameTexts } from '@jiaohao/core/text/language.ts'
import type { Cell, Sheet } from '../reports/sheet.ts'

const zh = {
  title: '等候估计核对',
  file: '等候估计核对',
  to: '至',
  scope: { head: '范围', total: '合计', day: '日期', service: '业务' },
  name: '名称',
  told: '已告知',
  n: 'n',
  withinP50: '不超过 P50',
  withinP90: '不超过 P90',
  within80: '80% 区间',
  between: 'P50–P90 之间',
  error: '平均误差（分钟）',
  plainN: '对照 n',
  plainError: '简单算法误差（分钟）',
  toldError: '同号所告知误差（分钟）',
  formulas: '计算口径',
} as const

const en: SameTexts<typeof zh> = {
  title: 'Estimates held to account',
  file: 'waiting-estimates',
  to: 'to',
  scope: { head: 'Scope', total: 'Total', day: 'Day', service: 'Service' },
  name: 'Name',
  told: 'Told',
  n: 'n',
  withinP50: 'Within P50',
  withinP90: 'Within P90',
  within80: '80 % interval',
  between: 'Between P50 and P90',
  error: 'Mean error (min)',
  plainN: 'n of comparison',
  plainError: 'Plain formula, error (min)',
  toldError: 'Told, error over the same (min)',
  formulas: 'Formulas',
}

const words: Record<Language, SameTexts<typeof zh>> = { 'zh-CN': zh, en }

/** The calibration report as rows of cells: in all, by day, by service, and every formula below. */
export function estimatesSheet(report: EstimatesReport, language: Language): Sheet {
  const text = words[language]
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

type ColumnHead = Exclude<keyof typeof zh, 'title' | 'file' | 'to' | 'scope' | 'name' | 'formulas'>

const share = (value: number | null): Cell => (value === null ? null : { share: value })
const minutes = (ms: number | null): Cell => (ms === null ? null : { minutesMs: ms })

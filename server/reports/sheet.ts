import type { AppointmentLine, Report, Spread } from '@jiaohao/core/contract/routes.ts'
import type { Language } from '@jiaohao/core/text/language.ts'
import type { FullReport } from './report.ts'
import type { Line } from './tally.ts'
import { words } from './words.ts'

/** One cell, before it is CSV or xlsx: text, a count, or a measure each format writes its own way; null is empty. */
export type Cell =
  | string
  | null
  | { count: number }
  | { minutesMs: number }
  | { clockMs: number }
  | { share: number }

export interface Sheet {
  /** Short enough to name a tab: at most 31 characters. */
  title: string
  /** What its file is called, before the days. */
  file: string
  /** The widest table's heads: the second row of `rows`. */
  heads: string[]
  /** Title, heads, one row per line, then the hours and the formulas. */
  rows: Cell[][]
}

/** Satisfaction of fewer marks says nothing (E12). */
const fewestMarks = 5

/** A report as rows of cells in one language: every mean with its n, every formula below. */
export function sheetOf(report: FullReport, language: Language): Sheet {
  const text = words[language]
  const columns = columnsIn(language)
  const heads = [text.scope.head, text.name, ...columns.map(({ head }) => head)]
  const row = (scope: string, line: Line): Cell[] => [
    scope,
    line.name,
    ...columns.map(({ cell }) => cell(line)),
  ]
  return {
    title: text.title,
    file: text.file,
    heads,
    rows: [
      [`${text.title} ${report.from} ${text.to} ${report.to}`],
      heads,
      row(text.scope.total, report.total),
      ...report.services.map((line) => row(text.scope.service, line)),
      ...report.counters.map((line) => row(text.scope.counter, line)),
      ...report.clerks.map((line) => row(text.scope.clerk, line)),
      [],
      [text.hour, text.counts.issued, text.counts.called, text.hourMeanWait],
      ...report.hours.map(hourRow),
      [],
      ...(report.appointments.length > 0
        ? [
            [
              text.appointments.head,
              text.appointments.booked,
              text.appointments.cancelled,
              text.appointments.checkedIn,
              text.appointments.late,
              text.appointments.noShow,
              text.appointments.share,
            ],
            ...report.appointments.map((line) => appointmentRow(line, text.scope.total)),
            [],
          ]
        : []),
      [text.device, text.availability, text.openHours, text.faults],
      ...report.devices.map(deviceRow(language)),
      [],
      [text.formulas],
      ...report.formulas.map((formula): Cell[] => [formula[language]]),
    ],
  }
}

interface Column {
  head: string
  cell: (line: Line) => Cell
}

function columnsIn(language: Language): Column[] {
  const text = words[language]
  const count = (key: keyof typeof text.counts): Column => ({
    head: text.counts[key],
    cell: (line) => ({ count: line[key] }),
  })
  return [
    count('issued'),
    count('called'),
    count('finished'),
    count('missed'),
    { head: text.noShow, cell: (line) => shareOf(line.missed, line.called) },
    count('cancelled'),
    count('expired'),
    { head: text.abandonment, cell: (line) => shareOf(line.abandoned, line.issued) },
    ...(['wait', 'walk', 'service', 'stay'] as const).flatMap((key) => spreadColumns(key, language)),
    { head: text.rateable, cell: (line) => ({ count: line.rateable }) },
    { head: text.rated, cell: (line) => ({ count: line.rated }) },
    { head: text.participation, cell: (line) => shareOf(line.rated, line.rateable) },
    ...([5, 4, 3, 2, 1] as const).map(
      (level): Column => ({
        head: text.levels[level],
        cell: ({ levels }) => (levels ? { count: levels[5 - level] ?? 0 } : text.tooFew),
      }),
    ),
    {
      head: text.satisfactionN,
      cell: ({ levels }) => (levels ? { count: marksIn(levels) } : text.tooFew),
    },
    {
      head: text.satisfaction,
      cell: ({ levels }) =>
        levels && marksIn(levels) >= fewestMarks
          ? shareOf(marksIn(levels.slice(0, 3)), marksIn(levels))
          : text.tooFew,
    },
  ]
}

function spreadColumns(key: 'wait' | 'walk' | 'service' | 'stay', language: Language): Column[] {
  const { lasted, spread } = words[language]
  const column = (head: string, cell: (spread: Spread) => Cell): Column => ({
    head: `${lasted[key]} ${head}`,
    cell: (line) => cell(line[key]),
  })
  return [
    column(spread.n, ({ n }) => ({ count: n })),
    column(spread.meanMinutes, ({ meanMs }) => minutes(meanMs)),
    column(spread.mean, ({ meanMs }) => (meanMs === null ? null : { clockMs: meanMs })),
    column(spread.p50, ({ p50Ms }) => minutes(p50Ms)),
    column(spread.p90, ({ p90Ms }) => minutes(p90Ms)),
    column(spread.longest, ({ longestMs }) => minutes(longestMs)),
  ]
}

function hourRow({ hour, issued, called, meanWaitMs }: Report['hours'][number]): Cell[] {
  const from = String(hour).padStart(2, '0')
  return [`${from}:00–${from}:59`, { count: issued }, { count: called }, minutes(meanWaitMs)]
}

function appointmentRow(line: AppointmentLine, total: string): Cell[] {
  const { id, name, booked, cancelled, checkedIn, late, noShow } = line
  const counts = [booked, cancelled, checkedIn, late, noShow].map((count): Cell => ({ count }))
  return [id === '' ? total : name, ...counts, shareOf(noShow, booked - cancelled)]
}

const deviceRow =
  (language: Language) =>
  ({ station, kind, openMs, readyMs, faults }: Report['devices'][number]): Cell[] => [
    `${station} ${words[language].kinds[kind]}`,
    shareOf(readyMs, openMs),
    { clockMs: openMs },
    { count: faults },
  ]

const minutes = (ms: number | null): Cell => (ms === null ? null : { minutesMs: ms })
const shareOf = (part: number, whole: number): Cell => (whole === 0 ? null : { share: part / whole })
const marksIn = (levels: readonly number[]): number => levels.reduce((sum, each) => sum + each, 0)

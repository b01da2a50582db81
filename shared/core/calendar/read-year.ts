import { yearOf } from './day-arithmetic.ts'
import type { CalendarYear } from './hall-calendar.ts'

/** A line or entry that says no day and what it is. */
export interface NotRead {
  line: number
  text: string
}

type Days = Pick<CalendarYear, 'rest' | 'work'>

const restWords = /^(休|休息|放假|假|rest|off|holiday|false)$/i
const workWords = /^(班|上班|调休|补班|work|workday|true)$/i

/**
 * A year's table from the text an administrator has: lines `2026-02-16,休,春节`, or JSON as this hub exports it, as
 * chinese-days publishes it, or as holiday-cn does. Nothing unreadable is passed over in silence.
 */
export function readYear(text: string, source: string): CalendarYear | { notRead: NotRead[] } {
  const read = text.trimStart().startsWith('{') ? fromJson(text) : fromLines(text)
  if ('notRead' in read) return read
  const first = read.rest[0] ?? read.work[0]
  if (!first) return { notRead: [{ line: 1, text: text.slice(0, 60) }] }
  return { year: yearOf(first.day), ...read, source }
}

function fromLines(text: string): Days | { notRead: NotRead[] } {
  const days: Days = { rest: [], work: [] }
  const notRead: NotRead[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [day = '', what = '', name = ''] = line.split(/[,，;\t]/).map((part) => part.trim())
    const iso = isoDay(day)
    if (iso && restWords.test(what)) days.rest.push({ day: iso, name })
    else if (iso && workWords.test(what)) days.work.push({ day: iso, name })
    else if (i > 0 || iso) notRead.push({ line: i + 1, text: line.slice(0, 60) })
  }
  return notRead.length > 0 ? { notRead } : days
}

function fromJson(text: string): Days | { notRead: NotRead[] } {
  const nothing = { notRead: [{ line: 1, text: text.slice(0, 60) }] }
  const json = parsed(text)
  if (json === undefined) return nothing
  const { rest, work, holidays, workdays, days } = json
  if (Array.isArray(days)) return listed(days, ({ isOffDay }) => isOffDay === true)
  if (Array.isArray(rest) && Array.isArray(work)) {
    const [off, on] = [listed(rest, () => true), listed(work, () => false)]
    if ('notRead' in off) return off
    return 'notRead' in on ? on : { rest: off.rest, work: on.work }
  }
  if (!isRecord(holidays) || !isRecord(workdays)) return nothing
  const named = (each: Record<string, unknown>) =>
    Object.entries(each).map(([day, name]) => ({ day, name: String(name).split(',')[1] ?? String(name) }))
  const all = [
    ...named(holidays).map((each) => ({ ...each, isOffDay: true })),
    ...named(workdays).map((each) => ({ ...each, isOffDay: false })),
  ]
  return listed(all, ({ isOffDay }) => isOffDay === true)
}

function listed(
  entries: readonly unknown[],
  rests: (entry: Record<string, unknown>) => boolean,
): Days | { notRead: NotRead[] } {
  const days: Days = { rest: [], work: [] }
  const notRead: NotRead[] = []
  for (const [i, entry] of entries.entries()) {
    const fields = isRecord(entry) ? entry : {}
    const { day, date, name } = fields
    const iso = isoDay(String(day ?? date ?? ''))
    if (!iso) notRead.push({ line: i + 1, text: JSON.stringify(entry)?.slice(0, 60) ?? '' })
    else
      (rests(fields) ? days.rest : days.work).push({ day: iso, name: typeof name === 'string' ? name : '' })
  }
  return notRead.length > 0 ? { notRead } : days
}

/** `2026-2-6` and `2026/02/06` are days; the thirtieth of February is none. */
function isoDay(text: string): string | undefined {
  const [, year, month = '', date = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  if (year === undefined) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(iso)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : undefined
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return isRecord(json) ? json : undefined
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

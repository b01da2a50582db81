import {
  CalendarSetUp,
  type ClosureAsked,
  inForce,
  noCalendar,
} from '@jiaohao/core/calendar/calendar-set-up.ts'
import { type CalendarProblem, checkClosures, checkYear } from '@jiaohao/core/calendar/check-calendar.ts'
import type { CalendarYear, HallCalendar } from '@jiaohao/core/calendar/hall-calendar.ts'
import type { Clock } from '@jiaohao/core/clock.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import { DataRefused, type Db } from './journal/database.ts'

/** The new version, or why there is none. */
export type CalendarWritten = number | (Refused & { problems?: { path: string; problem: string }[] })

/**
 * The hall's calendar, one document, every version kept. It stands beside the set-up because a year is signed by a
 * person, and undoing a change of the set-up must not take back an order of holidays.
 */
export function openCalendar(
  db: Db,
  clock: Clock,
  hallId: string,
  hall: () => Pick<Hall, 'zones' | 'services' | 'timeZone'>,
  /** Why a calendar cannot come into force on the day under way. */
  refusedToday: (
    calendar: HallCalendar,
  ) => (Refused & { problems: { path: string; problem: string }[] }) | undefined,
) {
  const newest = db.prepare<[string], { version: number; body: string }>(
    'select version, body from calendar where hall = ? order by version desc limit 1',
  )
  const one = db.prepare<[string, number], { body: string }>(
    'select body from calendar where hall = ? and version = ?',
  )
  const list = db.prepare<[string], { version: number; atMs: number; who: string; what: string }>(
    'select version, at_ms as atMs, who, what from calendar where hall = ? order by version desc limit 50',
  )
  const insert = db.prepare(
    'insert into calendar (hall, version, at_ms, who, what, body) values (?, ?, ?, ?, ?, ?)',
  )

  function read(): { version: number; calendar: CalendarSetUp } {
    const row = newest.get(hallId)
    return row
      ? { version: row.version, calendar: parsed(row.version, row.body) }
      : { version: 0, calendar: noCalendar }
  }

  function parsed(version: number, body: string): CalendarSetUp {
    const calendar = CalendarSetUp.safeParse(JSON.parse(body))
    if (calendar.success) return calendar.data
    throw new DataRefused(
      `Version ${version} of the hall's calendar cannot be read: ${calendar.error.message}`,
    )
  }

  function write(
    basedOn: number,
    who: string,
    what: string,
    change: (calendar: CalendarSetUp) => CalendarSetUp | (Refused & { problems?: CalendarProblem[] }),
  ): CalendarWritten {
    const { version, calendar } = read()
    if (basedOn !== version) return refused('stale')
    const next = change(calendar)
    if ('refused' in next) return next
    const today = refusedToday(inForce(next))
    if (today) return today
    insert.run(hallId, version + 1, clock.now(), who, what, JSON.stringify(next))
    return version + 1
  }

  return {
    read,
    inForce: (): HallCalendar => inForce(read().calendar),
    versions: () => list.all(hallId),
    /** Keeps a year's table to be read and signed; the signed one stays in force until then. */
    draft: (basedOn: number, table: CalendarYear, who: string): CalendarWritten =>
      write(basedOn, who, `draft ${table.year}`, (calendar) => {
        const problems = checkYear(table)
        if (problems.length > 0) return { ...refused('invalid'), problems }
        return { ...calendar, drafts: [...calendar.drafts.filter(({ year }) => year !== table.year), table] }
      }),
    /** Puts a drafted year in force under the name of whoever signs. */
    sign: (basedOn: number, year: number, signer: { staffId: string; name: string }): CalendarWritten =>
      write(basedOn, `staff:${signer.staffId}`, `sign ${year}`, (calendar) => {
        const draft = calendar.drafts.find((each) => each.year === year)
        if (!draft) return refused('unknownYear', { year })
        const signed = { ...draft, signedBy: { ...signer, atMs: clock.now() } }
        const others = calendar.years.filter((each) => each.year !== year)
        return {
          ...calendar,
          drafts: calendar.drafts.filter((each) => each.year !== year),
          years: [...others, signed].sort((a, b) => a.year - b.year),
        }
      }),
    close: (basedOn: number, asked: readonly ClosureAsked[], who: string): CalendarWritten =>
      write(basedOn, who, 'closures', (calendar) => {
        const today = dayOf(clock.now(), hall().timeZone)
        const closures = checkClosures(asked, calendar.closures, today, hall())
        return 'refused' in closures ? closures : { ...calendar, closures }
      }),
    restore: (version: number, who: string): CalendarWritten => {
      const row = one.get(hallId, version)
      if (!row) return refused('stale')
      return write(read().version, who, `restore ${version}`, () => parsed(version, row.body))
    },
  }
}

export type Calendar = ReturnType<typeof openCalendar>

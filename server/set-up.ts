import type { HallCalendar } from '@jiaohao/core/calendar/hall-calendar.ts'
import type { Clock } from '@jiaohao/core/clock.ts'
import { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import type { HallItems } from '@jiaohao/core/items/hall-items.ts'
import { checkHall, type HallProblem } from '@jiaohao/core/queue/check-hall.ts'
import type { checkToday } from '@jiaohao/core/queue/check-today.ts'
import type { Clerk, Hall } from '@jiaohao/core/queue/hall.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import { DataRefused, type Db } from './journal/database.ts'

/** The hall's set-up, one document, every version kept: a change names the version it was made on, undo is a version again. */
export function openSetUp(
  db: Db,
  clock: Clock,
  hallId: string,
  first: HallSetUp,
  /** Why a set-up cannot come into force on the day under way. */
  refusedToday: (hall: HallSetUp) => ReturnType<typeof checkToday>,
  offlineLetters: () => Readonly<Record<string, string>>,
) {
  const newest = db.prepare<[string], { version: number; body: string }>(
    'select version, body from set_up where hall = ? order by version desc limit 1',
  )
  const one = db.prepare<[string, number], { body: string }>(
    'select body from set_up where hall = ? and version = ?',
  )
  const list = db.prepare<[string], { version: number; atMs: number; who: string }>(
    'select version, at_ms as atMs, who from set_up where hall = ? order by version desc limit 50',
  )
  const insert = db.prepare('insert into set_up (hall, version, at_ms, who, body) values (?, ?, ?, ?, ?)')

  function read(): { version: number; hall: HallSetUp } {
    const row = newest.get(hallId)
    if (!row) return { version: 0, hall: first }
    return { version: row.version, hall: parsed(row.version, row.body) }
  }

  function parsed(version: number, body: string): HallSetUp {
    const setUp = HallSetUp.safeParse(JSON.parse(body))
    if (setUp.success) return setUp.data
    throw new DataRefused(`Version ${version} of the hall's set-up cannot be read: ${setUp.error.message}`)
  }

  function write(
    basedOn: number,
    hall: HallSetUp,
    who: string,
  ): number | Refused | (Partial<Refused> & { problems: HallProblem[] }) {
    const problems = checkHall(hall, Object.values(offlineLetters()))
    if (problems.length > 0) return { problems }
    const { version } = read()
    if (basedOn !== version) return refused('stale')
    const today = refusedToday(hall)
    if (today) return today
    insert.run(hallId, version + 1, clock.now(), who, JSON.stringify(hall))
    return version + 1
  }

  return {
    read,
    write,
    versions: () => list.all(hallId),
    restore: (version: number, who: string) => {
      const row = one.get(hallId, version)
      return row ? write(read().version, parsed(version, row.body), who) : refused('stale')
    },
    /** The hall as the core reads it: the set-up with the clerks' cards, today's items, the calendar and an address phones can reach. */
    hall: (clerks: Clerk[], items: HallItems, calendar: HallCalendar, phoneUrl: string): Hall => {
      const { hall } = read()
      return {
        ...hall,
        id: hallId,
        clerks,
        offlineLetters: offlineLetters(),
        items,
        calendar,
        phoneUrl: hall.phoneUrl === '' ? phoneUrl : hall.phoneUrl,
      }
    },
  }
}

export type SetUp = ReturnType<typeof openSetUp>

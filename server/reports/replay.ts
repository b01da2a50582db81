import type { DayOnRecord, ReplayPage } from '@jiaohao/core/contract/replay.ts'
import type { Recorded } from '@jiaohao/core/queue/event.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import { openReplay } from '@jiaohao/core/views/replay.ts'
import type * as z from 'zod'
import { dayEvents } from '../estimates/journal-read.ts'
import type { Db } from '../journal/database.ts'

/** So many events are folded at once, some hundredths of a second: other reports come between two pages. */
const usualEventsOfAPage = 2_000
/** Days being read on page by page; a reader who comes back after others begins from the day's first event. */
const mostWalks = 4
const mostDays = 400

type Walk = { key: string; told: number; rest: Iterator<Recorded>; see: ReturnType<typeof openReplay>['see'] }

export interface ReplayAsk {
  day: string
  /** So many of the day's events are known already. */
  after: number
  timeZone: string
  services: ReplayPage['services']
  counters: ReplayPage['counters']
}

/** Days seen again, a page after the other. */
export function openReplays(db: Db, hallId: string, eventsOfAPage = usualEventsOfAPage) {
  let walks: Walk[] = []

  function walkFrom({ day, after, services }: ReplayAsk, events: Iterable<Recorded>): Walk {
    const key = JSON.stringify([day, services])
    const going = walks.find((walk) => walk.key === key && walk.told === after)
    walks = walks.filter((walk) => walk !== going)
    if (going) return going
    const { see } = openReplay(services.map(({ id }) => id))
    const walk: Walk = { key, told: 0, rest: events[Symbol.iterator](), see }
    while (walk.told < after && on(walk)) {}
    return walk
  }

  return {
    page: (ask: ReplayAsk): ReplayPage | Refused => {
      const { day, timeZone, services, counters } = ask
      const found = dayEvents(db, hallId, day)
      if (!found) return refused('unknownDay')
      const walk = walkFrom(ask, found.events)
      const moments: ReplayPage['moments'] = []
      for (let i = 0; i < eventsOfAPage; i++) {
        const seen = on(walk)
        if (!seen) break
        if (seen.moment) moments.push(seen.moment)
      }
      walks = [walk, ...walks].slice(0, mostWalks)
      return {
        day,
        timeZone,
        services,
        counters,
        moments,
        told: walk.told,
        of: Math.max(found.count, walk.told),
      }
    },
  }
}

function on(walk: Walk): { moment: ReturnType<Walk['see']> } | null {
  const next = walk.rest.next()
  if (next.done) return null
  walk.told += 1
  return { moment: walk.see(next.value) }
}

/** The days there are, newest first. */
export function daysOf(db: Db, hallId: string): z.infer<typeof DayOnRecord>[] {
  return db
    .prepare<{ hall: string; most: number }, z.infer<typeof DayOnRecord>>(
      `select day, coalesce((select n from ticket t where t.hall = d.hall and t.day = d.day order by n desc limit 1), 0)
         as issued
       from hall_day d where hall = :hall order by day desc limit :most`,
    )
    .all({ hall: hallId, most: mostDays })
}

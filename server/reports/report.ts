import type { Report } from '@jiaohao/core/contract/routes.ts'
import type { Db } from '../journal/database.ts'
import { appointmentLines } from './appointments.ts'
import type { Named, ReportAsk } from './ask.ts'
import { availability } from './availability.ts'
import { formulasOf } from './formulas.ts'
import { hallHours } from './hall-hours.ts'
import { type Line, openTally, type Tally } from './tally.ts'
import { visits } from './visits.ts'

/** The contract's report with `abandoned` on every line, which the files print. */
export interface FullReport extends Report {
  total: Line
  services: Line[]
  counters: Line[]
  clerks: Line[]
}

/** A clerk's marks are shown as levels from this many on (E6). */
const fewestLevels = 10

/** What really happened on these days, by rules §8, in one pass over their visits. */
export function reportOf(db: Db, hallId: string, ask: ReportAsk): FullReport {
  const { from, to, today, timeZone, names } = ask
  const total = openTally()
  const services = tallies()
  const counters = tallies()
  const clerks = tallies()
  const hours = Array.from({ length: 24 }, openTally)
  const onHallClock = hallHours(timeZone)

  for (const visit of visits(db, hallId, from, to)) {
    const hour = hours[onHallClock(visit.issuedAtMs).hour]
    for (const [i, leg] of visit.legs.entries()) {
      const lines = [total, services.of(leg.serviceId), counters.of(leg.counterId)]
      const clerk = clerks.of(leg.staffId)
      const marked = leg.ratedAtMs !== null && onHallClock(leg.ratedAtMs).day < today
      for (const line of [...lines, hour]) line?.leg(leg)
      clerk?.leg(leg, marked)
      if (i === 0) for (const line of [...lines, hour, clerk]) line?.began(visit)
      if (i === visit.legs.length - 1) for (const line of [...lines, clerk]) line?.ended(visit)
    }
  }

  return {
    from,
    to,
    total: total.line('', ''),
    services: services.lines(names.services),
    counters: counters.lines(names.counters),
    clerks: clerks.lines(names.clerks, fewestLevels),
    hours: busyHours(hours),
    appointments: appointmentLines(db, hallId, ask),
    devices: availability(db, hallId, ask),
    formulas: formulasOf('formulas'),
  }
}

/** One tally per id that occurs; nobody's (null) has none. */
function tallies() {
  const byId = new Map<string, Tally>()
  return {
    of: (id: string | null): Tally | undefined => {
      if (id === null) return undefined
      const known = byId.get(id)
      if (known) return known
      const fresh = openTally()
      byId.set(id, fresh)
      return fresh
    },
    /** In the order of today's names; what is no longer set up follows under its id. */
    lines: (names: readonly Named[], fewest = 0): Line[] => {
      const named = new Set(names.map(({ id }) => id))
      const gone = [...byId.keys()].filter((id) => !named.has(id)).sort()
      return [...names, ...gone.map((id) => ({ id, name: id }))].flatMap(({ id, name }) => {
        const tally = byId.get(id)
        return tally ? [tally.line(id, name, fewest)] : []
      })
    },
  }
}

/** From the first to the last hour in which a number was taken, quiet ones between included. */
function busyHours(hours: readonly Tally[]): Report['hours'] {
  const all = hours.map((tally, hour) => {
    const { issued, called, wait } = tally.line('', '')
    return { hour, issued, called, meanWaitMs: wait.meanMs }
  })
  const busy = all.filter(({ issued }) => issued > 0)
  return all.slice(busy[0]?.hour ?? 0, (busy.at(-1)?.hour ?? -1) + 1)
}

import type { ReportLine } from '@jiaohao/core/contract/routes.ts'
import { serviceMs, stayMs, waitMs, walkMs } from './lasted.ts'
import { spreadOf } from './spread.ts'
import type { LegRow, Visit } from './visits.ts'

/** A report's line, and how many of its visits were over without ever having been called. */
export interface Line extends ReportLine {
  abandoned: number
}

export interface Tally {
  /** A visit that began here: its first leg is of this line. */
  began(visit: Visit): void
  /** `marked` false leaves the level, not the mark, out of the line. */
  leg(leg: LegRow, marked?: boolean): void
  /** A visit that stands or ended here: its last leg is of this line. */
  ended(visit: Visit): void
  line(id: string, name: string, fewestLevels?: number): Line
}

/** Counts one line of a report; what a line's figures mean is told in formulas.ts. */
export function openTally(): Tally {
  const counts = {
    issued: 0,
    called: 0,
    finished: 0,
    missed: 0,
    cancelled: 0,
    expired: 0,
    abandoned: 0,
    rateable: 0,
    rated: 0,
  }
  const lastedMs = {
    wait: [] as number[],
    walk: [] as number[],
    service: [] as number[],
    stay: [] as number[],
  }
  const levels = [0, 0, 0, 0, 0]

  function keep(what: keyof typeof lastedMs, ms: number | null): void {
    if (ms !== null) lastedMs[what].push(ms)
  }

  return {
    began: (visit) => {
      counts.issued += 1
      const over = visit.state === 'cancelled' || visit.state === 'expired'
      if (over && visit.legs.every((leg) => leg.firstCalledAtMs === null)) counts.abandoned += 1
    },
    leg: (leg, marked = true) => {
      if (leg.firstCalledAtMs !== null) counts.called += 1
      if (leg.ended === 'finished') counts.finished += 1
      if (leg.misses > 0) counts.missed += 1
      if (leg.rateable === 1) counts.rateable += 1
      if (leg.level !== null) {
        counts.rated += 1
        if (marked) levels[5 - leg.level] = (levels[5 - leg.level] ?? 0) + 1
      }
      keep('wait', waitMs(leg))
      keep('walk', walkMs(leg))
      keep('service', serviceMs(leg))
    },
    ended: (visit) => {
      if (visit.state === 'cancelled') counts.cancelled += 1
      if (visit.state === 'expired') counts.expired += 1
      keep('stay', stayMs(visit))
    },
    line: (id, name, fewestLevels = 0) => ({
      id,
      name,
      ...counts,
      wait: spreadOf(lastedMs.wait),
      walk: spreadOf(lastedMs.walk),
      service: spreadOf(lastedMs.service),
      stay: spreadOf(lastedMs.stay),
      levels: levels.reduce((sum, each) => sum + each, 0) < fewestLevels ? null : [...levels],
    }),
  }
}

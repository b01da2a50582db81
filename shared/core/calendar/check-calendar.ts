import type { Hall } from '../queue/hall.ts'
import { type Refused, refused } from '../queue/refused.ts'
import type { ClosureAsked } from './calendar-set-up.ts'
import { isWeekend, yearOf } from './day-arithmetic.ts'
import type { CalendarYear, Closure } from './hall-calendar.ts'

/** What is wrong with a calendar, and where: `work.3.day`, `closures.0.approver`. */
export interface CalendarProblem {
  path: string
  problem:
    | 'otherYear'
    | 'repeated'
    | 'notWeekend'
    | 'order'
    | 'missing'
    | 'publishedLate'
    | 'past'
    | 'unknown'
}

/** A year's table holds days of that year, each once, and works on weekends alone. */
export function checkYear({ year, rest, work }: CalendarYear): CalendarProblem[] {
  const seen = new Set<string>()
  const days = [
    ...rest.map(({ day }, i) => ({ day, path: `rest.${i}.day`, works: false })),
    ...work.map(({ day }, i) => ({ day, path: `work.${i}.day`, works: true })),
  ]
  return days.flatMap(({ day, path, works }): CalendarProblem[] => {
    const again = seen.has(day)
    seen.add(day)
    if (yearOf(day) !== year) return [{ path, problem: 'otherYear' }]
    if (again) return [{ path, problem: 'repeated' }]
    return works && !isWeekend(day) ? [{ path, problem: 'notWeekend' }] : []
  })
}

/**
 * The closures as they may stand, or why not: somebody approves each, for a reason, published before it begins; and
 * what has been is neither changed nor added to.
 */
export function checkClosures(
  asked: readonly ClosureAsked[],
  before: readonly Closure[],
  today: string,
  { zones, services }: Pick<Hall, 'zones' | 'services'>,
): Closure[] | (Refused & { problems: CalendarProblem[] }) {
  const known = new Set([...zones, ...services].map(({ id }) => id))
  const at = (i: number, field: string, problem: CalendarProblem['problem']) => ({
    path: `closures.${i}.${field}`,
    problem,
  })
  const missing = asked.flatMap((closure, i) => [
    ...(['reason', 'approver', 'publishedOn'] as const)
      .filter((field) => closure[field] === '')
      .map((field) => at(i, field, 'missing')),
    ...(closure.publishedOn > closure.fromDay ? [at(i, 'publishedOn', 'publishedLate')] : []),
  ])
  if (missing.length > 0) return { ...refused('closureIncomplete'), problems: missing }
  const wrong = asked.flatMap(({ id, fromDay, toDay, part, of }, i) => [
    ...(asked.findIndex((each) => each.id === id) < i ? [at(i, 'id', 'repeated')] : []),
    ...(fromDay > toDay ? [at(i, 'toDay', 'order')] : []),
    ...(part && part.from >= part.to ? [at(i, 'part.to', 'order')] : []),
    ...(idsOf(of).every((each) => known.has(each)) ? [] : [at(i, 'of', 'unknown')]),
  ])
  if (wrong.length > 0) return { ...refused('invalid'), problems: wrong }
  const past = [
    ...asked.flatMap((closure, i) =>
      closure.toDay < today && !before.some((was) => same(was, closure)) ? [at(i, 'toDay', 'past')] : [],
    ),
    ...before
      .filter(({ id, toDay }) => toDay < today && !asked.some((each) => each.id === id))
      .map(({ id }): CalendarProblem => ({ path: id, problem: 'past' })),
  ]
  return past.length > 0 ? { ...refused('inThePast'), problems: past } : [...asked]
}

function idsOf(of: Closure['of']): readonly string[] {
  switch (of.is) {
    case 'hall':
      return []
    case 'zones':
      return of.zoneIds
    case 'services':
      return of.serviceIds
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

import { languages } from '../text/language.ts'
import { type WordingProblem, wrongInWording } from '../text/wording.ts'
import type { Counter, Hall, Service } from './hall.ts'
import { offlineClashes } from './offline-number.ts'

/** What is wrong with a set-up, and where: `services.2.prefix`. */
export interface HallProblem {
  path: string
  problem:
    | 'repeated'
    | 'unknown'
    | 'order'
    | 'workedNowhere'
    | 'onlyInReserve'
    | 'walksInCircle'
    | 'offlineSeries'
    | 'overlap'
    | 'neverOpen'
    | 'belowGiven'
    | 'unsigned'
    | WordingProblem
  /** How many numbers are given already, where a quota falls below them. */
  given?: number
}

/** The rules a set-up must keep beyond the shape of its fields. */
export function checkHall(
  hall: Pick<Hall, 'zones' | 'services' | 'counters' | 'journeys' | 'policy'>,
  offlineLetters: readonly string[] = [],
): HallProblem[] {
  const zones = new Set(hall.zones.map(({ id }) => id))
  const services = new Set(hall.services.map(({ id }) => id))
  return [
    ...repeated('zones', 'id', hall.zones),
    ...repeated('services', 'id', hall.services),
    ...repeated('services', 'prefix', hall.services),
    ...checkJourneys(hall, services),
    ...offlineClashes(hall.services, offlineLetters).map(
      ({ at }): HallProblem => ({ path: `services.${at}.prefix`, problem: 'offlineSeries' }),
    ),
    ...repeated('counters', 'id', hall.counters),
    ...repeated('counters', 'no', hall.counters),
    ...hall.services.flatMap((service, i) => unknown(`services.${i}.zoneId`, service.zoneId, zones)),
    ...hall.services.flatMap(({ announcement }, i) =>
      languages.flatMap((language): HallProblem[] => {
        const problem = wrongInWording(announcement[language])
        return problem ? [{ path: `services.${i}.announcement.${language}`, problem }] : []
      }),
    ),
    ...hall.counters.flatMap((counter, i) => [
      ...unknown(`counters.${i}.zoneId`, counter.zoneId, zones),
      ...counter.serviceIds.flatMap((id, j) => unknown(`counters.${i}.serviceIds.${j}`, id, services)),
    ]),
    ...hall.counters.flatMap((counter, i) => checkTerms(counter, `counters.${i}.terms`)),
    ...hall.services.flatMap((service, i) => checkWorked(service, hall.counters, `services.${i}.open`)),
    ...hall.services.flatMap(({ slots }, i) => checkSlots(`services.${i}.slots`, slots)),
    ...hall.services.flatMap(({ quota }, i) => spans(`services.${i}.quota.slots`, quota.slots)),
    ...spans('policy.sessions', hall.policy.sessions),
    ...hall.policy.weekdaySessions.flatMap(({ weekday, sessions }, i) => [
      ...spans(`policy.weekdaySessions.${i}.sessions`, sessions),
      ...(hall.policy.weekdaySessions.findIndex((each) => each.weekday === weekday) < i
        ? [{ path: `policy.weekdaySessions.${i}.weekday`, problem: 'repeated' as const }]
        : []),
    ]),
    ...neverOpen(hall.policy),
  ]
}

/** Two slots of one weekday must not lie over each other: a booking would be of either. */
function checkSlots(path: string, rows: Service['slots']): HallProblem[] {
  return rows.flatMap((row, i): HallProblem[] => {
    if (row.from >= row.to) return [{ path: `${path}.${i}.to`, problem: 'order' }]
    const over = rows
      .slice(0, i)
      .some(
        (each) =>
          each.weekdays.some((day) => row.weekdays.includes(day)) && each.from < row.to && row.from < each.to,
      )
    return over ? [{ path: `${path}.${i}.from`, problem: 'overlap' }] : []
  })
}

/** A journey's number is of its own series, and it walks every service once: else it would go in a circle. */
function checkJourneys(
  hall: Pick<Hall, 'services' | 'journeys'>,
  services: ReadonlySet<string>,
): HallProblem[] {
  const prefixes = new Set(hall.services.map(({ prefix }) => prefix))
  return [
    ...repeated('journeys', 'id', hall.journeys),
    ...repeated('journeys', 'prefix', hall.journeys),
    ...hall.journeys.flatMap(({ id, prefix, stages }, i): HallProblem[] => {
      const steps = stages.flatMap((stage, j) =>
        stage.map((serviceId, k) => ({ serviceId, path: `journeys.${i}.stages.${j}.${k}` })),
      )
      const taken = services.has(id) || prefixes.has(prefix)
      return [
        ...(taken ? [{ path: `journeys.${i}.prefix`, problem: 'repeated' } as const] : []),
        ...steps.flatMap(({ serviceId, path }) => unknown(path, serviceId, services)),
        ...steps.flatMap(({ serviceId, path }, at): HallProblem[] =>
          steps.findIndex((each) => each.serviceId === serviceId) < at
            ? [{ path, problem: 'walksInCircle' }]
            : [],
        ),
      ]
    }),
  ]
}

/** Terms are of services worked at the counter, each once. */
function checkTerms({ serviceIds, terms }: Counter, path: string): HallProblem[] {
  return [
    ...repeated(path, 'serviceId', terms),
    ...terms.flatMap(({ serviceId }, i) => unknown(`${path}.${i}.serviceId`, serviceId, new Set(serviceIds))),
  ]
}

/** Numbers nobody calls, or nobody calls before they have waited long, are not to be given. */
function checkWorked({ id, open }: Service, counters: readonly Counter[], path: string): HallProblem[] {
  if (!open) return []
  const worked = counters.filter(({ serviceIds }) => serviceIds.includes(id))
  if (worked.length === 0) return [{ path, problem: 'workedNowhere' }]
  const freely = worked.some(
    ({ reserveMinutes, terms }) =>
      reserveMinutes === 0 && !terms.some((each) => each.serviceId === id && each.afterMinutes > 0),
  )
  return freely ? [] : [{ path, problem: 'onlyInReserve' }]
}

/** Each span begins before it ends, and after the ones before it. */
function spans(list: string, rows: readonly { from: string; to: string }[]): HallProblem[] {
  return rows.flatMap(({ from, to }, i): HallProblem[] => {
    if (from >= to) return [{ path: `${list}.${i}.to`, problem: 'order' }]
    const overlaps = rows.slice(0, i).some((other) => from < other.to && other.from < to)
    return overlaps ? [{ path: `${list}.${i}.from`, problem: 'overlap' }] : []
  })
}

/** Seven weekdays without sessions would leave no working minute to count a deadline by. */
function neverOpen({ weekdaySessions }: Hall['policy']): HallProblem[] {
  const shut = new Set(
    weekdaySessions.filter(({ sessions }) => sessions.length === 0).map(({ weekday }) => weekday),
  )
  return [1, 2, 3, 4, 5].every((weekday) => shut.has(weekday))
    ? [{ path: 'policy.weekdaySessions', problem: 'neverOpen' }]
    : []
}

function repeated<Key extends string>(
  list: string,
  key: Key,
  rows: readonly Record<Key, string>[],
): HallProblem[] {
  const seen = new Set<string>()
  return rows.flatMap((row, i): HallProblem[] => {
    if (!seen.has(row[key])) {
      seen.add(row[key])
      return []
    }
    return [{ path: `${list}.${i}.${key}`, problem: 'repeated' }]
  })
}

const unknown = (path: string, id: string, known: ReadonlySet<string>): HallProblem[] =>
  known.has(id) ? [] : [{ path, problem: 'unknown' }]

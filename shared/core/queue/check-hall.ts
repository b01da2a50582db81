import { languages } from '../text/language.ts'
import { type WordingProblem, wrongInWording } from '../text/wording.ts'
import type { Counter, Hall, Service } from './hall.ts'

/** What is wrong with a set-up, and where: `services.2.prefix`. */
export interface HallProblem {
  path: string
  problem: 'repeated' | 'unknown' | 'order' | 'workedNowhere' | 'onlyInReserve' | WordingProblem
}

/** The rules a set-up must keep beyond the shape of its fields. */
export function checkHall(hall: Pick<Hall, 'zones' | 'services' | 'counters' | 'policy'>): HallProblem[] {
  const zones = new Set(hall.zones.map(({ id }) => id))
  const services = new Set(hall.services.map(({ id }) => id))
  return [
    ...repeated('zones', 'id', hall.zones),
    ...repeated('services', 'id', hall.services),
    ...repeated('services', 'prefix', hall.services),
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
    ...hall.policy.sessions.flatMap(({ from, to }, i): HallProblem[] =>
      from < to ? [] : [{ path: `policy.sessions.${i}.to`, problem: 'order' }],
    ),
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

import { languages } from '../text/language.ts'
import { type WordingProblem, wrongInWording } from '../text/wording.ts'
import type { Hall } from './hall.ts'

/** What is wrong with a set-up, and where: `services.2.prefix`. */
export interface HallProblem {
  path: string
  problem: 'repeated' | 'unknown' | 'order' | WordingProblem
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
    ...hall.policy.sessions.flatMap(({ from, to }, i): HallProblem[] =>
      from < to ? [] : [{ path: `policy.sessions.${i}.to`, problem: 'order' }],
    ),
  ]
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

import { routes } from '@jiaohao/core/contract/routes.ts'
import type { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { offlineClashes } from '@jiaohao/core/queue/offline-number.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'
import { deviceProblems } from './device-problems.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** Stations and screens: pairing by a short code, set-up, withdrawal. */
export function stationRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { stations, audit } = parts
  const by = (who: Who | undefined) => (who ? nameOf(who) : 'unknown')

  serve(
    app,
    whoAsks,
    routes.askPairing,
    ({ body }) => {
      const asked = stations.askPairing(body.kind, body.about)
      if ('refused' in asked) throw new HttpRefused(asked.refused)
      return asked
    },
    { max: 10, timeWindow: '1 minute' },
  )
  serve(app, whoAsks, routes.claimPairing, ({ params }) => stations.claim(params.claim))
  serve(app, whoAsks, routes.listPairings, () => stations.pairings())
  serve(app, whoAsks, routes.listStations, () => stations.list())

  serve(app, whoAsks, routes.confirmPairing, ({ body, who }) => {
    check(parts, body.setUp, 'setUp.', null)
    const confirmed = stations.confirm(body.code, body.setUp)
    if ('refused' in confirmed) throw new HttpRefused('invalid', [{ path: 'code', problem: 'unknown' }])
    audit.note(by(who), 'confirmPairing', { ...confirmed, ...body.setUp })
    return confirmed
  })

  serve(app, whoAsks, routes.changeStation, ({ params, body, who }) => {
    check(parts, body, '', params.id)
    const before = stations.find(params.id)
    const changed = stations.change(params.id, body)
    if (changed !== 'changed') throw new HttpRefused(changed.refused)
    audit.note(by(who), 'changeStation', { id: params.id, ...body })
    if (before && mustReconnect(before, body)) parts.cutOff((each) => isStation(each, params.id), 'signedOut')
    else parts.tellStation(params.id)
    return { ok: true as const }
  })

  serve(app, whoAsks, routes.withdrawStation, ({ params, who }) => {
    const withdrawn = stations.withdraw(params.id)
    if (withdrawn !== 'withdrawn') throw new HttpRefused(withdrawn.refused)
    audit.note(by(who), 'withdrawStation', params.id)
    parts.cutOff((each) => isStation(each, params.id), 'keyWithdrawn')
    return { ok: true as const }
  })
}

const isStation = (who: Who, id: string): boolean => 'stationId' in who && who.stationId === id

/** What a station may do is fixed at its handshake; when that changes it must come in again. */
function mustReconnect(before: StationSetUp, after: StationSetUp): boolean {
  const rights = ({ kind, counterIds, zoneId, may }: StationSetUp) =>
    JSON.stringify([kind, counterIds, zoneId, may])
  return rights(before) !== rights(after)
}

function check({ loop, stations }: Parts, setUp: StationSetUp, prefix: string, id: string | null): void {
  const { counters, zones, services } = loop.hall()
  const others = stations.list().filter((other) => other.id !== id)
  const known = (id: string) => counters.some((counter) => counter.id === id)
  const problems = [
    ...setUp.counterIds.flatMap((id, i) =>
      known(id) ? [] : [{ path: `${prefix}counterIds.${i}`, problem: 'unknown' }],
    ),
    ...(setUp.zoneId === '' || zones.some(({ id }) => id === setUp.zoneId)
      ? []
      : [{ path: `${prefix}zoneId`, problem: 'unknown' }]),
    ...(setUp.kind === 'evaluator' && setUp.counterIds.length !== 1
      ? [{ path: `${prefix}counterIds`, problem: 'exactlyOne' }]
      : []),
    ...letterProblems(setUp, services, others).map((problem) => ({
      path: `${prefix}offlineLetter`,
      problem,
    })),
    ...deviceProblems(setUp, { counters, zones }, others).map(({ path, problem }) => ({
      path: `${prefix}${path}`,
      problem,
    })),
  ]
  if (problems.length > 0) throw new HttpRefused('invalid', problems)
}

/** Two kiosks with one letter would give one number twice, and so would a service with the prefix they compose. */
function letterProblems(
  { kind, offlineLetter: letter }: StationSetUp,
  services: readonly { prefix: string }[],
  others: readonly StationSetUp[],
): string[] {
  if (letter === '') return []
  if (kind !== 'kiosk') return ['onlyKiosks']
  if (others.some((other) => other.kind === 'kiosk' && other.offlineLetter === letter)) return ['letterTaken']
  return offlineClashes(services, [letter]).length > 0 ? ['offlineSeries'] : []
}

import { routes } from '@jiaohao/core/contract/routes.ts'
import { refused } from '@jiaohao/core/queue/refused.ts'
import { nameOf } from '@jiaohao/core/queue/who.ts'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** Devices seen from the inside and tried from afar, and screens as they stand on the glass. */
export function deviceRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { stations, audit, askStation, deviceStates } = parts

  /** The station with this device in its set-up, or a refusal. */
  function stationOf({ id, deviceId }: { id: string; deviceId: string }) {
    const station = stations.list().find((each) => each.id === id)
    if (!station) throw new HttpRefused('unknownStation')
    if (!station.devices.some((device) => device.id === deviceId)) throw new HttpRefused('unknownDevice')
    return station
  }

  serve(app, whoAsks, routes.inspectDevice, async ({ params }) => {
    const { online, deviceReports } = stationOf(params)
    const inspected = await askStation.inspect(params.id, params.deviceId)
    return {
      online,
      report: deviceReports.find((each) => each.id === params.deviceId) ?? null,
      states: deviceStates.newest(params.id, params.deviceId),
      inspection: 'refused' in inspected ? null : inspected,
    }
  })

  serve(
    app,
    whoAsks,
    routes.screenshot,
    async ({ params, who }) => {
      const station = stations.list().find(({ id }) => id === params.id)
      if (!station) throw new HttpRefused('unknownStation')
      const shot = station.online ? await askStation.screenshot(params.id) : refused('stationAway')
      const how = 'refused' in shot ? { refused: shot.refused } : {}
      audit.note(who ? nameOf(who) : 'unknown', 'screenshot', { ...params, ...how })
      if ('refused' in shot) throw new HttpRefused(shot.refused)
      return { ...shot, atMs: parts.clock.now() }
    },
    { max: 20, timeWindow: '1 minute' },
  )

  serve(app, whoAsks, routes.testDevice, async ({ params, body, who }) => {
    stationOf(params)
    const tested = await askStation.test(params.id, { deviceId: params.deviceId, test: body.test })
    if ('refused' in tested) throw new HttpRefused(tested.refused)
    audit.note(who ? nameOf(who) : 'unknown', 'testDevice', { ...params, ...body, ...tested })
    return tested
  })
}

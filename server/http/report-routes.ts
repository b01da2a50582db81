import { routes } from '@jiaohao/core/contract/routes.ts'
import { noItems } from '@jiaohao/core/items/hall-items.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import { inEach } from '@jiaohao/core/text/language.ts'
import { usualSlip } from '@jiaohao/core/text/slip-template.ts'
import { whyWords } from '@jiaohao/core/text/why-words.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Parts } from '../parts.ts'
import type { ReportFile } from '../reports/ask.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

const mostDays = 400

/** What really happened: reports, files, one day's legs, the audit. */
export function reportRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { reports, loop, staff, stations, audit, clock } = parts

  function askFor({ from, to }: { from: string; to: string }) {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
    if (!(days >= 0 && days < mostDays)) throw new HttpRefused('invalid', [{ path: 'to', problem: 'order' }])
    const hall = loop.hall()
    return {
      from,
      to,
      timeZone: hall.timeZone,
      today: dayOf(clock.now(), hall.timeZone),
      nowMs: clock.now(),
      sessions: hall.policy.sessions,
      names: {
        services: hall.services.map(({ id, name }) => ({ id, name })),
        counters: hall.counters.map(({ id, no }) => ({ id, name: no })),
        clerks: staff.list().map(({ id, name }) => ({ id, name })),
        devices: stations
          .list()
          .flatMap(({ id: stationId, name: station, devices }) =>
            devices.map(({ id: deviceId, kind }) => ({ stationId, station, deviceId, kind })),
          ),
      },
    }
  }

  serve(app, whoAsks, routes.report, ({ query }) => reports.report(askFor(query)))
  serve(app, whoAsks, routes.tickets, ({ query }) => reports.tickets(query))
  serve(app, whoAsks, routes.ticketWhy, async ({ params, who }) => {
    if (who?.as !== 'staff' && !(who?.as === 'program' && who.may.includes('read')))
      throw new HttpRefused('notAllowed')
    const told = await reports.why(params)
    if (!told) throw new HttpRefused('unknownTicket')
    const { timeZone, policy, services } = loop.hall()
    const serviceName = (serviceId: string) => services.find(({ id }) => id === serviceId)?.name ?? serviceId
    const of = { timeZone, mostPassed: policy.mostPassed, serviceName }
    return {
      told,
      words: inEach((_, language) => whyWords(told, of, language)),
    }
  })
  serve(app, whoAsks, routes.audit, ({ query }) => ({ rows: audit.rows(query.before), chain: audit.chain() }))

  serve(app, whoAsks, routes.reportFile, async ({ query, reply }) =>
    send(reply, await reports.file({ ...askFor(query), as: query.as, language: query.language })),
  )

  serve(app, whoAsks, routes.estimates, ({ query }) => reports.estimates(askFor(query)))
  serve(app, whoAsks, routes.estimatesFile, async ({ query, reply }) =>
    send(reply, await reports.estimatesFile({ ...askFor(query), as: query.as, language: query.language })),
  )
  serve(app, whoAsks, routes.daysOnRecord, () => reports.days())
  serve(app, whoAsks, routes.replay, async ({ query }) => {
    const { timeZone, services, counters } = loop.hall()
    const page = await reports.replay({
      ...query,
      timeZone,
      services: services.map(({ id, name }) => ({ id, name })),
      counters: counters.map(({ id, no }) => ({ id, no })),
    })
    if ('refused' in page) throw new HttpRefused(page)
    return page
  })
  serve(app, whoAsks, routes.whatIf, async ({ body }) => {
    const hall = { ...loop.hall(), items: noItems, clerks: [], slip: usualSlip }
    if (body.moreLike !== null && !hall.counters.some(({ id }) => id === body.moreLike))
      throw new HttpRefused('unknownCounter')
    const reply = await reports.whatIf({ ...body, hall, nowMs: clock.now() })
    if ('refused' in reply) throw new HttpRefused(reply)
    return reply
  })
}

const send = (reply: FastifyReply, file: ReportFile) =>
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .type(file.type)
    .serializer((bytes: unknown) => bytes as string)
    .send(Buffer.from(file.bytes))

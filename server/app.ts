import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { Who } from '@jiaohao/core/queue/who.ts'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { staffWho } from './handshake.ts'
import { alarmRoutes } from './http/alarm-routes.ts'
import { appointmentRoutes } from './http/appointment-routes.ts'
import { calendarRoutes } from './http/calendar-routes.ts'
import { sessionOf } from './http/cookie.ts'
import { deviceRoutes } from './http/device-routes.ts'
import { answerErrors } from './http/errors.ts'
import { guideRoutes } from './http/guide-routes.ts'
import { hallRoutes } from './http/hall-routes.ts'
import { itemRoutes } from './http/item-routes.ts'
import { servePages } from './http/pages.ts'
import { queueRoutes } from './http/queue-routes.ts'
import { reportRoutes } from './http/report-routes.ts'
import type { WhoAsks } from './http/serve.ts'
import { sessionRoutes } from './http/session-routes.ts'
import { staffRoutes } from './http/staff-routes.ts'
import { stationRoutes } from './http/station-routes.ts'
import type { Parts } from './parts.ts'

const largestBodyBytes = 512 * 1024
const requestsPerMinute = 30_000

/** The HTTP side: everything that is registered, in order. */
export async function openApp(open: {
  parts: Parts
  screensDir: string
  version: string
  logLevel: string
}): Promise<FastifyInstance> {
  const { parts } = open
  const app = Fastify({
    trustProxy: 'loopback',
    bodyLimit: largestBodyBytes,
    logger: { level: open.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  await app.register(cookie)
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' })
  await app.register(helmet, {
    hsts: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:', 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        frameAncestors: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Jiaohao 叫号',
        version: open.version,
        description:
          'Everything a screen can do, an authorised program can do. Programs send `Authorization: Bearer <key>`.',
      },
      components: {
        securitySchemes: {
          program: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'jiaohao_session' },
        },
      },
      security: [{ program: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
  })

  const whoAsks = whoAsksOf(parts)
  answerErrors(app, whoAsks)
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  queueRoutes(app, parts, whoAsks, open.version)
  appointmentRoutes(app, parts, whoAsks)
  sessionRoutes(app, parts, whoAsks)
  hallRoutes(app, parts, whoAsks)
  calendarRoutes(app, parts, whoAsks)
  itemRoutes(app, parts, whoAsks)
  guideRoutes(app, parts, whoAsks)
  staffRoutes(app, parts, whoAsks)
  stationRoutes(app, parts, whoAsks)
  deviceRoutes(app, parts, whoAsks)
  alarmRoutes(app, parts, whoAsks)
  reportRoutes(app, parts, whoAsks)
  await servePages(app, open.screensDir)
  return app
}

function whoAsksOf({ stations, sessions }: Parts): WhoAsks {
  return (request: FastifyRequest): Who | undefined => {
    const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer !== undefined) return stations.whoHolds(bearer)
    const token = sessionOf(request)
    const account = token === undefined ? undefined : sessions.whose(token)
    return account && staffWho(account)
  }
}

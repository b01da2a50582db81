import { routes } from '@jiaohao/core/contract/routes.ts'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'
import { serve, type WhoAsks } from './serve.ts'

/** The record of what was wrong, and when it was well again. */
export function alarmRoutes(app: FastifyInstance, { alarms }: Parts, whoAsks: WhoAsks): void {
  serve(app, whoAsks, routes.alarms, ({ query }) => alarms.rows(query))
}

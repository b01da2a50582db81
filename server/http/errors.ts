import type { FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isSqlite } from '../journal/database.ts'
import { HttpRefused, refusalBody, statusOf, type WhoAsks } from './serve.ts'

/** The one place where bad news leaves over HTTP: refusals and bad input in words, anything else logged and hidden. */
export function answerErrors(app: FastifyInstance, whoAsks: WhoAsks): void {
  app.setErrorHandler((problem, request, reply) => {
    if (problem instanceof HttpRefused) {
      const status = statusOf(problem.refusal.refused, whoAsks(request))
      return reply.status(status).send(refusalBody(problem.refusal, problem.problems))
    }
    if (hasZodFastifySchemaValidationErrors(problem)) {
      const problems = problem.validation.map(({ instancePath, message }) => ({
        path: instancePath.slice(1).replaceAll('/', '.'),
        problem: message ?? '',
      }))
      return reply.status(400).send(refusalBody({ refused: 'invalid' }, problems))
    }
    const status = (problem as { statusCode?: number }).statusCode ?? 500
    if (status === 429) return reply.status(429).send(refusalBody({ refused: 'tooMuch' }))
    if (status < 500) {
      return reply
        .status(status)
        .send(refusalBody({ refused: 'invalid' }, [{ path: '', problem: (problem as Error).message }]))
    }
    request.log.error(problem)
    if (isSqlite(problem)) return reply.status(503).send(refusalBody({ refused: 'notSaved' }))
    return reply.status(500).send(refusalBody({ refused: 'notSaved' }))
  })
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) {
      return reply
        .status(404)
        .send(refusalBody({ refused: 'invalid' }, [{ path: 'url', problem: 'no such route' }]))
    }
    return reply.status(404).type('text/plain; charset=utf-8').send('没有这个页面 · no such page')
  })
}

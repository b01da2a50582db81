import type { Route } from '@jiaohao/core/contract/route.ts'
import { RefusedReply } from '@jiaohao/core/contract/routes.ts'
import type { Reason, Refused } from '@jiaohao/core/queue/refused.ts'
import type { Role, Who } from '@jiaohao/core/queue/who.ts'
import { inEach } from '@jiaohao/core/text/language.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What a handler gets: parts already parsed, and who asks. */
export interface Call<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  who: Who | undefined
  request: FastifyRequest
  reply: FastifyReply
}

interface HttpProblem {
  path: string
  problem: string
  given?: number
}

/** A refusal on its way out over HTTP. */
export class HttpRefused extends Error {
  readonly refusal: Refused
  readonly problems: HttpProblem[]
  constructor(refusal: Reason | Refused, problems: HttpProblem[] = []) {
    super(typeof refusal === 'string' ? refusal : refusal.refused)
    this.refusal = typeof refusal === 'string' ? { refused: refusal } : refusal
    this.problems = problems
  }
}

export type WhoAsks = (request: FastifyRequest) => Who | undefined

/** Registers one route of the contract: parsed, allowed or refused, answered. */
export function serve<P, Q, B, R>(
  app: FastifyInstance,
  whoAsks: WhoAsks,
  route: Route<P, Q, B, R>,
  handle: (call: Call<P, Q, B>) => R | Promise<R>,
  limit?: { max: number; timeWindow: string },
  /** For routes that take files; all others take what the app takes. */
  mostBodyBytes?: number,
): void {
  app.route({
    method: route.method,
    url: route.path,
    schema: {
      summary: route.summary,
      description: mayInWords(route.may),
      params: route.params,
      querystring: route.query,
      ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: route.body }),
      response: { 200: route.reply, '4xx': RefusedReply, '5xx': RefusedReply },
    },
    ...(mostBodyBytes === undefined ? {} : { bodyLimit: mostBodyBytes }),
    ...(limit ? { config: { rateLimit: limit } } : {}),
    handler: async (request, reply) => {
      const who = whoAsks(request)
      if (!allowed(route.may, who)) throw new HttpRefused('notAllowed')
      return handle({
        params: request.params as P,
        query: request.query as Q,
        body: request.body as B,
        who,
        request,
        reply,
      })
    },
  })
}

/** The body every refusal has, in every language. */
export function refusalBody(
  { refused, opens, year, because, holds, atMs }: Refused,
  problems: HttpProblem[] = [],
) {
  return {
    refused,
    message: inEach(({ citizen }) => citizen.refusals[refused]),
    ...(opens && { opens }),
    ...(year !== undefined && { year }),
    ...(because !== undefined && { because }),
    ...(holds && { holds }),
    ...(atMs !== undefined && { atMs }),
    ...(problems.length > 0 ? { problems } : {}),
  }
}

/** The status a refusal travels with. */
export function statusOf(reason: Reason, who: Who | undefined): number {
  switch (reason) {
    case 'invalid':
      return 400
    case 'notAllowed':
      return who ? 403 : 401
    case 'tooMuch':
    case 'tooManyTries':
      return 429
    case 'notSaved':
      return 503
    default:
      return reason.startsWith('unknown') ? 404 : 409
  }
}

function allowed(may: Route['may'], who: Who | undefined): boolean {
  if (may === 'anyone') return true
  if (may === 'known') return who !== undefined
  return who?.as === 'staff' && who.roles.some((role) => (may as readonly Role[]).includes(role))
}

function mayInWords(may: Route['may']): string {
  if (may === 'anyone') return 'May be called by anybody.'
  if (may === 'known') return 'May be called by signed-in staff and paired stations and programs.'
  return `May be called by signed-in staff: ${may.join(', ')}.`
}

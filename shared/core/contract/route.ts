import * as z from 'zod'
import type { Role } from '../queue/who.ts'

/** Who may call a route: anybody, any signed-in or paired one, or staff holding one of these roles. */
export type MayCall = 'anyone' | 'known' | readonly Role[]

export interface Route<Params = unknown, Query = unknown, Body = unknown, Reply = unknown> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:name` parts are described by `params`. */
  path: string
  summary: string
  may: MayCall
  params: z.ZodType<Params>
  query: z.ZodType<Query>
  body: z.ZodType<Body>
  reply: z.ZodType<Reply>
}

const nothing = z.undefined().or(z.null()).or(z.strictObject({}))
const empty = z.object({})

/** One route, with whatever it does not name left empty. */
export function route<P = object, Q = object, B = null | undefined | object, R = unknown>(
  method: Route['method'],
  path: string,
  may: MayCall,
  summary: string,
  shapes: { params?: z.ZodType<P>; query?: z.ZodType<Q>; body?: z.ZodType<B>; reply: z.ZodType<R> },
): Route<P, Q, B, R> {
  return {
    method,
    path,
    may,
    summary,
    params: shapes.params ?? (empty as unknown as z.ZodType<P>),
    query: shapes.query ?? (empty as unknown as z.ZodType<Q>),
    body: shapes.body ?? (nothing as unknown as z.ZodType<B>),
    reply: shapes.reply,
  }
}

import type { Route } from '@jiaohao/core/contract/route.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'

/** A refusal that came over HTTP, with the problems beside their fields. */
export interface HttpRefusal {
  refused: Reason
  problems: { path: string; problem: string; given?: number }[]
}

/** Calls a route of the contract on the page's own origin. */
export async function callRoute<P, Q, B, R>(
  route: Route<P, Q, B, R>,
  ask: { params?: P; query?: Q; body?: B } = {},
): Promise<R | HttpRefusal> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((ask.params as Record<string, unknown>)[name])),
  )
  const query = new URLSearchParams(ask.query as Record<string, string> | undefined).toString()
  const response = await fetch(query ? `${path}?${query}` : path, {
    method: route.method,
    headers: ask.body === undefined ? {} : { 'content-type': 'application/json' },
    ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    credentials: 'same-origin',
  })
  const reply: unknown = await response.json()
  if (response.ok) return route.reply.parse(reply)
  const { refused = 'invalid', problems = [] } = reply as Partial<HttpRefusal>
  return { refused, problems }
}

export const isRefusal = (reply: unknown): reply is HttpRefusal =>
  typeof reply === 'object' && reply !== null && 'refused' in reply

import { routes } from '@jiaohao/core/contract/routes.ts'
import { mayWatch, view } from '@jiaohao/core/views/view.ts'
import type { FastifyInstance } from 'fastify'
import { askHall } from '../ask-hall.ts'
import type { Parts } from '../parts.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** The queue itself over plain HTTP: every command and every view a screen has. */
export function queueRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks, version: string): void {
  const { loop, clock, estimates } = parts

  serve(app, whoAsks, routes.health, () => ({
    ok: loop.saving(),
    saving: loop.saving(),
    nowMs: clock.now(),
    seq: loop.state().seq,
    version,
  }))

  serve(app, whoAsks, routes.command, async ({ body, who }) => {
    if (!who) throw new HttpRefused('notAllowed')
    const answer = await askHall(parts, body, who)
    if ('refused' in answer) throw new HttpRefused(answer)
    return answer
  })

  serve(app, whoAsks, routes.view, ({ body, who }) => {
    if (!who || !mayWatch(body, who)) throw new HttpRefused('notAllowed')
    const seen = view(loop.hall(), loop.state(), body, who, clock.now(), [], estimates.now())
    if (!seen) throw new HttpRefused('unknownCounter')
    return { seq: loop.state().seq, nowMs: clock.now(), view: seen }
  })
}

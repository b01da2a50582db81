import { routes } from '@jiaohao/core/contract/routes.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** The hall's set-up: read, change, undo. */
export function hallRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { setUp, audit } = parts

  function inForce(written: ReturnType<typeof setUp.write>, who: Who | undefined): { version: number } {
    if (typeof written !== 'number') {
      const { refused = 'invalid', ...more } = written
      throw new HttpRefused({ ...more, refused }, 'problems' in written ? written.problems : [])
    }
    audit.note(who ? nameOf(who) : 'unknown', 'writeHall', { version: written })
    parts.applySetUp()
    return { version: written }
  }

  serve(app, whoAsks, routes.readHall, () => setUp.read())
  serve(app, whoAsks, routes.writeHall, ({ body, who }) =>
    inForce(setUp.write(body.version, body.hall, who ? nameOf(who) : ''), who),
  )
  serve(app, whoAsks, routes.hallVersions, () => setUp.versions())
  serve(app, whoAsks, routes.restoreHall, ({ params, who }) =>
    inForce(setUp.restore(params.version, who ? nameOf(who) : ''), who),
  )
}

import { routes } from '@jiaohao/core/contract/routes.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** Accounts of staff; a new one gets its password by a one-time link, never from somebody else. */
export function staffRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { staff, sessions, audit } = parts
  const by = (who: Who | undefined) => (who ? nameOf(who) : 'unknown')

  serve(app, whoAsks, routes.listStaff, () => staff.list())

  serve(app, whoAsks, routes.addStaff, ({ body, who }) => {
    const id = staff.add(body)
    if (typeof id !== 'string') throw new HttpRefused('invalid', [{ path: 'login', problem: 'repeated' }])
    audit.note(by(who), 'addStaff', { id, ...body })
    parts.applySetUp()
    return { id, passwordToken: linkFor(id) }
  })

  serve(app, whoAsks, routes.changeStaff, ({ params, body, who }) => {
    if (who?.as === 'staff' && who.staffId === params.id && !keepsOffice(body))
      throw new HttpRefused('notAllowed')
    const changed = staff.change(params.id, body)
    if (changed !== 'changed') {
      throw changed.refused === 'stale'
        ? new HttpRefused('invalid', [{ path: 'login', problem: 'repeated' }])
        : new HttpRefused(changed.refused)
    }
    audit.note(by(who), 'changeStaff', { id: params.id, ...body })
    sessions.closeAllOf(body.active ? '' : params.id)
    parts.cutOff((each) => each.as === 'staff' && each.staffId === params.id, 'signedOut')
    parts.applySetUp()
    return { ok: true as const }
  })

  serve(app, whoAsks, routes.resetPassword, ({ params, who }) => {
    const passwordToken = linkFor(params.id)
    audit.note(by(who), 'resetPassword', params.id)
    return { passwordToken }
  })

  function linkFor(id: string): string {
    const link = staff.passwordLink(id)
    if (typeof link !== 'string') throw new HttpRefused(link.refused)
    return link
  }
}

/** An administrator cannot lock everybody out by demoting or deactivating their own account. */
const keepsOffice = (setUp: { active: boolean; roles: readonly string[] }): boolean =>
  setUp.active && setUp.roles.includes('administrator')

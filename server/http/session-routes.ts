import type { Staff } from '@jiaohao/core/contract/routes.ts'
import { type Me, routes } from '@jiaohao/core/contract/routes.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { idleMinutes } from '../auth/sessions.ts'
import type { Parts } from '../parts.ts'
import { clearSession, sessionOf, setSession } from './cookie.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

const fewTries = { max: 20, timeWindow: '1 minute' }

/** Signing in and out, and one's own password. */
export function sessionRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { staff, sessions, audit } = parts

  function enter(request: FastifyRequest, reply: FastifyReply, account: Staff): Me {
    setSession(request, reply, sessions.open(account.id))
    audit.note(`staff:${account.id}`, 'signIn', request.ip)
    return meOf(account)
  }

  serve(
    app,
    whoAsks,
    routes.claimFirst,
    async ({ body, request, reply }) => {
      const id = await staff.claimFirst(body.token, body.login, body.name, body.password)
      if (typeof id !== 'string') throw refusedPassword(id.refused)
      audit.note(`staff:${id}`, 'claimFirst', body.login)
      parts.applySetUp()
      return enter(request, reply, found(staff.find(id)))
    },
    fewTries,
  )

  serve(
    app,
    whoAsks,
    routes.signIn,
    async ({ body, request, reply }) => {
      const account = await staff.signIn(body.login, body.password)
      if ('refused' in account) {
        audit.note('unknown', 'signInRefused', { login: body.login, why: account.refused, from: request.ip })
        throw new HttpRefused(account.refused)
      }
      return enter(request, reply, account)
    },
    fewTries,
  )

  serve(app, whoAsks, routes.me, ({ who }) =>
    meOf(found(who?.as === 'staff' ? staff.find(who.staffId) : undefined)),
  )

  serve(app, whoAsks, routes.signOut, ({ request, reply, who }) => {
    const token = sessionOf(request)
    if (token) {
      sessions.close(token)
      parts.cutOff((_who, session) => session === token, 'signedOut')
    }
    clearSession(reply)
    if (who?.as === 'staff') audit.note(`staff:${who.staffId}`, 'signOut')
    return { ok: true as const }
  })

  serve(
    app,
    whoAsks,
    routes.changePassword,
    async ({ body, who }) => {
      if (who?.as !== 'staff') throw new HttpRefused('notAllowed')
      const saved = await staff.changePassword(who.staffId, body.old, body.fresh)
      if (saved !== 'saved') throw refusedPassword(saved.refused)
      audit.note(`staff:${who.staffId}`, 'changePassword')
      return { ok: true as const }
    },
    fewTries,
  )

  serve(
    app,
    whoAsks,
    routes.setPassword,
    async ({ body }) => {
      const id = await staff.setPassword(body.token, body.password)
      if (typeof id !== 'string') throw refusedPassword(id.refused)
      sessions.closeAllOf(id)
      parts.cutOff((who) => who.as === 'staff' && who.staffId === id, 'signedOut')
      audit.note(`staff:${id}`, 'setPassword')
      return { ok: true as const }
    },
    fewTries,
  )
}

const meOf = ({ id, name, roles }: Staff): Me => ({ staffId: id, name, roles, idleMinutes })

function found(account: Staff | undefined): Staff {
  if (!account) throw new HttpRefused('notAllowed')
  return account
}

function refusedPassword(reason: Reason): HttpRefused {
  return reason === 'invalid'
    ? new HttpRefused('invalid', [{ path: 'password', problem: 'weakPassword' }])
    : new HttpRefused(reason)
}

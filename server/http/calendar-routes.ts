import { routes } from '@jiaohao/core/contract/routes.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import type { FastifyInstance } from 'fastify'
import type { CalendarWritten } from '../calendar.ts'
import { proposedYear } from '../calendar-proposal.ts'
import type { Parts } from '../parts.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** The hall's calendar: years drafted and signed, closures published, both undone by version. */
export function calendarRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { calendar, staff, audit } = parts

  function inForce(written: CalendarWritten, who: Who | undefined, what: string, detail: object) {
    if (typeof written !== 'number') throw new HttpRefused(written, written.problems)
    audit.note(by(who), what, { version: written, ...detail })
    parts.applySetUp()
    return { version: written }
  }

  serve(app, whoAsks, routes.readCalendar, () => calendar.read())
  serve(app, whoAsks, routes.proposeYear, ({ params }) => {
    const proposed = proposedYear(params.year)
    if ('refused' in proposed) throw new HttpRefused(proposed)
    return proposed
  })
  serve(app, whoAsks, routes.draftYear, ({ body, who }) => {
    const { year, source } = body.table
    return inForce(calendar.draft(body.version, body.table, by(who)), who, 'draftYear', { year, source })
  })
  serve(app, whoAsks, routes.signYear, ({ params, body, who }) => {
    const account = who?.as === 'staff' ? staff.find(who.staffId) : undefined
    if (!account) throw new HttpRefused('notAllowed')
    const signer = { staffId: account.id, name: account.name }
    return inForce(calendar.sign(body.version, params.year, signer), who, 'signYear', {
      year: params.year,
      signedBy: account.name,
    })
  })
  serve(app, whoAsks, routes.writeClosures, ({ body, who }) =>
    inForce(calendar.close(body.version, body.closures, by(who)), who, 'writeClosures', {
      closures: body.closures.length,
    }),
  )
  serve(app, whoAsks, routes.calendarVersions, () => calendar.versions())
  serve(app, whoAsks, routes.restoreCalendar, ({ params, who }) =>
    inForce(calendar.restore(params.version, by(who)), who, 'restoreCalendar', { restored: params.version }),
  )
}

const by = (who: Who | undefined): string => (who ? nameOf(who) : 'unknown')

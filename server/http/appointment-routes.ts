import { type Appointment, appointmentRoutes as routes } from '@jiaohao/core/contract/appointment-routes.ts'
import { bookingShown } from '@jiaohao/core/queue/book.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { may } from '@jiaohao/core/queue/may.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import { appointmentRows, appointmentView, slotDays } from '@jiaohao/core/views/appointment.ts'
import { faceOf, zoneName } from '@jiaohao/core/views/parts.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { askHall } from '../ask-hall.ts'
import type { Parts } from '../parts.ts'
import { mostWrong } from '../wrong-codes.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

const looks = { max: 120, timeWindow: '1 minute' }
const changes = { max: 60, timeWindow: '1 minute' }
/** A household or a hall's own network stands behind one address; staff and programs book by command. */
const books = { max: 60, timeWindow: '1 hour' }

/** Asked for only to see who may act on bookings at all. */
const anyCancel: Command = { command: 'cancelAppointment', code: '33333333' }

const anybody: Who = { as: 'public' }

/** Booking for anybody, without an account: what is asked for goes through the hall's loop like everything else. */
export function appointmentRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { loop, clock, wrongCodes } = parts

  /** The booking somebody shows, or why they may not see it. */
  function found(request: FastifyRequest, shown: { code: string; secret?: string | undefined }): Appointment {
    if (!wrongCodes.mayTry(request.ip, shown, loop.state())) throw new HttpRefused('tooManyTries')
    const booking = bookingShown(loop.state(), shown)
    if (booking) return appointmentView(loop.hall(), loop.state(), booking)
    wrongCodes.wrong(request.ip, mostWrong.address)
    throw new HttpRefused('unknownAppointment')
  }

  async function asked(id: string, command: Command) {
    const answer = await askHall(parts, { id, command }, anybody)
    if ('refused' in answer) throw new HttpRefused(answer)
    return answer.done
  }

  serve(
    app,
    whoAsks,
    routes.bookable,
    () => {
      const hall = loop.hall()
      const { policy } = hall
      return {
        nowMs: clock.now(),
        hall: faceOf(hall, loop.state()),
        daysAhead: policy.appointmentDaysAhead,
        cutOffMinutes: policy.appointmentCutOffMinutes,
        earlyMinutes: policy.appointmentEarlyMinutes,
        graceMinutes: policy.appointmentGraceMinutes,
        services: hall.services
          .filter(({ slots, open }) => slots.length > 0 && open)
          .map(({ id, name, nameEn, department, zoneId, bring }) => ({
            id,
            name,
            nameEn,
            department,
            where: zoneName(hall, zoneId),
            bring,
          })),
      }
    },
    looks,
  )

  serve(
    app,
    whoAsks,
    routes.slots,
    ({ query }) => {
      const service = loop.hall().services.find(({ id }) => id === query.serviceId)
      if (!service) throw new HttpRefused('unknownService')
      if (service.slots.length === 0) throw new HttpRefused('notBookable')
      return { nowMs: clock.now(), days: slotDays(loop.hall(), loop.state(), service, clock.now()) }
    },
    looks,
  )

  serve(
    app,
    whoAsks,
    routes.book,
    async ({ body: { id, ...wish }, request }) => {
      const { appointment } = await asked(id, { command: 'bookAppointment', ...wish })
      if (!appointment) throw new Error('a booking was made without a code')
      return found(request, appointment)
    },
    books,
  )

  serve(app, whoAsks, routes.findAppointment, ({ body, request }) => found(request, body), changes)

  serve(
    app,
    whoAsks,
    routes.changeAppointment,
    async ({ body: { id, ...wish }, request }) => {
      found(request, wish)
      await asked(id, { command: 'changeAppointment', ...wish })
      return found(request, wish)
    },
    changes,
  )

  serve(
    app,
    whoAsks,
    routes.cancelAppointment,
    async ({ body: { id, ...shown }, request }) => {
      found(request, shown)
      await asked(id, { command: 'cancelAppointment', ...shown })
      return found(request, shown)
    },
    changes,
  )

  serve(app, whoAsks, routes.listAppointments, ({ query, who }) => {
    if (who?.as !== 'staff' && !(who?.as === 'program' && who.may.includes('take')))
      throw new HttpRefused('notAllowed')
    return appointmentRows(loop.state(), query.day, may(loop.state(), anyCancel, who))
  })
}

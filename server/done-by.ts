import type { Done } from '@jiaohao/core/contract/socket.ts'
import { bookingOf, bookingsOf } from '@jiaohao/core/queue/bookings.ts'
import { ticketBy } from '@jiaohao/core/queue/check-in.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Event } from '@jiaohao/core/queue/event.ts'
import { type HallState, ticketOf } from '@jiaohao/core/queue/state.ts'

/** What somebody is told who has been heard: the number taken or called, the booking made, the number it gave before. */
export function doneBy(
  events: readonly Event[],
  command: Command,
  state: HallState,
  kept: NonNullable<Done['done']['kept']>,
): Done {
  const { seq } = state
  if (kept.length > 0) return { done: { seq, kept } }
  if (events.length === 0 && command.command === 'checkIn') return checkedInBefore(command.by, state)
  const done: Done['done'] = { seq }
  for (const event of events) {
    if (event.type === 'ticketTaken' || event.type === 'ticketCalled') {
      done.ticketId ??= event.ticketId
      done.number ??= event.number
    }
    if (event.type === 'handoutAsked') done.handoutId = event.handoutId
    if (event.type === 'appointmentBooked') {
      const { code, secret } = event.booking
      done.appointment = { code, secret }
    }
    if (event.type === 'appointmentCheckedIn') {
      const number = ticketOf(state, event.ticketId)?.number
      if (number !== undefined) Object.assign(done, { ticketId: event.ticketId, number })
      if (event.late) done.late = true
      if (events.length === 1) done.again = true
    }
  }
  return { done }
}

function checkedInBefore(by: Extract<Command, { command: 'checkIn' }>['by'], state: HallState): Done {
  const { seq, bookings, day } = state
  const shown = by.is === 'code' ? [bookingOf(bookings, by.code)] : bookingsOf(bookings, by.hash)
  const tickets = shown.flatMap((booking) => {
    const ticket = booking?.day === day && ticketBy(state, booking)
    return ticket ? [ticket] : []
  })
  const live = tickets.findLast(({ status }) => status.at !== 'finished' && status.at !== 'cancelled')
  const ticket = live ?? tickets.at(-1)
  return { done: { seq, ...(ticket && { ticketId: ticket.id, number: ticket.number }), again: true } }
}

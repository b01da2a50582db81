import assert from 'node:assert/strict'
import { awaitedIn, takenIn } from '@jiaohao/core/queue/bookings.ts'
import { values } from '@jiaohao/core/queue/sorted.ts'
import type { Law } from './laws.ts'

/** The cast's plan: two places in every slot. */
const places = 2

export const appointmentLaws: readonly Law[] = [
  {
    title: 'no slot ever has more bookings than places, whoever books, changes and cancels',
    holds: ({ happenings }) => {
      for (const { after } of happenings) {
        const { bookings } = after.state
        const held = new Map<string, number>()
        for (const { serviceId, slot, status } of values(bookings.all)) {
          if (status.is === 'cancelled') continue
          const key = `${serviceId} ${slot.fromMs}`
          held.set(key, (held.get(key) ?? 0) + 1)
        }
        for (const [key, count] of held) {
          const [serviceId = '', fromMs = ''] = key.split(' ')
          assert.ok(count <= places, key)
          assert.equal(takenIn(bookings, serviceId, Number(fromMs)), count)
        }
      }
    },
  },
  {
    title: 'a booking queues at most once: only a number that became void may be followed by another',
    holds: ({ end }) => {
      const ticketsOf = new Map<number, Set<string>>()
      const voided = new Set<string>()
      for (const { event } of end.recorded) {
        if (event.type === 'ticketVoided') voided.add(event.ticketId)
        if (event.type !== 'appointmentCheckedIn') continue
        const tickets = ticketsOf.get(event.appointment) ?? new Set()
        for (const earlier of tickets) assert.ok(voided.has(earlier), earlier)
        ticketsOf.set(event.appointment, tickets.add(event.ticketId))
      }
    },
  },
  {
    title: 'a booking stands over midnight until its day, and is then kept, missed or given back',
    holds: ({ end }) => {
      const standing = new Map<number, string>()
      for (const { event } of end.recorded) {
        if (event.type === 'dayOpened')
          for (const day of standing.values()) assert.ok(day >= event.day, `${day} on ${event.day}`)
        if (event.type === 'appointmentBooked') standing.set(event.booking.n, event.booking.day)
        if (event.type === 'appointmentChanged') standing.set(event.appointment, event.day)
        if (event.type === 'appointmentCancelled' || event.type === 'appointmentLapsed')
          assert.ok(standing.delete(event.appointment))
        if (event.type === 'appointmentCheckedIn') standing.delete(event.appointment)
        if (event.type === 'appointmentsCarried')
          for (const { n } of event.bookings) assert.ok(standing.has(n))
      }
      const awaited = awaitedIn(end.state.bookings).map(({ n }) => n)
      assert.deepEqual(new Set(awaited), new Set(standing.keys()))
    },
  },
]

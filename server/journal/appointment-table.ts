import type { Recorded } from '@jiaohao/core/queue/event.ts'
import type { Db } from './database.ts'

/** One row per booking for reports, written in the same commit as the events it follows. */
export function openAppointmentTable(db: Db, hall: string) {
  const insert = db.prepare(
    `insert into appointment (hall, n, day, service_id, slot_from_ms, slot_to_ms, booked_at_ms, state, late)
     values (?, ?, ?, ?, ?, ?, ?, 'booked', 0)`,
  )
  const move = db.prepare(
    'update appointment set day = ?, slot_from_ms = ?, slot_to_ms = ? where hall = ? and n = ?',
  )
  const settle = db.prepare(
    'update appointment set state = ?, late = ?, ticket_id = ? where hall = ? and n = ?',
  )

  return {
    write(recorded: readonly Recorded[]): void {
      for (const { event } of recorded) {
        switch (event.type) {
          case 'appointmentBooked': {
            const { n, day, serviceId, slot, bookedAtMs } = event.booking
            insert.run(hall, n, day, serviceId, slot.fromMs, slot.toMs, bookedAtMs)
            break
          }
          case 'appointmentChanged':
            move.run(event.day, event.slot.fromMs, event.slot.toMs, hall, event.appointment)
            break
          case 'appointmentCancelled':
            settle.run('cancelled', 0, null, hall, event.appointment)
            break
          case 'appointmentLapsed':
            settle.run('lapsed', 0, null, hall, event.appointment)
            break
          case 'appointmentCheckedIn':
            settle.run('checkedIn', event.late ? 1 : 0, event.ticketId, hall, event.appointment)
            break
        }
      }
    },
  }
}

import { lapsesAtMs } from './check-in.ts'
import type { Command } from './command.ts'
import { dayOf, nextDayStartMs } from './day.ts'
import type { Hall } from './hall.ts'
import { get } from './sorted.ts'
import type { HallState } from './state.ts'

/** What time alone brings: the earliest command the clock owes this hall, and when. */
export interface Due {
  atMs: number
  command: Command
}

/** Costs as much as there are papers under way and counters asking, whatever the queue's length. */
export function due(hall: Hall, state: HallState, nowMs: number): Due {
  const turn = turnOf(hall, state, nowMs)
  if (state.day !== dayOf(nowMs, hall.timeZone)) return turn
  const all: Due[] = [turn]
  for (const n of state.papers) {
    const ticket = get(state.tickets, n)
    if (!ticket) continue
    const lostAfterMs = hall.policy.paperReportSeconds * 1_000
    const ticketId = ticket.id
    if (ticket.reprint) {
      all.push({ atMs: ticket.reprint.askedAtMs + lostAfterMs, command: { command: 'loseReport', ticketId } })
    } else if (ticket.status.at === 'issuing') {
      all.push(
        ticket.status.slip === 'underWay'
          ? { atMs: ticket.issuedAtMs + lostAfterMs, command: { command: 'loseReport', ticketId } }
          : { atMs: ticket.status.confirmByMs, command: { command: 'voidTicket', ticketId } },
      )
    }
  }
  for (const { handoutId, askedAtMs } of state.handouts.owed) {
    const atMs = askedAtMs + hall.policy.paperReportSeconds * 1_000
    all.push({ atMs, command: { command: 'loseHandout', handoutId } })
  }
  for (const [counterId, { asking }] of Object.entries(state.counters)) {
    if (asking) all.push({ atMs: asking.untilMs, command: { command: 'shutRating', counterId } })
  }
  const lapse = lapsesAtMs(hall, state)
  if (lapse !== null) all.push({ atMs: lapse, command: { command: 'lapseAppointments' } })
  return all.reduce((first, each) => (each.atMs < first.atMs ? each : first))
}

/** A day that is over is turned before anything else: nothing else is accepted until then. */
function turnOf(hall: Hall, state: HallState, nowMs: number): Due {
  const command: Command = { command: 'turnDay' }
  const today = dayOf(nowMs, hall.timeZone)
  return state.day === null || state.day < today
    ? { atMs: nowMs, command }
    : { atMs: nextDayStartMs(nowMs, hall.timeZone), command }
}

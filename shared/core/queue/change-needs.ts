import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import { type Refused, refused } from './refused.ts'
import { type HallState, ticketOf } from './state.ts'

/** What the citizen needs, said later than at the kiosk: by the phone page, or to a clerk. */
export function changeNeeds(
  state: HallState,
  { ticketId, needs }: CommandOf<'changeNeeds'>,
): Event[] | Refused {
  const ticket = ticketOf(state, ticketId)
  if (!ticket) return refused('unknownTicket')
  const { at } = ticket.status
  if (at === 'finished' || at === 'cancelled' || at === 'expired' || at === 'void')
    return refused('ticketOver')
  const same = needs.length === ticket.needs.length && needs.every((need) => ticket.needs.includes(need))
  return same ? [] : [{ type: 'needsChanged', ticketId, needs }]
}

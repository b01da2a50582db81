import type { CommandOf } from './command.ts'
import type { Hall, Service } from './hall.ts'
import { type Refused, refused } from './refused.ts'
import { get } from './sorted.ts'
import { type HallState, lastLeg, type Ticket } from './state.ts'

/** One person, one live number of a service, and not too many in all (T9); nobody is asked where the service does not ask. */
export function holderRefused(
  hall: Hall,
  state: HallState,
  service: Service,
  { identity }: CommandOf<'takeTicket'>,
): Refused | undefined {
  if (service.identity === 'none') return undefined
  if (!identity) return service.identity === 'required' ? refused('identityNeeded') : undefined
  const live = (get(state.holders, identity.hash) ?? [])
    .map((n) => get(state.tickets, n))
    .filter((ticket) => ticket !== undefined && isLive(ticket))
  const same = live.find((ticket) => ticket && lastLeg(ticket).serviceId === service.id)
  if (same) return refused('alreadyHolds', { holds: { ticketId: same.id, number: same.number } })
  return live.length >= hall.policy.mostPerPerson ? refused('tooManyTaken') : undefined
}

/** A missed citizen may take a new number, or come back with the old one. */
const isLive = ({ status: { at } }: Ticket): boolean =>
  at === 'issuing' || at === 'waiting' || at === 'called' || at === 'serving' || at === 'held'

/** More slips within a minute than hands could ask for: somebody plays, or hoards. */
export const isHasty = (hall: Hall, state: HallState, takenAt: string, atMs: number): boolean =>
  (state.kioskSlipsMs[takenAt] ?? []).filter((slipMs) => slipMs > atMs - 60_000).length >=
  hall.policy.kioskSlipsPerMinute

import { timingSafeEqual } from 'node:crypto'
import type { Staff } from '@jiaohao/core/contract/routes.ts'
import type { Handshake } from '@jiaohao/core/contract/socket.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import { sessionIn } from './http/cookie.ts'
import type { Parts } from './parts.ts'

/** Who stands behind a handshake, or why it is turned away. */
export function whoShakes(
  { stations, sessions, journal }: Pick<Parts, 'stations' | 'sessions' | 'journal'>,
  { key, ticket }: Handshake,
  cookie: string | undefined,
): Who | 'notPaired' | 'notSignedIn' | 'unknownTicket' {
  if (key !== undefined) return stations.whoHolds(key) ?? 'notPaired'
  if (ticket) {
    const ticketId = journal.offlineTicket(ticket.ticketId) ?? ticket.ticketId
    const secret = journal.secretOf(ticketId)
    return secret !== undefined && same(secret, ticket.secret) ? { as: 'phone', ticketId } : 'unknownTicket'
  }
  const token = sessionIn(cookie)
  if (token === undefined) return 'notPaired'
  const account = sessions.whose(token)
  return account ? staffWho(account) : 'notSignedIn'
}

export const staffWho = ({ id, roles }: Staff): Who => ({ as: 'staff', staffId: id, roles })

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

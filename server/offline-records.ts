import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { OfflineRecords } from '@jiaohao/core/queue/asked.ts'
import type { CommandOf } from '@jiaohao/core/queue/command.ts'
import type { Journal } from './journal/journal.ts'

/** What the journal knows of a batch that a kiosk hands over. */
export function offlineRecords(
  { entries }: CommandOf<'mergeOffline'>,
  today: string | null,
  journal: Pick<Journal, 'issuedOn' | 'offlineTicket'>,
  answerTo: (id: string) => Answer | undefined,
): OfflineRecords {
  const past = entries.filter(({ day }) => day !== today)
  const made = entries.flatMap(({ insteadOf }) => {
    const answer = insteadOf === undefined ? undefined : answerTo(insteadOf)
    const ticketId = answer && 'done' in answer ? answer.done.ticketId : undefined
    return insteadOf !== undefined && ticketId !== undefined ? [[insteadOf, ticketId] as const] : []
  })
  return {
    answered: Object.fromEntries(made),
    issued: Object.fromEntries(
      [...new Set(past.map(({ day }) => day))].map((day) => [day, journal.issuedOn(day)]),
    ),
    known: past
      .map(({ localId }) => localId)
      .filter((localId) => journal.offlineTicket(localId) !== undefined),
  }
}

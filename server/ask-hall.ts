import type { Answer, Sent } from '@jiaohao/core/contract/socket.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import { ifDiskAllows } from './journal/database.ts'
import type { Parts } from './parts.ts'

/** The one way in for commands from outside, whatever they came over; attempts at rating by staff (E7) and numbers chosen by hand are put on record. */
export async function askHall({ loop, audit }: Parts, sent: Sent, who: Who): Promise<Answer> {
  const answer = await loop.ask(sent.command, who, sent.id)
  const { command } = sent.command
  if ('refused' in answer && (command === 'rate' || command === 'explainRating')) {
    ifDiskAllows(() => audit.note(nameOf(who), 'ratingRefused', { ...sent.command, why: answer.refused }))
  }
  if (command === 'callTicket' && 'done' in answer) {
    ifDiskAllows(() => audit.note(nameOf(who), 'numberChosen', { ...sent.command, ...answer.done }))
  }
  return answer
}

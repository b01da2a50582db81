import type { Answer, Sent } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import { ifDiskAllows } from './journal/database.ts'
import type { Parts } from './parts.ts'
import { codeTried, mostWrong } from './wrong-codes.ts'

/** The one way in for commands from outside, whatever they came over; attempts at rating by staff (E7) and numbers chosen by hand are put on record. */
export async function askHall(
  { loop, audit, wrongCodes }: Pick<Parts, 'loop' | 'audit' | 'wrongCodes'>,
  sent: Sent,
  who: Who,
): Promise<Answer> {
  const tried = codeTried(sent.command, who)
  if (tried && !wrongCodes.mayTry(tried.asker, tried.shown, loop.state())) return { refused: 'tooManyTries' }
  const answer = await loop.ask(sent.command, who, sent.id)
  if (tried && 'refused' in answer && answer.refused === 'unknownAppointment')
    wrongCodes.wrong(tried.asker, mostWrong.station)
  const { command } = sent.command
  if ('refused' in answer && (command === 'rate' || command === 'explainRating')) {
    ifDiskAllows(() => audit.note(nameOf(who), 'ratingRefused', { ...sent.command, why: answer.refused }))
  }
  if (command === 'callTicket' && 'done' in answer) {
    ifDiskAllows(() => audit.note(nameOf(who), 'numberChosen', { ...sent.command, ...answer.done }))
  }
  if ('done' in answer && command === 'closeCounter' && sent.command.reason !== undefined) {
    ifDiskAllows(() => audit.note(nameOf(who), 'counterFreed', sent.command))
  }
  if ('done' in answer && stops.has(command)) {
    ifDiskAllows(() => audit.note(nameOf(who), command, 'reason' in sent.command ? sent.command.reason : ''))
  }
  return answer
}

/** What brings a whole hall to a stand, and back. */
const stops: ReadonlySet<Command['command']> = new Set(['pauseHall', 'evacuate', 'resumeHall'])

import type { Asked } from './asked.ts'
import { bookAppointment, cancelAppointment, changeAppointment } from './book.ts'
import { callNext, callTicket, miss, recall, returnTicket, undoMiss } from './call.ts'
import { changeNeeds } from './change-needs.ts'
import { checkIn, lapseAppointments } from './check-in.ts'
import type { Command } from './command.ts'
import { closeCounter, openCounter, pauseCounter, resumeCounter } from './counter.ts'
import { dayOf } from './day.ts'
import { reportTold } from './delivery.ts'
import { askHelp, endHelp, evacuate, pauseHall, resumeHall, stoppedBy } from './emergency.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { loseHandout, printChecklist, reportHandout } from './handout.ts'
import { may } from './may.ts'
import { mergeOffline } from './merge-offline.ts'
import { confirmNumber, loseReport, reportPrint, reprint, voidTicket } from './paper.ts'
import { explainRating, rate, shutRating } from './rate.ts'
import { type Refused, refused } from './refused.ts'
import { finish, hold, resume, start, transfer } from './serve.ts'
import { currentOf, type HallState } from './state.ts'
import { cancel, takeTicket } from './take.ts'
import { turnDay } from './turn-day.ts'

/**
 * What a command leads to: the events, in order (none when it is already so), or a refusal. Pure: the same
 * hall, state, command and asking give the same answer, and a refusal changes nothing.
 */
export function decide(hall: Hall, state: HallState, command: Command, asked: Asked): Event[] | Refused {
  if (!may(state, command, asked.by)) return refused('notAllowed')
  if (command.command !== 'turnDay' && state.day !== dayOf(asked.atMs, hall.timeZone))
    return refused('clockBack')
  if ('seen' in command && isStale(state, command)) return refused('stale')
  const stop = stoppedBy(state, command.command)
  if (stop) return stop
  switch (command.command) {
    case 'askHelp':
      return askHelp(state, command)
    case 'endHelp':
      return endHelp(state, command)
    case 'pauseHall':
      return pauseHall(state, command, asked)
    case 'evacuate':
      return evacuate(state, asked)
    case 'resumeHall':
      return resumeHall(state)
    case 'takeTicket':
      return takeTicket(hall, state, command, asked)
    case 'mergeOffline':
      return mergeOffline(hall, state, command, asked)
    case 'cancel':
      return cancel(state, command)
    case 'changeNeeds':
      return changeNeeds(state, command)
    case 'reportPrint':
      return reportPrint(hall, state, command, asked)
    case 'confirmNumber':
      return confirmNumber(state, command)
    case 'reprint':
      return reprint(state, command, asked)
    case 'voidTicket':
      return voidTicket(state, command, asked)
    case 'loseReport':
      return loseReport(hall, state, command, asked)
    case 'printChecklist':
      return printChecklist(hall, state, command, asked)
    case 'reportHandout':
      return reportHandout(state, command, asked)
    case 'loseHandout':
      return loseHandout(state, command)
    case 'bookAppointment':
      return bookAppointment(hall, state, command, asked)
    case 'changeAppointment':
      return changeAppointment(hall, state, command, asked)
    case 'cancelAppointment':
      return cancelAppointment(state, command, asked)
    case 'checkIn':
      return checkIn(hall, state, command, asked)
    case 'lapseAppointments':
      return lapseAppointments(hall, state, asked)
    case 'openCounter':
      return openCounter(hall, state, command, asked)
    case 'closeCounter':
      return closeCounter(state, command, asked)
    case 'pauseCounter':
      return pauseCounter(state, command)
    case 'resumeCounter':
      return resumeCounter(state, command)
    case 'callNext':
      return callNext(hall, state, command, asked)
    case 'callTicket':
      return callTicket(hall, state, command, asked)
    case 'recall':
      return recall(hall, state, command, asked)
    case 'start':
      return start(state, command, asked)
    case 'finish':
      return finish(hall, state, command, asked)
    case 'miss':
      return miss(hall, state, command, asked)
    case 'undoMiss':
      return undoMiss(state, command)
    case 'returnTicket':
      return returnTicket(hall, state, command, asked)
    case 'hold':
      return hold(state, command)
    case 'resume':
      return resume(state, command)
    case 'transfer':
      return transfer(hall, state, command, asked)
    case 'rate':
      return rate(hall, state, command, asked)
    case 'explainRating':
      return explainRating(state, command, asked)
    case 'shutRating':
      return shutRating(state, command)
    case 'reportShown':
      return reportTold(state, command, 'callShown', asked)
    case 'reportSpoken':
      return reportTold(state, command, 'callSpoken', asked)
    case 'turnDay':
      return turnDay(hall, state, asked)
  }
}

/** A second tab, or a key pressed as the call changed, must not act on the next citizen. */
function isStale(
  state: HallState,
  { seen, counterId }: { seen?: string | undefined; counterId: string },
): boolean {
  return seen !== undefined && currentOf(state, counterId)?.id !== seen
}

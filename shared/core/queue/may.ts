import { type Command, clockOnly } from './command.ts'
import type { HallState } from './state.ts'
import { leads, type Who } from './who.ts'

/** May this one ask for this? Rating is for citizens alone: no session, whatever its roles, creates one (E7). */
export function may(state: HallState, command: Command, by: Who): boolean {
  if (clockOnly.has(command.command)) return by.as === 'clock'
  switch (command.command) {
    case 'takeTicket':
      return by.as === 'kiosk' || works(by) || allows(by, 'take')
    case 'printChecklist':
    case 'reportHandout':
      return by.as === 'kiosk' || allows(by, 'take')
    case 'bookAppointment':
    case 'changeAppointment':
    case 'cancelAppointment':
      return by.as === 'public' || by.as === 'kiosk' || works(by) || allows(by, 'take')
    case 'checkIn':
      return by.as === 'kiosk' || works(by) || allows(by, 'take')
    case 'reportPrint':
    case 'confirmNumber':
    case 'reprint':
      return by.as === 'kiosk' || works(by) || allows(by, 'take')
    case 'cancel':
    case 'changeNeeds':
      return by.as === 'kiosk' || works(by) || allows(by, 'take') || isTheirs(by, command.ticketId)
    case 'mergeOffline':
      return by.as === 'kiosk'
    case 'openCounter':
      return works(by)
    case 'closeCounter':
      return holds(state, by, command.counterId) || leads(by)
    case 'askHelp':
      return holds(state, by, command.counterId)
    case 'endHelp':
      return holds(state, by, command.counterId) || leads(by)
    case 'pauseHall':
    case 'evacuate':
    case 'resumeHall':
      return leads(by)
    case 'returnTicket':
      return works(by) || allows(by, 'call')
    case 'rate':
    case 'explainRating':
      return by.as === 'evaluator' || by.as === 'window' || isTheirs(by, command.ticketId)
    case 'reportShown':
      return by.as === 'display' || by.as === 'window'
    case 'reportSpoken':
      return by.as === 'display'
    default:
      return 'counterId' in command && holds(state, by, command.counterId)
  }
}

const works = (by: Who): boolean =>
  by.as === 'staff' && (by.roles.includes('clerk') || by.roles.includes('supervisor'))

const allows = (by: Who, scope: 'take' | 'call'): boolean => by.as === 'program' && by.may.includes(scope)

const isTheirs = (by: Who, ticketId: string): boolean => by.as === 'phone' && by.ticketId === ticketId

/** The clerk who opened the counter, the keypad bound to it, or a program allowed to call. */
function holds(state: HallState, by: Who, counterId: string): boolean {
  const counter = state.counters[counterId]
  if (by.as === 'staff') return works(by) && (counter?.at !== 'open' || counter.staffId === by.staffId)
  if (by.as === 'window') return by.counterIds.includes(counterId)
  return allows(by, 'call')
}

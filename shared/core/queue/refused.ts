import type { Opening } from '../calendar/next-opening.ts'

/** Every everyday no. Each is a key of the text tables, so a refusal always reaches people in words. */
export const reasons = [
  'notAllowed',
  'unknownService',
  'unknownCounter',
  'unknownTicket',
  'unknownClerk',
  'unknownClass',
  'unknownCall',
  'unknownStation',
  'unknownDevice',
  'unknownItem',
  'unknownHandout',
  'unknownDay',
  'counterUnused',
  'serviceClosed',
  'noCounterServes',
  'outsideSessions',
  'restDay',
  'closure',
  'yearNotLoaded',
  'queueFull',
  'quotaUsed',
  'closingSoon',
  'identityNeeded',
  'alreadyHolds',
  'tooManyTaken',
  'quotaBelowGiven',
  'unknownYear',
  'closureIncomplete',
  'inThePast',
  'hallPaused',
  'hallEvacuated',
  'itemsOfDifferentServices',
  'printsAlready',
  'counterClosed',
  'counterTaken',
  'counterPaused',
  'counterNotPaused',
  'counterBusy',
  'counterIdle',
  'clerkElsewhere',
  'nobodyWaiting',
  'ticketElsewhere',
  'ticketNotWaiting',
  'ticketNotCalled',
  'ticketNotServing',
  'ticketNotHeld',
  'ticketNotMissed',
  'ticketNotIssuing',
  'ticketOver',
  'mayNotChoose',
  'callLongestFirst',
  'callAgainFirst',
  'calledTooOften',
  'returnedTooOften',
  'sameService',
  'notBookable',
  'unknownSlot',
  'slotInThePast',
  'slotFull',
  'tooFarAhead',
  'tooManyAppointments',
  'tooLateToChange',
  'unknownAppointment',
  'appointmentOver',
  'alreadyCheckedIn',
  'notToday',
  'tooEarly',
  'tooManyTries',
  'notRateable',
  'ratingClosed',
  'alreadyRated',
  'notRated',
  'withdrawnCode',
  'stationAway',
  'deviceBusy',
  'noCamera',
  'otherPage',
  'clockBack',
  'clockWrong',
  'letterTaken',
  'offlineOver',
  'notSaved',
  'tooMuch',
  'stale',
  'invalid',
] as const

export type Reason = (typeof reasons)[number]

/** The reason, and what of it helps whoever was refused. */
export interface Refused {
  refused: Reason
  /** When numbers are given again. */
  opens?: Opening
  /** The year whose calendar nobody has signed. */
  year?: number
  /** What the hall itself says of a closure or a pause. */
  because?: string
  /** The number this person holds already, to be printed again. */
  holds?: { ticketId: string; number: string }
  /** The instant the reason speaks of: from when it is allowed, or which day it is for. */
  atMs?: number
}

export const refused = (reason: Reason, more: Omit<Refused, 'refused'> = {}): Refused => ({
  refused: reason,
  ...more,
})

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
  'serviceClosed',
  'noCounterServes',
  'outsideSessions',
  'queueFull',
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
  'notRateable',
  'ratingClosed',
  'alreadyRated',
  'notRated',
  'withdrawnCode',
  'stationAway',
  'deviceBusy',
  'clockBack',
  'notSaved',
  'tooMuch',
  'stale',
  'invalid',
] as const

export type Reason = (typeof reasons)[number]

export interface Refused {
  refused: Reason
}

export const refused = (reason: Reason): Refused => ({ refused: reason })

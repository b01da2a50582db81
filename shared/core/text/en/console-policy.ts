import type { SameTexts } from '../language.ts'
import type { consolePolicy as zh } from '../zh-CN/console-policy.ts'

export const consolePolicy: SameTexts<typeof zh> = {
  policyGroups: {
    sessions: 'Hours',
    priority: 'Served first',
    calling: 'Calling and missing',
    taking: 'Taking and printing',
    appointments: 'Appointments',
    rating: 'Rating',
    offline: 'Without the hub',
    alarms: 'Alarms',
  },
  defaultAndLimits: 'default {{value}}, {{min}}–{{max}}',
  policy: {
    sessions: {
      name: 'Sessions',
      help: 'Numbers are given only then, for example 08:30–12:00 and 13:30–17:30. Calling is not limited.',
    },
    weekdaySessions: {
      name: 'Hours of weekdays',
      help: 'Weekdays with hours of their own: a short Friday, a Saturday morning; no sessions is a day without numbers. Make-up working days keep the sessions above.',
    },
    stopWhenPastClosing: {
      name: 'Stop when too late',
      help: 'A service stops giving numbers when the long end of its estimate passes the end of the session, and says when to come back.',
    },
    identityKeptDays: {
      name: 'Keep card data',
      help: 'Hash and mask of a card are deleted so many days later; 0 for after the day itself',
      unit: 'days',
    },
    leaveEverySeconds: { name: 'Order to leave', help: 'Loudspeakers repeat it so often', unit: 's' },
    mostPerPerson: {
      name: 'Most per person',
      help: 'Live numbers one known person may hold',
      unit: 'numbers',
    },
    kioskSlipsPerMinute: {
      name: 'Slips per kiosk and minute',
      help: 'A kiosk asked for more within a minute says to wait: somebody plays or hoards',
      unit: 'slips',
    },
    useCalendar: {
      name: 'Open by the calendar',
      help: 'No numbers on weekends and public holidays, numbers on make-up working days. Needs a signed year first.',
    },
    priorityClasses: {
      name: 'Priority classes',
      help: 'Whom published rules serve first: soldiers, the elderly, the disabled, pregnant women. A grant states its ground. Rank 1 goes before rank 2; those of one rank stand in one line.',
    },
    priorityRun: {
      name: 'Priority in a row',
      help: 'After so many priority calls one ordinary number must be called',
      unit: 'calls',
    },
    ageMinutes: {
      name: 'Ageing',
      help: 'Waiting this long counts as one rank of priority: an ordinary number stands beside the classes in time; 0 for never',
      unit: 'minutes',
    },
    mostPassed: {
      name: 'Most often passed',
      help: 'Nobody is passed by later comers more often than this; then they are next, and nobody may be chosen before them',
      unit: 'times',
    },
    returnTo: { name: 'Coming back after a miss', help: 'Where a missed citizen who is back waits from' },
    journeyStepBehind: {
      name: 'Next step of a journey',
      help: 'After one step of a joint journey the citizen waits behind so many others of the next service, not at the end of its line',
      unit: 'others',
    },
    missCalls: {
      name: 'Calls before a miss',
      help: 'Called at least so often without an answer',
      unit: 'times',
    },
    missSpacingSeconds: { name: 'Call spacing', help: 'Calls closer than this do not count', unit: 's' },
    mostCalls: { name: 'Most calls', help: 'One number is called at most so often', unit: 'times' },
    returnAfterOthers: {
      name: 'Place after return',
      help: 'Whoever missed their call comes back after so many others',
      unit: 'others',
    },
    mostReturns: {
      name: 'Most returns',
      help: 'How often a missed number may come back that day; 0 for never',
      unit: 'times',
    },
    assumedWalkSeconds: {
      name: 'Assumed walk',
      help: 'When “start” was not pressed, service counts from so long after the call',
      unit: 's',
    },
    mostWaitingPerService: {
      name: 'Most waiting per service',
      help: 'Then no more numbers are given for a while',
      unit: 'people',
    },
    appointmentDaysAhead: {
      name: 'Days ahead',
      help: 'So many days from today on can be booked',
      unit: 'days',
    },
    appointmentCutOffMinutes: {
      name: 'Booking ends',
      help: 'So long before a slot it can no longer be booked or changed; 0: it can be booked while it lasts',
      unit: 'min',
    },
    appointmentEarlyMinutes: {
      name: 'Early check-in',
      help: 'So long before the slot somebody is let in',
      unit: 'min',
    },
    appointmentGraceMinutes: {
      name: 'Late for an appointment',
      help: 'Check-in within this time after the slot keeps its place',
      unit: 'min',
    },
    mostAppointmentsPerPerson: {
      name: 'Appointments per person',
      help: 'So many for one card on one day; those booked without a card are not counted',
      unit: 'a day',
    },
    paperReportSeconds: {
      name: 'Print report',
      help: 'A printer silent for so long counts as unknown, and the screen shows the number',
      unit: 's',
    },
    confirmNumberSeconds: {
      name: 'Noting the number',
      help: 'Without paper the citizen confirms within this time, or the number is void: no ghosts',
      unit: 's',
    },
    rateableContactSeconds: {
      name: 'Shortest rateable visit',
      help: 'Shorter ones are not asked about',
      unit: 's',
    },
    ratingWindowSeconds: {
      name: 'Rating at the counter',
      help: 'The evaluator waits so long after finish; the next start ends it too',
      unit: 's',
    },
    longestServiceMinutes: {
      name: 'Longest service',
      help: 'Serving one citizen this long, holds not counted, is an alarm',
      unit: 'minutes',
    },
    longestHoldMinutes: {
      name: 'Longest hold',
      help: 'A hold this long is told on the counter page',
      unit: 'minutes',
    },
    longQueue: { name: 'Long queue', help: 'So many waiting for one service is an alarm', unit: 'people' },
    uncoveredMinutes: {
      name: 'Uncovered at opening',
      help: 'A service no counter works this long after a session has begun is an alarm; with people waiting it is one at once',
      unit: 'minutes',
    },
    longestWaitMinutes: {
      name: 'Longest wait',
      help: 'Somebody waiting this long is an alarm for the supervisors',
      unit: 'min',
    },
    idleWithQueueSeconds: {
      name: 'Idle counter',
      help: 'An open counter that calls nobody for so long while people wait is an alarm',
      unit: 's',
    },
    deliverySeconds: {
      name: 'Delivery of a call',
      help: 'A call that no screen showed and no speaker said within this time is an alarm, kept on record',
      unit: 's',
    },
    offlineAfterSeconds: {
      name: 'Numbers without the hub after',
      help: 'A kiosk that has not heard the hub for so long goes on with numbers of its own letter; a kiosk without an offline letter does not',
      unit: 's',
    },
    offlineMinutes: {
      name: 'Numbers without the hub for at most',
      help: 'Then the kiosk stops and sends citizens to the service desk',
      unit: 'min',
    },
    offlineSetUpDays: {
      name: 'Age of the set-up a kiosk may go by',
      help: 'How many days old the set-up may be; 0: it must be of the same day',
      unit: 'days',
    },
    ratingDays: {
      name: 'Rating by QR code',
      help: 'Days in which the slip’s code may rate; 0 for never',
      unit: 'days',
    },
  },
  sessions: {
    from: 'Session {{n}} begins',
    to: 'Session {{n}} ends',
    add: 'Add a session',
    shut: 'no numbers that day',
    asUsual: 'As other days',
    addWeekday: 'Other hours on…',
    allDay: 'None set: numbers all day',
  },
  returnTos: {
    afterOthers: 'behind some others',
    endOfSlot: 'until the end of the slot; without an appointment at the end of the line',
    endOfHalfDay: 'until the end of the half-day',
  },
  classes: {
    rank: 'Rank',
    rankOf: 'Rank {{rank}}',
    name: 'Name',
    nameEn: 'English name',
    add: 'Add a class',
    none: 'None set',
  },
}

import { Policy } from '@jiaohao/core/queue/hall.ts'

/** The policy rows that are one number each, in the groups in which people look for them. */
export const policyGroups = {
  priority: ['priorityRun', 'ageMinutes', 'mostPassed'],
  calling: [
    'missCalls',
    'missSpacingSeconds',
    'mostCalls',
    'returnAfterOthers',
    'mostReturns',
    'journeyStepBehind',
    'assumedWalkSeconds',
  ],
  taking: [
    'mostWaitingPerService',
    'mostPerPerson',
    'kioskSlipsPerMinute',
    'identityKeptDays',
    'paperReportSeconds',
    'confirmNumberSeconds',
  ],
  appointments: [
    'appointmentDaysAhead',
    'appointmentCutOffMinutes',
    'appointmentEarlyMinutes',
    'appointmentGraceMinutes',
    'mostAppointmentsPerPerson',
  ],
  rating: ['rateableContactSeconds', 'ratingWindowSeconds', 'ratingDays'],
  offline: ['offlineAfterSeconds', 'offlineMinutes', 'offlineSetUpDays'],
  alarms: [
    'longestWaitMinutes',
    'longestServiceMinutes',
    'longestHoldMinutes',
    'longQueue',
    'uncoveredMinutes',
    'idleWithQueueSeconds',
    'deliverySeconds',
    'leaveEverySeconds',
  ],
} as const satisfies Record<string, readonly NumberRow[]>

export const groupNames = Object.keys(policyGroups) as (keyof typeof policyGroups)[]

/** The rows that are more than a number, and have a field of their own. */
export const ownRows = [
  'sessions',
  'weekdaySessions',
  'useCalendar',
  'stopWhenPastClosing',
  'priorityClasses',
  'returnTo',
] as const satisfies readonly Exclude<keyof Policy, NumberRow>[]

export type NumberRow = {
  [Row in keyof Policy]: Policy[Row] extends number ? Row : never
}[keyof Policy]

export const policyDefaults = Policy.parse({})

/** The limits the contract itself sets, so that page and hub never disagree. */
export function limitsOf(row: NumberRow): { min: number; max: number } {
  const number = Policy.shape[row].unwrap()
  return { min: number.minValue ?? 0, max: number.maxValue ?? Number.MAX_SAFE_INTEGER }
}

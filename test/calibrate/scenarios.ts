/** A kind of day halls know; every figure is a truth the model must find out from what it sees. */
export interface Scenario {
  name: string
  /** Citizens between two half hours, by half hour from 8:30 on; none over lunch. */
  perHalfHour: readonly number[]
  noShow: number
  /** Share with a priority class, and with an appointment. */
  priority: number
  appointments: number
  /** Share of days on which one counter stays closed. */
  clerkShort: number
  /** Share of slips that do not come out. */
  jams: number
  /** Everybody leaves over lunch, or half of them do in turn. */
  lunch: 'closed' | 'shifts'
  /** How much whole days differ in pace (standard deviation of its logarithm). */
  daySpread: number
}

const even = [22, 27, 27, 26, 25, 21, 14, 0, 0, 0, 20, 26, 26, 25, 22, 20, 13, 6]
const rush = [46, 40, 30, 26, 23, 18, 12, 0, 0, 0, 24, 26, 24, 22, 20, 15, 10, 5]
const usual = { noShow: 0.05, priority: 0.06, appointments: 0, clerkShort: 0, jams: 0.01, daySpread: 0.08 }

export const scenarios: readonly Scenario[] = [
  { ...usual, name: 'mondayRush', perHalfHour: rush, lunch: 'closed' },
  { ...usual, name: 'mixedAppointments', perHalfHour: even, lunch: 'shifts', appointments: 0.35 },
  { ...usual, name: 'priorityHeavy', perHalfHour: even, lunch: 'shifts', priority: 0.3 },
  { ...usual, name: 'oneClerkShort', perHalfHour: even, lunch: 'closed', clerkShort: 0.6 },
  { ...usual, name: 'jamsAndNoShows', perHalfHour: even, lunch: 'shifts', jams: 0.12, noShow: 0.15 },
]

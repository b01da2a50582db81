import type { SameTexts } from '../language.ts'
import type { formulas as zh } from '../zh-CN/formulas.ts'

export const formulas: SameTexts<typeof zh> = {
  issued:
    'Issued = numbers given out on these days; voided numbers are not counted. In a line of one service, counter or clerk: visits whose first leg is theirs.',
  called: 'Called = legs called at least once; a leg after a transfer counts again, a recall does not.',
  finished:
    'Finished = legs ended by finishing; legs ended by a transfer are not counted. A leg belongs to the counter and clerk that called or resumed it last.',
  missed:
    'Missed = legs with a miss that was not undone, also when they came back later; no-show % = missed legs ÷ called legs.',
  cancelled: 'Cancelled = visits given back by the citizen, counted where their last leg is.',
  expired: "Expired = visits still open at the end of the hall's day, counted where their last leg is.",
  abandonment:
    'Abandonment % = visits cancelled or expired without ever being called ÷ issued; those still waiting are not abandoned.',
  wait: 'Wait = first call − max(queued, slot start); 0 when called before the slot; a recall does not change it. The slot counts for the first leg alone.',
  walk: 'Walk = start − first call; those who did not come are not counted.',
  service:
    'Service = the sum of the serving intervals without holds; no-shows are excluded, not counted as 0.',
  stay: 'Stay = finish − issue, for finished visits alone, counted where their last leg is.',
  spread: 'Means are exact, n is how many they are of; P50 and P90 are nearest-rank percentiles.',
  participation:
    'Participation = rated ÷ rateable; rateable = finished legs with real contact. Unrated is unrated and counts as no level.',
  satisfaction: 'Satisfaction = levels of 3 and above ÷ marks told by level; n below 5 reads "too few".',
  levels:
    'A clerk\'s levels are shown from n = 10 on, and marks given today from tomorrow on; below that they read "too few".',
  hours:
    "Hours are those of the hall's clock at issue; calls and waits are counted in the hour their number was taken; the n of a mean wait is the calls beside it.",
  appointments:
    'Appointments = bookings of slots on these days, cancelled ones included; no-show % = bookings not checked in by the end of the grace nor late that day ÷ (booked − cancelled); late = checked in after the grace, counted as checked in.',
  availability:
    'Availability = opening time in which the device was ready, low paper included ÷ opening time; opening time = the sessions of days on which numbers were taken, from its first report on, today until now; n is that opening time.',
}

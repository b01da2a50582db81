import * as z from 'zod'
import { emptyCalendar, HallCalendar } from '../calendar/hall-calendar.ts'
import { HallItems, noItems } from '../items/hall-items.ts'
import { eachLanguage } from '../text/language.ts'
import { SlipTemplate, usualSlip } from '../text/slip-template.ts'
import { mostWordingCharacters, usualWording } from '../text/wording.ts'
import { Journey } from './journey.ts'
import { id, plainText } from './plain-text.ts'
import { mostKioskSlips } from './state.ts'

const minutesOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Also the end of the day, `24:00`. */
const endOfSlots = z.union([minutesOfDay, z.literal('24:00')])

/** In code points, and without what no voice can say; '' is the usual sentence. */
const wording = z.union([z.literal(''), plainText(mostWordingCharacters)])

export const Zone = z.strictObject({ id, name: plainText(20) })

/**
 * How many numbers a service gives: in a day, in each session, and in spans of the day that are given by hand.
 * Null is no limit; numbers given back or void do not count, nor do appointments.
 */
const Quota = z.strictObject({
  day: z.nullable(z.int().min(0).max(100_000)),
  session: z.nullable(z.int().min(0).max(100_000)),
  slots: z
    .array(z.strictObject({ from: minutesOfDay, to: minutesOfDay, most: z.int().min(0).max(100_000) }))
    .max(24),
})
export const noQuota: z.infer<typeof Quota> = { day: null, session: null, slots: [] }

/**
 * Times of the week at which a service can be booked: from `from` on a slot every `everyMinutes`, the last one
 * ending at `to`, each with so many places. Weekdays count from 1, Monday, to 7, Sunday.
 */
export const SlotRow = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: minutesOfDay,
  to: endOfSlots,
  everyMinutes: z.int().min(5).max(1_440),
  capacity: z.int().min(1).max(500),
})
export type SlotRow = z.infer<typeof SlotRow>

/** A service 业务 citizens queue for; its prefix begins every number of its series. */
export const Service = z.strictObject({
  id,
  name: plainText(40),
  nameEn: z.string().max(80).default(''),
  department: z.string().max(40).default(''),
  prefix: z.string().regex(/^[A-Z]{1,2}$/, 'one or two capital letters'),
  zoneId: id,
  bring: z.array(plainText(60)).max(20).default([]),
  /** How its calls are announced, where not as usual (wording.ts). */
  announcement: eachLanguage(wording.default('')).default(() => ({ ...usualWording })),
  /** When it can be booked 预约; none for a service without appointments. */
  slots: z.array(SlotRow).max(30).default([]),
  open: z.boolean().default(true),
  /** Whether a citizen's card is read before a number is given; 'asked' has a way on for those without one (T9). */
  identity: z.enum(['none', 'asked', 'required']).default('none'),
  quota: Quota.default(noQuota),
})

/** A counter 窗口; `no` is what signs, LED and voice call it. */
export const Counter = z.strictObject({
  id,
  no: z.string().regex(/^[A-Z]?\d{1,3}$/, 'digits, with at most one capital letter before them'),
  zoneId: id,
  serviceIds: z.array(id).max(50),
  /** How the services worked here are weighed: by who has waited longest, strictly in their order, or by weight. */
  choosing: z.enum(['together', 'inOrder', 'weighted']).default('together'),
  /** Terms of single services here: their weight, and a service helped out with only when somebody waits that long. */
  terms: z
    .array(
      z.strictObject({
        serviceId: id,
        weight: z.int().min(1).max(10).default(1),
        afterMinutes: z.int().min(0).max(240).default(0),
      }),
    )
    .max(50)
    .default([]),
  /** A reserve counter calls only from services where somebody has waited this long; 0 for an everyday counter. */
  reserveMinutes: z.int().min(0).max(240).default(0),
  /** A low desk 低位窗口, for whoever comes in a wheelchair. */
  low: z.boolean().default(false),
})

/** What a hall's screens may show of a clerk; accounts and passwords are the hub's, not the hall's. */
export const ClerkCard = z.strictObject({
  id,
  name: plainText(30),
  no: z.string().max(20),
  post: z.string().max(40).default(''),
})

/** A clerk as the rules know one. */
export const Clerk = ClerkCard.extend({
  /** May call a number of their choice 选呼. */
  mayChoose: z.boolean().default(true),
})

/** A published class of people served first, with the ground a grant must state (T6). */
const PriorityClass = z.strictObject({
  id,
  name: plainText(20),
  nameEn: z.string().max(40).default(''),
  /** 1 before 2 before 3; classes of one rank stand in one line. */
  rank: z.int().min(1).max(3).default(1),
})

const sessions = z
  .array(z.strictObject({ from: minutesOfDay, to: minutesOfDay }))
  .max(6)
  .default([])

/** The policy rows: where places differ, a rule is data. Times carry their unit in the name. */
export const Policy = z.strictObject({
  sessions,
  /** Weekdays (1 Monday … 7 Sunday) that keep other hours; no sessions is a day without numbers. */
  weekdaySessions: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), sessions }))
    .max(7)
    .default([]),
  useCalendar: z.boolean().default(false),
  priorityClasses: z.array(PriorityClass).max(12).default([]),
  priorityRun: z.int().min(1).max(10).default(2),
  /** Every so many minutes of waiting count as one rank; 0 for never. */
  ageMinutes: z.int().min(0).max(240).default(30),
  /** Nobody is passed more often than this by people who have waited less (order.ts). */
  mostPassed: z.int().min(1).max(200).default(20),
  missCalls: z.int().min(1).max(10).default(3),
  missSpacingSeconds: z.int().min(0).max(300).default(20),
  mostCalls: z.int().min(1).max(100).default(30),
  returnAfterOthers: z.int().min(0).max(50).default(3),
  mostReturns: z.int().min(0).max(5).default(1),
  /** Where a missed citizen who is back waits: behind `returnAfterOthers` others, or until slot or session are over (T4). */
  returnTo: z.enum(['afterOthers', 'endOfSlot', 'endOfHalfDay']).default('afterOthers'),
  /** The next step of a joint journey waits behind so many others of its line. */
  journeyStepBehind: z.int().min(0).max(50).default(2),
  paperReportSeconds: z.int().min(10).max(600).default(90),
  confirmNumberSeconds: z.int().min(5).max(300).default(20),
  rateableContactSeconds: z.int().min(0).max(600).default(30),
  ratingWindowSeconds: z.int().min(20).max(180).default(60),
  ratingDays: z.int().min(0).max(60).default(14),
  appointmentDaysAhead: z.int().min(0).max(90).default(14),
  /** 0: a slot can be booked while it lasts. */
  appointmentCutOffMinutes: z.int().min(0).max(10_080).default(60),
  appointmentEarlyMinutes: z.int().min(0).max(240).default(30),
  appointmentGraceMinutes: z.int().min(0).max(240).default(15),
  mostAppointmentsPerPerson: z.int().min(1).max(20).default(2),
  assumedWalkSeconds: z.int().min(0).max(300).default(30),
  leaveEverySeconds: z.int().min(5).max(120).default(15),
  stopWhenPastClosing: z.boolean().default(false),
  identityKeptDays: z.int().min(0).max(400).default(7),
  mostPerPerson: z.int().min(1).max(50).default(5),
  kioskSlipsPerMinute: z.int().min(1).max(mostKioskSlips).default(20),
  mostWaitingPerService: z.int().min(1).max(100_000).default(2_000),
  longestWaitMinutes: z.int().min(1).max(480).default(30),
  longestServiceMinutes: z.int().min(1).max(480).default(40),
  longestHoldMinutes: z.int().min(1).max(480).default(30),
  longQueue: z.int().min(1).max(1_000).default(30),
  /** A session may have begun this long before every service must be worked somewhere. */
  uncoveredMinutes: z.int().min(0).max(120).default(5),
  idleWithQueueSeconds: z.int().min(10).max(3_600).default(120),
  deliverySeconds: z.int().min(2).max(60).default(5),
  /** A kiosk without the hub gives numbers of its own after so long, for so long, on a set-up so old. */
  offlineAfterSeconds: z.int().min(1).max(300).default(5),
  offlineMinutes: z.int().min(1).max(1_440).default(240),
  offlineSetUpDays: z.int().min(0).max(7).default(0),
})

/** A hall 大厅 as set up today. `decide` and `view` read it, `evolve` never does: old journals replay under new settings. */
export const Hall = z.strictObject({
  id,
  name: plainText(40),
  nameEn: z.string().max(80).default(''),
  timeZone: z.string().max(60).refine(isTimeZone, 'unknown time zone').default('Asia/Shanghai'),
  notice: z.string().max(200).default(''),
  phoneUrl: z.string().max(200).default(''),
  zones: z.array(Zone).max(50),
  services: z.array(Service).max(200),
  counters: z.array(Counter).max(500),
  clerks: z.array(Clerk).max(2_000),
  /** Journeys of several services under one number; set-ups from before there were any have none. */
  journeys: z.array(Journey).max(50).default([]),
  policy: Policy,
  /** Signed years and closures; the hub keeps them beside the set-up. */
  calendar: HallCalendar.default(emptyCalendar),
  /** Which station gives numbers with which letter while the hub is away; the hub keeps them with the stations. */
  offlineLetters: z.record(id, z.string().regex(/^[A-Z]$/)).default({}),
  /** The published items of today; the hub keeps the catalogue beside the set-up. */
  items: HallItems.default(noItems),
  /** How the slip is laid out; set-ups from before there was a choice have the usual one. */
  slip: SlipTemplate.default(usualSlip),
})

export type Hall = z.infer<typeof Hall>
export type Zone = z.infer<typeof Zone>
export type Service = z.infer<typeof Service>
export type Counter = z.infer<typeof Counter>
export type ClerkCard = z.infer<typeof ClerkCard>
export type Clerk = z.infer<typeof Clerk>
export type Policy = z.infer<typeof Policy>

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (problem) {
    if (problem instanceof RangeError) return false
    throw problem
  }
}

import * as z from 'zod'
import { reasons } from '../queue/refused.ts'
import { DeviceReport } from './station.ts'

const text = z.string()
const ms = z.number()
const alarm = <Is extends string, Shape extends z.core.$ZodLooseShape>(is: Is, shape: Shape) =>
  z.object({ is: z.literal(is), ...shape })

/** Who is meant to tell calls: the screen of a display, one strip, one loudspeaker and its zone ('' for the hall). */
const Teller = z.object({
  stationId: text,
  station: text,
  by: z.enum(['screen', 'strip', 'speaker']),
  deviceId: z.nullable(text),
  zone: text,
})

/** What somebody in charge of the hall must look at now. */
export const Alarm = z.discriminatedUnion('is', [
  /** The hub cannot write to its disk: every change is refused. */
  alarm('notSaving', {}),
  /** A clerk pressed the emergency button. */
  alarm('help', { counterId: text, counterNo: text, clerk: text, sinceMs: ms }),
  /** A hall that opens by the calendar, and nobody has signed this year or the coming one. */
  alarm('yearMissing', { year: z.number(), fromDay: text }),
  /** People wait and no open counter works the service. */
  alarm('uncovered', { serviceId: text, service: text, waiting: z.number() }),
  /** Numbers are given and no counter works the service, some minutes into the session. */
  alarm('uncoveredAtOpening', { serviceId: text, service: text }),
  /** One citizen is being served for longer than the policy's minutes. */
  alarm('longService', { counterId: text, counterNo: text, sinceMs: ms }),
  /** As many wait for a service as the policy says. */
  alarm('longQueue', { serviceId: text, service: text, waiting: z.number() }),
  /** The longest wait of the hall is over the policy's minutes. */
  alarm('longWait', { serviceId: text, service: text, sinceMs: ms }),
  /** An open counter calls nobody although people wait for it. */
  alarm('idleWithQueue', { counterId: text, counterNo: text, waiting: z.number(), sinceMs: ms }),
  alarm('stationAway', { stationId: text, station: text, seenAtMs: z.nullable(ms) }),
  /** A kiosk that gives numbers of its own letter while it is away; how many is known when it is back. */
  alarm('kioskOffline', { stationId: text, station: text, letter: text, seenAtMs: ms }),
  /** It is back and has handed them over: told for a while. */
  alarm('offlineReturned', { stationId: text, station: text, count: z.number(), fromMs: ms, toMs: ms }),
  /** Its clock and the hub's had come apart: these stand where they can only roughly belong. */
  alarm('offlineDrift', { stationId: text, station: text, count: z.number() }),
  /** Numbers citizens hold that could not come in. */
  alarm('offlineKept', { kept: z.array(z.object({ number: text, why: z.enum(reasons) })) }),
  /** Numbers of a day that was over when they were handed over. */
  alarm('offlineExpired', { numbers: z.array(text), day: text }),
  alarm('deviceDown', {
    stationId: text,
    station: text,
    deviceId: text,
    device: DeviceReport.shape.kind,
    state: text,
    sinceMs: ms,
  }),
  /** Numbers whose slip did not surely come out. */
  alarm('paperFailed', { numbers: z.array(text) }),
  /** A screen, strip or loudspeaker that should have told a call and did not; over when it tells one again. */
  alarm('silent', { ...Teller.shape, number: text, counterNo: text, atMs: ms }),
  /** A call that nobody told, or, on record alone, some did and some who should have did not. */
  alarm('untold', {
    callSeq: z.number(),
    number: text,
    counterId: text,
    counterNo: text,
    atMs: ms,
    bySome: z.boolean().default(false),
    missing: z.array(Teller).default([]),
  }),
])
export type Alarm = z.infer<typeof Alarm>

/** An alarm that stands; the same `key` is the same trouble, raised once and cleared by recovery. */
export const StandingAlarm = z.object({ key: text, raisedAtMs: ms, alarm: Alarm })
export type StandingAlarm = z.infer<typeof StandingAlarm>

/** One line of the alarms' record; null while it stands. */
export const AlarmRow = StandingAlarm.extend({ clearedAtMs: z.nullable(ms) })
export type AlarmRow = z.infer<typeof AlarmRow>

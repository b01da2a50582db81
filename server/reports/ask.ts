import type { EstimatesReport, WhatIfAsk, WhatIfReply } from '@jiaohao/core/contract/estimates.ts'
import type { DayOnRecord, ReplayPage } from '@jiaohao/core/contract/replay.ts'
import type { Report, routes } from '@jiaohao/core/contract/routes.ts'
import type { Hall, Policy } from '@jiaohao/core/queue/hall.ts'
import type { Refused } from '@jiaohao/core/queue/refused.ts'
import type { WhyTold } from '@jiaohao/core/queue/why-told.ts'
import type { Language } from '@jiaohao/core/text/language.ts'
import type * as z from 'zod'
import type { ReplayAsk } from './replay.ts'
import type { FullReport } from './report.ts'

export interface Named {
  id: string
  name: string
}

/** A device as set up now. */
export type NamedDevice = Pick<Report['devices'][number], 'stationId' | 'station' | 'deviceId' | 'kind'>

/** Which days, and what to call those who appear in them; days are the hall's own, `2026-11-23`, both included. */
export interface ReportAsk {
  from: string
  to: string
  /** The hall's day now: marks given today stay out of a clerk's levels until tomorrow (E6). */
  today: string
  nowMs: number
  timeZone: string
  /** Today's: what a device's availability is measured against. */
  sessions: Policy['sessions']
  names: { services: Named[]; counters: Named[]; clerks: Named[]; devices: NamedDevice[] }
}

/** One page of a day's legs: those of the tickets after the day's nth, `0` for the first page. */
export interface TicketsAsk {
  day: string
  after: number
}

export interface FileAsk extends ReportAsk {
  as: 'csv' | 'xlsx'
  language: Language
}

export interface ReportFile {
  bytes: Uint8Array
  /** A media type for `content-type`. */
  type: string
  name: string
}

/** One ticket's turn: from its day's own events. */
export interface WhyAsk {
  ticketId: string
}

export type TicketRow = z.infer<typeof routes.tickets.reply>[number]

/** What the worker can be asked, and what it answers. */
export interface Asks {
  report: { ask: ReportAsk; reply: FullReport }
  tickets: { ask: TicketsAsk; reply: TicketRow[] }
  file: { ask: FileAsk; reply: ReportFile }
  estimates: { ask: ReportAsk; reply: EstimatesReport }
  estimatesFile: { ask: FileAsk; reply: ReportFile }
  whatIf: { ask: WhatIfAsk & { hall: Hall; nowMs: number }; reply: WhatIfReply | Refused }
  days: { ask: null; reply: z.infer<typeof DayOnRecord>[] }
  replay: { ask: ReplayAsk; reply: ReplayPage | Refused }
  why: { ask: WhyAsk; reply: WhyTold | null }
}

export type Request = { [Kind in keyof Asks]: { id: number; kind: Kind; ask: Asks[Kind]['ask'] } }[keyof Asks]

export type Reply = { id: number; reply: Asks[keyof Asks]['reply'] } | { id: number; problem: unknown }

export interface Store {
  databaseFile: string
  hallId: string
}

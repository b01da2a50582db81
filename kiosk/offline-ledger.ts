import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { OfflineEntry } from '@jiaohao/core/queue/offline-entry.ts'
import { offlineNumberOf } from '@jiaohao/core/queue/offline-number.ts'
import { type Reason, reasons } from '@jiaohao/core/queue/refused.ts'
import { openAppendLog } from '@jiaohao/station/append-log.ts'
import * as z from 'zod'

const localId = OfflineEntry.shape.localId
const Given = OfflineEntry.omit({ slip: true, why: true, fate: true })
type Given = z.infer<typeof Given>

/** What happened here while the hub was away, in order. */
const Noted = z.discriminatedUnion('is', [
  /** Given, before it is printed; `place` counts this kiosk's numbers of the day. */
  z.object({
    is: z.literal('given'),
    given: Given,
    paper: z.boolean(),
    maybeSent: z.boolean(),
    place: z.int(),
  }),
  z.object({ is: z.literal('printing'), localId }),
  z.object({
    is: z.literal('printed'),
    localId,
    result: z.enum(['printed', 'failed', 'unknown']),
    why: z.string(),
  }),
  z.object({ is: z.literal('settled'), localId, fate: z.enum(['waits', 'void', 'cancelled']) }),
  z.object({ is: z.literal('in'), localIds: z.array(localId) }),
  z.object({ is: z.literal('kept'), localId, why: z.enum(reasons) }),
  /** The hub is away; when it was last heard, on its own clock. */
  z.object({ is: z.literal('away'), heardAtMs: z.number() }),
  z.object({ is: z.literal('back') }),
])
type Noted = z.infer<typeof Noted>

/** A number given here, and what has become of it so far. */
export interface OfflineTicket {
  given: Given
  paper: boolean
  /** The hub may have been asked the same, and may owe a slip for it. */
  maybeSent: boolean
  /** What pages call it until the hub has given it its own id. */
  ticketId: string
  slip: 'none' | 'underWay' | 'printed' | 'failed' | 'unknown'
  why: string
  fate: 'open' | 'waits' | 'void' | 'cancelled'
  /** With the hub; or why the hub would not have it. */
  in: boolean
  kept: Reason | null
}

/** The kiosk's own memory of the numbers it gave: nothing is printed or shown that is not on this disk first. */
export interface OfflineLedger {
  give(given: Given, paper: boolean, maybeSent: boolean): OfflineTicket
  printing(localId: string): void
  printed(localId: string, result: 'printed' | 'failed' | 'unknown', why: string): void
  settle(localId: string, fate: 'waits' | 'void' | 'cancelled'): void
  cameIn(localIds: readonly string[]): void
  keep(localId: string, why: Reason): void
  away(heardAtMs: number): void
  back(): void
  /** When the hub was last heard, while it is away. */
  awaySinceMs(): number | null
  /** All still on this disk, oldest first. */
  tickets(): readonly OfflineTicket[]
  /** The highest sequence given here in this series on this day. */
  lastIn(series: string, day: string): number
  /** Lines that could not be read when this run began. */
  damaged: number
  close(): void
}

/** Ids the hub does not reach: the day's nth ticket of a hall is never so late. */
const firstPlace = 900_000

export function openOfflineLedger(dataDir: string): OfflineLedger {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'offline.log')
  const { log, records, damaged } = openAppendLog(file, read, worthKeeping)
  const tickets = new Map<string, OfflineTicket>()
  let awaySinceMs: number | null = null
  for (const record of records) apply(record)
  // Begun by a process that is gone: nobody knows what came out.
  for (const { slip, given } of [...tickets.values()]) {
    if (slip === 'underWay')
      write({ is: 'printed', localId: given.localId, result: 'unknown', why: 'interrupted' })
  }

  function write(record: Noted): void {
    log.append(record)
    apply(record)
  }

  function change(localId: string, to: Partial<OfflineTicket>): void {
    const ticket = tickets.get(localId)
    if (ticket) tickets.set(localId, { ...ticket, ...to })
  }

  function apply(record: Noted): void {
    switch (record.is) {
      case 'given': {
        const { given, paper, maybeSent, place } = record
        tickets.set(given.localId, {
          given,
          paper,
          maybeSent,
          ticketId: `${given.day}-${place}`,
          slip: paper ? 'underWay' : 'none',
          why: '',
          fate: paper ? 'open' : 'waits',
          in: false,
          kept: null,
        })
        return
      }
      case 'printing':
        change(record.localId, { slip: 'underWay', why: '' })
        return
      case 'printed': {
        const { localId, result, why } = record
        change(localId, { slip: result, why, ...(result === 'printed' && { fate: 'waits' }) })
        return
      }
      case 'settled':
        change(record.localId, { fate: record.fate })
        return
      case 'in':
        for (const localId of record.localIds) change(localId, { in: true, kept: null })
        return
      case 'kept':
        change(record.localId, { kept: record.why })
        return
      case 'away':
        awaySinceMs = record.heardAtMs
        return
      case 'back':
        awaySinceMs = null
        return
    }
  }

  const on = (day: string) => [...tickets.values()].filter(({ given }) => given.day === day)

  return {
    give: (given, paper, maybeSent) => {
      const last = on(given.day).reduce((most, { ticketId }) => Math.max(most, placeIn(ticketId)), firstPlace)
      const place = last + 1
      write({ is: 'given', given, paper, maybeSent, place })
      return tickets.get(given.localId) as OfflineTicket
    },
    printing: (localId) => write({ is: 'printing', localId }),
    printed: (localId, result, why) => write({ is: 'printed', localId, result, why: why.slice(0, 60) }),
    settle: (localId, fate) => write({ is: 'settled', localId, fate }),
    cameIn: (localIds) => {
      if (localIds.length > 0) write({ is: 'in', localIds: [...localIds] })
    },
    keep: (localId, why) => {
      if (tickets.get(localId)?.kept !== why) write({ is: 'kept', localId, why })
    },
    away: (heardAtMs) => {
      if (awaySinceMs === null) write({ is: 'away', heardAtMs })
    },
    back: () => {
      if (awaySinceMs !== null) write({ is: 'back' })
    },
    awaySinceMs: () => awaySinceMs,
    tickets: () => [...tickets.values()],
    lastIn: (series, day) =>
      on(day).reduce((last, { given }) => {
        const number = offlineNumberOf(given.number)
        return number?.series === series ? Math.max(last, number.sequence) : last
      }, 0),
    damaged,
    close: log.close,
  }
}

const placeIn = (ticketId: string): number => Number(ticketId.slice(ticketId.lastIndexOf('-') + 1))

const read = (value: unknown): Noted | undefined => Noted.safeParse(value).data

/** A clock that ran ahead once must not make today look old. */
const daysKept = 3

/** Of the newest days all, because their numbers must not be given again; of older ones what the hub does not have yet. */
function worthKeeping(records: Noted[]): Noted[] {
  const days = records.flatMap((record) => (record.is === 'given' ? [record.given.day] : []))
  const newest = [...new Set(days)].sort().slice(-daysKept)
  const isIn = new Set(records.flatMap((record) => (record.is === 'in' ? record.localIds : [])))
  const kept = new Set(
    records.flatMap((record) =>
      record.is === 'given' && (newest.includes(record.given.day) || !isIn.has(record.given.localId))
        ? [record.given.localId]
        : [],
    ),
  )
  return records.filter((record) => {
    switch (record.is) {
      case 'given':
        return kept.has(record.given.localId)
      case 'in':
        return record.localIds.some((localId) => kept.has(localId))
      case 'away':
      case 'back':
        return record === records.findLast(({ is }) => is === 'away' || is === 'back')
      default:
        return kept.has(record.localId)
    }
  })
}

import { Event, type Recorded } from '@jiaohao/core/queue/event.ts'
import { DataRefused } from './database.ts'

/** An event as its row has it. */
export interface EventRow {
  seq: number
  at_ms: number
  by_whom: string
  body: string
}

/** The event a row holds; a row that cannot be read stops whoever needs it, with the remedy. */
export function recordedOf(row: EventRow): Recorded {
  const event = Event.safeParse(parsed(row))
  if (!event.success) {
    throw new DataRefused(
      `Event ${row.seq} of the journal cannot be read (${event.error.message}). Restore the newest backup.`,
    )
  }
  return { seq: row.seq, atMs: row.at_ms, by: row.by_whom, event: event.data }
}

function parsed(row: EventRow): unknown {
  try {
    return JSON.parse(row.body)
  } catch (problem) {
    throw new DataRefused(`Event ${row.seq} of the journal is damaged. Restore the newest backup.`, {
      cause: problem,
    })
  }
}

import { join } from 'node:path'
import { Event } from '@jiaohao/core/queue/event.ts'
import Database from 'better-sqlite3'
import type { Promised } from './until-answered.ts'

/** An event as it stands on disk, read beside the hub. */
export interface Kept {
  seq: number
  by: string
  event: Event
}

export function journalIn(dataDir: string, afterSeq = 0): Kept[] {
  const db = new Database(join(dataDir, 'jiaohao.db'), { readonly: true })
  const rows = db
    .prepare<[number], { seq: number; by: string; body: string }>(
      'select seq, by_whom as by, body from event where seq > ? order by seq',
    )
    .all(afterSeq)
    .map(({ seq, by, body }) => ({ seq, by, event: Event.parse(JSON.parse(body)) }))
  db.close()
  return rows
}

/** The event each verb leaves behind exactly once. */
const leaves: Record<string, Event['type']> = {
  takeTicket: 'ticketTaken',
  callNext: 'ticketCalled',
  recall: 'ticketRecalled',
  openCounter: 'counterOpened',
}

/** Acknowledged commands whose event is not in the journal, up to the seq the answer names. */
export function lost(kept: readonly Kept[], promised: readonly Promised[]): Promised[] {
  return promised.filter(({ command, answer }) => {
    if (!('done' in answer)) return false
    const { seq, ticketId } = answer.done
    const last = kept[seq - 1]
    if (last?.seq !== seq) return true
    const type = leaves[command.command]
    if (type === undefined || ticketId === undefined) return false
    return !(last.event.type === type && 'ticketId' in last.event && last.event.ticketId === ticketId)
  })
}

/** How often each kind of event happened, beside how often it was acknowledged: more is a command done twice. */
export function doneTwice(kept: readonly Kept[], promised: readonly Promised[]): number {
  const acknowledged = new Map<string, number>()
  for (const { command, answer } of promised) {
    const type = leaves[command.command]
    const called = 'done' in answer && answer.done.number !== undefined
    if (type && (command.command !== 'callNext' || called))
      acknowledged.set(type, (acknowledged.get(type) ?? 0) + 1)
  }
  let more = 0
  for (const type of Object.values(leaves)) {
    const happened = kept.filter(({ event }) => event.type === type).length
    more += Math.abs(happened - (acknowledged.get(type) ?? 0))
  }
  return more
}

/** Every series runs 1, 2, 3 … without a gap or a repeat, and so does the journal itself. */
export function gapsOrRepeats(kept: readonly Kept[]): { tickets: number; series: number; wrong: number } {
  const series = new Map<string, number>()
  let wrong = kept.filter(({ seq }, i) => seq !== i + 1).length
  let tickets = 0
  for (const { event } of kept) {
    if (event.type !== 'ticketTaken') continue
    tickets += 1
    if (event.sequence !== (series.get(event.prefix) ?? 0) + 1 || event.n !== tickets) wrong += 1
    series.set(event.prefix, event.sequence)
  }
  return { tickets, series: series.size, wrong }
}

/** The seqs of all calls and recalls, in order: what every board must have heard. */
export const callsIn = (kept: readonly Kept[]): number[] =>
  kept
    .filter(({ event }) => event.type === 'ticketCalled' || event.type === 'ticketRecalled')
    .map(({ seq }) => seq)

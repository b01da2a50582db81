import type { Command } from '@jiaohao/core/queue/command.ts'
import { decide } from '@jiaohao/core/queue/decide.ts'
import { evolve } from '@jiaohao/core/queue/evolve.ts'
import { Hall } from '@jiaohao/core/queue/hall.ts'
import { get, put, remove } from '@jiaohao/core/queue/sorted.ts'
import { emptyState, type HallState, type Leg, type Ticket } from '@jiaohao/core/queue/state.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'

/** One service worked at each of `counters` counters, with nothing but first come, first served. */
const hallWith = (counters: number): Hall =>
  Hall.parse({
    id: 'theory',
    name: '排队论',
    timeZone: 'Etc/UTC',
    zones: [{ id: 'main', name: '大厅' }],
    services: [{ id: 'only', name: '业务', prefix: 'A', zoneId: 'main' }],
    counters: Array.from({ length: counters }, (_, i) => ({
      id: `c${i}`,
      no: String(i + 1),
      zoneId: 'main',
      serviceIds: ['only'],
    })),
    clerks: [],
    policy: { mostWaitingPerService: 100_000 },
  })

const dayMs = Date.UTC(2026, 2, 11)
/** Rebased past this, so that the hall's day never turns. */
const lateMs = 16 * 3_600_000
const kiosk: Who = { as: 'kiosk', stationId: 'k' }

/**
 * The real rules under a driven clock, kept flat over a million tickets: what is finished is dropped from the
 * plain-data state, and whenever nobody waits late in the day the clock and those at the counters go back to morning.
 */
export function openQueue(counters: number) {
  const hall = hallWith(counters)
  const clerks: Who[] = hall.counters.map((_, i) => ({ as: 'staff', staffId: `s${i}`, roles: ['clerk'] }))
  let state: HallState = emptyState
  let rebasedMs = 0

  function ask(command: Command, by: Who, atMs: number): void {
    const events = decide(hall, state, command, { by, atMs: dayMs + atMs - rebasedMs, secret: '' })
    if ('refused' in events) throw new Error(`${command.command}: ${events.refused}`)
    for (const event of events)
      state = evolve(state, { seq: state.seq + 1, atMs: dayMs + atMs - rebasedMs, by: '', event })
  }

  function current(counter: number): number {
    const now = state.counters[`c${counter}`]
    return now?.at === 'open' && 'n' in now.now ? now.now.n : 0
  }

  ask({ command: 'turnDay' }, { as: 'clock' }, 0)
  for (const [i, { id }] of hall.counters.entries())
    ask({ command: 'openCounter', counterId: id }, clerks[i] as Who, 0)

  return {
    take(atMs: number): void {
      ask({ command: 'takeTicket', serviceId: 'only', paper: false, language: 'zh-CN' }, kiosk, atMs)
    },
    /** The day's number of the ticket called, and how long it has waited by the hall's own record. */
    call(counter: number, atMs: number): number {
      ask(
        { command: 'callNext', counterId: `c${counter}`, finishCurrent: false },
        clerks[counter] as Who,
        atMs,
      )
      const { legs } = get(state.tickets, current(counter)) as Ticket
      const { firstCalledAtMs, queuedAtMs } = legs[0] as Leg
      return Number(firstCalledAtMs) - Number(queuedAtMs)
    },
    finish(counter: number, atMs: number): void {
      const n = current(counter)
      ask({ command: 'finish', counterId: `c${counter}`, wrapUp: false }, clerks[counter] as Who, atMs)
      state = { ...state, tickets: remove(state.tickets, n) }
    },
    /** Between commands, when nobody waits: the same hall earlier on the same day. */
    rebase(atMs: number): void {
      if (atMs - rebasedMs < lateMs) return
      const backMs = atMs - rebasedMs
      rebasedMs = atMs
      for (let i = 0; i < counters; i++) {
        const ticket = get(state.tickets, current(i))
        if (ticket) state = { ...state, tickets: put(state.tickets, ticket.n, earlier(ticket, backMs)) }
      }
    },
  }
}

function earlier(ticket: Ticket, backMs: number): Ticket {
  const back = (atMs: number | null) => (atMs === null ? null : atMs - backMs)
  return {
    ...ticket,
    issuedAtMs: ticket.issuedAtMs - backMs,
    legs: ticket.legs.map((leg) => ({
      ...leg,
      queuedAtMs: back(leg.queuedAtMs),
      firstCalledAtMs: back(leg.firstCalledAtMs),
      lastCalledAtMs: back(leg.lastCalledAtMs),
      lastCountedAtMs: back(leg.lastCountedAtMs),
      startedAtMs: back(leg.startedAtMs),
    })),
  }
}

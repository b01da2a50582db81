import { openChance } from '@jiaohao/core/estimate/chance.ts'
import type { Observed } from '@jiaohao/core/estimate/observe.ts'
import { openObserver } from '@jiaohao/core/estimate/observe.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { decide } from '@jiaohao/core/queue/decide.ts'
import type { Event, Recorded } from '@jiaohao/core/queue/event.ts'
import { evolve } from '@jiaohao/core/queue/evolve.ts'
import { Hall } from '@jiaohao/core/queue/hall.ts'
import { emptyState, type HallState } from '@jiaohao/core/queue/state.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import { openAgenda } from '../people/agenda.ts'
import type { Scenario } from './scenarios.ts'

const minuteMs = 60_000
const halfHourMs = 30 * minuteMs
const medianMinutes: Record<string, number> = { A: 4, B: 6, C: 9, D: 12 }
const demand: readonly (readonly [string, number])[] = [
  ['A', 0.42],
  ['B', 0.3],
  ['C', 0.18],
  ['D', 0.1],
]
const works = [
  ['A', 'B'],
  ['A', 'B'],
  ['A', 'B', 'C'],
  ['A', 'B', 'C'],
  ['B', 'C', 'D'],
  ['C', 'D'],
  ['A', 'C', 'D'],
]

export const hall: Hall = Hall.parse({
  id: 'calibrate',
  name: '示例大厅',
  timeZone: 'Etc/UTC',
  zones: [{ id: 'main', name: '大厅' }],
  services: Object.keys(medianMinutes).map((id) => ({ id, name: `业务${id}`, prefix: id, zoneId: 'main' })),
  counters: works.map((serviceIds, i) => ({ id: `c${i}`, no: String(i + 1), zoneId: 'main', serviceIds })),
  clerks: [],
  policy: {
    sessions: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
    priorityClasses: [
      { id: 'soldier', name: '军人', rank: 1 },
      { id: 'elderly', name: '老年人', rank: 2 },
    ],
  },
})

/** What a citizen is about to take, with all that is known by then. */
export interface Taking {
  atMs: number
  state: HallState
  today: Observed
  command: Extract<Command, { command: 'takeTicket' }>
}

/** One day of a scenario through the real rules; `taking` sees each number just before it is taken and may look at nothing later. */
export function liveDay(open: {
  scenario: Scenario
  /** The hall's own constants (its clerks' speeds) come from the first, the day's chances from the second. */
  hallSeed: number
  daySeed: number
  midnightMs: number
  taking(about: Taking): ((ticketId: string) => void) | undefined
}): { recorded: Recorded[]; observed: Observed } {
  const { scenario, midnightMs } = open
  const chance = openChance(open.daySeed)
  const speed = speeds(open.hallSeed)
  const agenda = openAgenda<() => void>()
  const observer = openObserver(hall.timeZone)
  const recorded: Recorded[] = []
  const pace = scenario.daySpread * chance.normal()
  const at = (hour: number, minute = 0) => midnightMs + (hour * 60 + minute) * minuteMs
  const clerks = hall.counters.map((_, i): Who => ({ as: 'staff', staffId: `s${i}`, roles: ['clerk'] }))
  const away = hall.counters.map(() => false)
  const idle = hall.counters.map(() => false)
  let state: HallState = emptyState
  let nowMs = at(8)

  function ask(command: Command, by: Who): Event[] | null {
    const events = decide(hall, state, command, { by, atMs: nowMs, secret: '' })
    if ('refused' in events) return null
    for (const event of events) {
      const each: Recorded = { seq: state.seq + 1, atMs: nowMs, by: '', event }
      state = evolve(state, each)
      observer.see(each, state)
      recorded.push(each)
    }
    return events
  }
  const after = (ms: number, act: () => void) => agenda.plan(nowMs + ms, act)
  const between = (low: number, high: number) => low + (high - low) * chance.next()
  const clerk = (i: number) => clerks[i] as Who
  const seconds = (low: number, high: number) => Math.round(between(low, high) * 1_000)

  function comes(): void {
    const { serviceId, appointment, priority } = wish()
    const command = {
      command: 'takeTicket',
      serviceId,
      paper: true,
      language: 'zh-CN',
      ...(appointment && { appointment }),
      ...(priority && { priority }),
    } as const
    const told = open.taking({ atMs: nowMs, state, today: observer.observed, command })
    const taken = ask(command, kiosk)?.[0]
    if (taken?.type !== 'ticketTaken') return
    const { ticketId } = taken
    told?.(ticketId)
    after(seconds(2, 4), () => {
      const jams = chance.next() < scenario.jams
      ask({ command: 'reportPrint', ticketId, outcome: jams ? 'failed' : 'printed' }, kiosk)
      if (!jams) {
        waits(serviceId)
        return
      }
      const ms = seconds(4, 26)
      if (ms > 20_000) after(20_000, () => ask({ command: 'voidTicket', ticketId }, { as: 'clock' }))
      else
        after(ms, () => {
          ask({ command: 'confirmNumber', ticketId }, kiosk)
          waits(serviceId)
        })
    })
  }

  function wish() {
    const serviceId = oneOf(chance.next(), demand)
    const kind = chance.next()
    if (kind < scenario.priority) {
      const classId = chance.next() < 0.25 ? 'soldier' : 'elderly'
      return { serviceId, priority: { classId, ground: '证件' }, appointment: undefined }
    }
    if (kind > 1 - scenario.appointments) {
      const fromMs = Math.round((nowMs + between(-8, 20) * minuteMs) / halfHourMs) * halfHourMs
      return { serviceId, appointment: { fromMs, toMs: fromMs + halfHourMs }, priority: undefined }
    }
    return { serviceId, appointment: undefined, priority: undefined }
  }

  /** The first clerk with nothing to do looks up. */
  function waits(serviceId: string): void {
    const i = hall.counters.findIndex(
      (counter, k) => idle[k] && !away[k] && counter.serviceIds.includes(serviceId),
    )
    if (i < 0) return
    idle[i] = false
    after(seconds(3, 12), () => looks(i))
  }

  function looks(i: number): void {
    if (away[i]) {
      pauses(i)
      return
    }
    const called = ask({ command: 'callNext', counterId: `c${i}`, finishCurrent: false }, clerk(i))?.[0]
    if (called?.type !== 'ticketCalled') {
      idle[i] = true
      return
    }
    idle[i] = false
    if (chance.next() < scenario.noShow) {
      after(21_000, () => again(i, 1))
      return
    }
    after(seconds(8, 33), () => {
      ask({ command: 'start', counterId: `c${i}` }, clerk(i))
      const usual = Math.log((medianMinutes[called.serviceId] as number) * minuteMs)
      const ms = Math.exp(usual + 0.5 * chance.normal() + (speed[i] as number) + pace)
      after(Math.max(20_000, Math.round(ms)), () => {
        ask({ command: 'finish', counterId: `c${i}`, wrapUp: false }, clerk(i))
        after(seconds(2, 14), () => looks(i))
      })
    })
  }

  function again(i: number, calls: number): void {
    if (calls < 3) {
      ask({ command: 'recall', counterId: `c${i}` }, clerk(i))
      after(21_000, () => again(i, calls + 1))
      return
    }
    const missed = ask({ command: 'miss', counterId: `c${i}` }, clerk(i))?.[0]
    if (missed?.type === 'ticketMissed' && chance.next() < 0.4) {
      const { ticketId } = missed
      const serviceId = state.calls.at(-1)?.serviceId ?? 'A'
      after(seconds(60, 600), () => {
        ask({ command: 'returnTicket', ticketId }, clerk(i))
        waits(serviceId)
      })
    }
    after(seconds(2, 14), () => looks(i))
  }

  function goes(i: number): void {
    away[i] = true
    if (idle[i]) pauses(i)
  }
  function pauses(i: number): void {
    idle[i] = false
    ask({ command: 'pauseCounter', counterId: `c${i}`, reason: '休息' }, clerk(i))
  }
  function returns(i: number): void {
    away[i] = false
    const back = ask({ command: 'resumeCounter', counterId: `c${i}` }, clerk(i))
    if (back && back.length > 0) after(seconds(2, 10), () => looks(i))
  }

  ask({ command: 'turnDay' }, { as: 'clock' })
  const short = chance.next() < scenario.clerkShort ? Math.floor(chance.next() * hall.counters.length) : -1
  for (const i of hall.counters.keys()) {
    if (i === short) continue
    agenda.plan(at(8, 22) + seconds(0, 900), () => {
      ask({ command: 'openCounter', counterId: `c${i}` }, clerk(i))
      after(seconds(5, 60), () => looks(i))
    })
    const lunch =
      scenario.lunch === 'closed'
        ? [at(12), at(13, 30)]
        : i % 2
          ? [at(11, 30), at(12, 30)]
          : [at(12, 30), at(13, 30)]
    agenda.plan((lunch[0] as number) + seconds(-180, 180), () => goes(i))
    agenda.plan((lunch[1] as number) + seconds(-240, 120), () => returns(i))
    for (const hour of [10, 15]) {
      if (chance.next() > 0.6) continue
      const from = at(hour) + seconds(-1_200, 1_800)
      agenda.plan(from, () => goes(i))
      agenda.plan(from + seconds(420, 1_080), () => returns(i))
    }
  }
  for (const [k, mean] of scenario.perHalfHour.entries()) {
    let ms = at(8, 30) + k * halfHourMs + chance.exponential(halfHourMs / mean)
    while (mean > 0 && ms < at(8, 30) + (k + 1) * halfHourMs) {
      agenda.plan(Math.round(ms), comes)
      ms += chance.exponential(halfHourMs / mean)
    }
  }
  for (let next = agenda.next(); next; next = agenda.next()) {
    nowMs = next.atMs
    next.act()
  }
  return { recorded, observed: observer.observed }
}

const kiosk: Who = { as: 'kiosk', stationId: 'k' }

function speeds(seed: number): number[] {
  const chance = openChance(seed)
  return hall.counters.map(() => 0.18 * chance.normal())
}

function oneOf(part: number, choices: readonly (readonly [string, number])[]): string {
  let left = part
  for (const [choice, share] of choices) {
    left -= share
    if (left < 0) return choice
  }
  return (choices.at(-1) as readonly [string, number])[0]
}

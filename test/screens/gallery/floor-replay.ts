import type { DayWaits, WhatIfReply } from '@jiaohao/core/contract/estimates.ts'
import type { Moment, ReplayPage } from '@jiaohao/core/contract/replay.ts'
import { formulasOf } from '@jiaohao/server/reports/formulas.ts'
import { hallSetUp } from './console-hall.ts'

const minute = 60_000
const beginsMs = Date.UTC(2026, 2, 11, 0, 30)
const services = hallSetUp.services.map(({ id, name }) => ({ id, name }))
const counters = hallSetUp.counters.map(({ id, no }) => ({ id, no }))
const events = 2_400

/** A morning and an afternoon in which lines grow and shrink, made of arithmetic. */
const moments: Moment[] = Array.from({ length: events }, (_, i) => {
  const service = services[i % services.length]
  const counter = counters[(i * 7) % counters.length]
  const number = `${'ABCDEFGH'[i % 8]}${String(1 + Math.floor(i / 9)).padStart(3, '0')}`
  const waiting = Math.round(9 * Math.sin((i / events) * 3) * (1 + ((i * 13) % 7) / 9) * (1 - (i % 8) / 11))
  const called = i > 60 && i % 3 === 0
  const state = called ? ('calling' as const) : i % 5 === 0 ? ('serving' as const) : ('idle' as const)
  return {
    atMs: beginsMs + i * 0.22 * minute,
    waiting: { [service?.id ?? '']: Math.max(0, waiting) },
    counters: [
      {
        counterId: counter?.id ?? '',
        state: i % 41 === 0 ? 'paused' : state,
        number: state === 'idle' ? null : number,
      },
    ],
    ...(called && { call: { number, counterId: counter?.id ?? '', again: i % 11 === 0 } }),
    finished: Math.floor(i / 4),
  }
})

const page: ReplayPage = {
  day: '2026-03-11',
  timeZone: 'Asia/Shanghai',
  services,
  counters,
  moments,
  told: events,
  of: events,
}

const waits = (p50: number, p90: number, byClosing: number): DayWaits => ({
  called: 296,
  uncalled: 16 - Math.round(byClosing / 30),
  p50Ms: p50 * minute,
  p90Ms: p90 * minute,
  byClosing,
})
const whatIf: WhatIfReply = {
  total: { was: waits(11.2, 26.6, 284), played: waits(10.8, 25.9, 285), changed: waits(6.1, 14.8, 301) },
  services: services.slice(0, 3).map(({ id, name }, i) => ({
    id,
    name,
    was: waits(9 + i * 3, 22 + i * 4, 88 - i * 9),
    played: waits(8.8 + i * 3, 21.7 + i * 4, 88 - i * 9),
    changed: waits(5 + i * 2, 12 + i * 3, 92 - i * 9),
  })),
  ranks: [],
  formulas: formulasOf('whatIfFormulas'),
}

const replies: Record<string, unknown> = {
  '/api/reports/days': [
    { day: '2026-03-11', issued: 312 },
    { day: '2026-03-10', issued: 287 },
  ],
  '/api/reports/replay': page,
  '/api/reports/what-if': whatIf,
}

/** What the hub would answer. */
export const answerReplay = async (url: string): Promise<Response> =>
  new Response(JSON.stringify(replies[url.replace(/\?.*/, '')]), {
    headers: { 'content-type': 'application/json' },
  })

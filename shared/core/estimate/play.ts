import { afterCall } from '../queue/desk.ts'
import type { Counter, Hall } from '../queue/hall.ts'
import { type Desk, nextAt } from '../queue/order.ts'
import { placeAt } from '../queue/place.ts'
import { lanesOf } from '../queue/state.ts'
import type { Stretch } from './observe.ts'
import type { ReadyHeap } from './ready-heap.ts'
import type { SimLines } from './sim-lines.ts'

/** Somebody who comes into a lane. One who only wants to know is called like anybody, and costs a counter nothing. */
export interface Comer {
  n: number
  atMs: number
  lane: string
  serviceId: string
  rank: number
  aheadMs: number
  onlyAsks: boolean
}

/** Those who come, in order of time. */
export interface Comers {
  /** When the next one comes; infinite after the last. */
  nextMs(): number
  take(): Comer
}

/** How a counter is when the course begins: free at some time, at rest, or away until its next stretch. */
export type Beginning = { is: 'free'; atMs: number } | { is: 'idle' } | { is: 'away' }

/** One course of a day: who is where, who comes, and how long everything takes. */
export interface Course {
  hall: Hall
  fromMs: number
  endMs: number
  lines: SimLines
  heap: ReadyHeap
  /** Which counters work each lane. */
  worked: ReadonlyMap<string, readonly number[]>
  desks: Desk[]
  stretches: readonly (readonly Stretch[])[]
  beginnings: readonly Beginning[]
  comers: Comers
  about(n: number): { serviceId: string; rank: number }
  /** How long the call keeps the counter. */
  callMs(n: number, staffId: string, nowMs: number): number
  gapMs(): number
  noticeMs(): number
  /** Called: `gone` when nobody is there any more, which costs the counter nothing. */
  called(n: number, nowMs: number): 'stays' | 'gone'
  over(): boolean
}

const lookAgainMs = 60_000

/** Plays a course by the hub's own choosing function until it is over, or the day is. */
export function play(course: Course): void {
  const { hall, fromMs, endMs, lines, heap, worked, desks, stretches, comers } = course
  const counters = hall.counters
  const idle = new Uint8Array(counters.length)
  const asking = new Set<number>()
  heap.clear()
  for (const [i, beginning] of course.beginnings.entries()) {
    if (beginning.is === 'free') heap.put(i, beginning.atMs)
    else if (beginning.is === 'idle') idle[i] = 1
    else later(i, fromMs)
  }

  while (!course.over()) {
    const readyMs = heap.firstMs()
    if (comers.nextMs() < readyMs) {
      arrives(comers.take())
      continue
    }
    if (readyMs >= endMs) return
    const i = heap.take()
    if (i < 0) noticed(-i, readyMs)
    else if (isAtWork(i, readyMs)) works(i, readyMs)
    else later(i, readyMs)
  }

  function arrives({ n, atMs, aheadMs, lane, rank, onlyAsks }: Comer): void {
    const place = placeAt(atMs - aheadMs, n)
    lines.join(lane, rank, { n, place, since: { atMs, n } })
    const i = idleFor(lane, atMs)
    if (onlyAsks) {
      asking.add(n)
      if (i >= 0) heap.put(-n, atMs + course.noticeMs())
    } else if (i >= 0) {
      idle[i] = 0
      heap.put(i, atMs + course.noticeMs())
    }
  }

  /** Somebody idle would have seen this one by now, whatever the others who only ask make of it. */
  function noticed(n: number, nowMs: number): void {
    if (!asking.delete(n)) return
    lines.leave(n)
    course.called(n, nowMs)
  }

  function works(i: number, nowMs: number): void {
    const counter = counters[i] as Counter
    const desk = desks[i] as Desk
    idle[i] = 0
    while (!course.over()) {
      const chosen = nextAt(hall, counter, lines, desk, nowMs)
      if (!chosen) {
        idle[i] = 1
        if (waitsForLonger(counter)) heap.put(i, nowMs + lookAgainMs)
        return
      }
      const { n } = chosen.waiter
      lines.leave(n)
      const gone = course.called(n, nowMs) === 'gone'
      if (asking.delete(n) || gone) continue
      lines.pass(chosen.over)
      const { serviceId, rank } = course.about(n)
      desks[i] = {
        staffId: desk.staffId,
        ...afterCall(desk, { rule: chosen.why.rule, rank, serviceId }),
      }
      heap.put(i, nowMs + course.callMs(n, desk.staffId, nowMs) + course.gapMs())
      return
    }
  }

  function idleFor(lane: string, nowMs: number): number {
    for (const i of worked.get(lane) ?? []) if (idle[i] === 1 && isAtWork(i, nowMs)) return i
    return -1
  }

  function isAtWork(i: number, nowMs: number): boolean {
    for (const { fromMs, toMs } of stretches[i] as readonly Stretch[])
      if (fromMs <= nowMs && nowMs < toMs) return true
    return false
  }

  function later(i: number, nowMs: number): void {
    const next = (stretches[i] as readonly Stretch[]).find(({ fromMs }) => fromMs > nowMs)
    if (next) heap.put(i, next.fromMs + course.gapMs())
    else if (isAtWork(i, nowMs)) heap.put(i, nowMs + course.gapMs())
  }

  /** Somebody it helps out with, or keeps in reserve for, may have waited long enough by then. */
  function waitsForLonger({ reserveMinutes, terms, serviceIds }: Counter): boolean {
    if (reserveMinutes === 0 && !terms.some(({ afterMinutes }) => afterMinutes > 0)) return false
    return serviceIds.some((serviceId) => lanesOf(serviceId).some((lane) => !lines.isEmpty(lane)))
  }
}

/** Which counters work each lane, with whoever sits at them. */
export function workedBy(hall: Hall, staffAt: (counterId: string) => string): Map<string, number[]> {
  const worked = new Map<string, number[]>()
  for (const [i, { serviceIds, id }] of hall.counters.entries()) {
    for (const lane of [...serviceIds.flatMap(lanesOf), `counter:${id}`, `clerk:${staffAt(id)}`]) {
      const known = worked.get(lane)
      if (known) known.push(i)
      else worked.set(lane, [i])
    }
  }
  return worked
}

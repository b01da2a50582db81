import { dayOf, timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { Policy } from '@jiaohao/core/queue/hall.ts'

/** A stretch of time; the end is not part of it. */
export interface Stretch {
  fromMs: number
  toMs: number
}

/** When the hall was open on these of its days, by today's sessions, in order; no session is the whole day. */
export function openTimes(
  days: readonly string[],
  sessions: Policy['sessions'],
  timeZone: string,
  nowMs: number,
): Stretch[] {
  return days
    .flatMap((day) => {
      const at = (time: string) => instantOf(day, time, timeZone)
      if (sessions.length > 0) return sessions.map(({ from, to }) => ({ fromMs: at(from), toMs: at(to) }))
      const next = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)
      return [{ fromMs: at('00:00'), toMs: instantOf(next, '00:00', timeZone) }]
    })
    .map(({ fromMs, toMs }) => ({ fromMs, toMs: Math.min(toMs, nowMs) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .sort((a, b) => a.fromMs - b.fromMs)
}

const dayMs = 86_400_000

/** `2026-11-23`, `08:30` on the hall's clock as an instant. */
export function instantOf(day: string, time: string, timeZone: string): number {
  const asUtcMs = Date.parse(`${day}T${time}:00Z`)
  const guessMs = asUtcMs - offsetMs(asUtcMs, timeZone)
  return asUtcMs - offsetMs(guessMs, timeZone)
}

/** How far the hall's clock is ahead of UTC at this whole minute. */
const offsetMs = (atMs: number, timeZone: string): number =>
  Date.parse(`${dayOf(atMs, timeZone)}T${timeOfDay(atMs, timeZone)}:00Z`) - atMs

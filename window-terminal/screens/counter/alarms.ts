import type { CounterView } from '@jiaohao/core/views/counter.ts'

export type Alarm =
  | { alarm: 'queue'; count: number }
  | { alarm: 'wait'; minutes: number }
  | { alarm: 'service'; minutes: number }
  | { alarm: 'held'; count: number; minutes: number }

/** What a clerk should know without looking for it, gravest first. */
export function alarms(view: CounterView, nowMs: number): Alarm[] {
  const { current, remindAt } = view
  const minutesSince = (sinceMs: number) => Math.floor((nowMs - sinceMs) / 60_000)
  const oldest = Math.min(...view.waiting.map((each) => each.queuedAtMs ?? nowMs), nowMs)
  const serviceMinutes = current?.at === 'serving' ? Math.floor(servedMs(current, nowMs) / 60_000) : 0
  const heldLong = view.held.filter((each) => minutesSince(each.heldSinceMs ?? nowMs) >= remindAt.holdMinutes)
  const found: Alarm[] = []
  if (minutesSince(oldest) >= remindAt.waitMinutes)
    found.push({ alarm: 'wait', minutes: minutesSince(oldest) })
  if (view.waitingTotal >= remindAt.waiting) found.push({ alarm: 'queue', count: view.waitingTotal })
  if (serviceMinutes >= remindAt.serviceMinutes) found.push({ alarm: 'service', minutes: serviceMinutes })
  if (heldLong.length > 0)
    found.push({ alarm: 'held', count: heldLong.length, minutes: remindAt.holdMinutes })
  return found
}

/** Time spent serving so far, without holds (T7). */
export function servedMs(card: NonNullable<CounterView['current']>, nowMs: number): number {
  return card.startedAtMs === null ? 0 : Math.max(0, nowMs - card.startedAtMs - card.heldMs)
}
